import type { StepFormulas } from '@synod/compiler';
import type { TlaValue } from '@synod/tla';
import type { Check } from '../bind.js';
import type { StateSpace } from '../space.js';

/** What a module knows, so that traces are read in its words; its states are known to TLC alone. */
export interface Vocabulary {
  readonly space: StateSpace;
  /** What a check looks at: the name of a variable, or of an operator as the module reaches it. */
  readonly subject: (check: Check) => string;
}

/** @param module the name that messages give the specification */
export function vocabularyOf(module: string, formulas: StepFormulas): Vocabulary {
  const operators = new Map<Check['read'], string>();
  const actions = Array.from(
    formulas.actions,
    ([name, formals]) => [name, { formals, arity: formals.length }] as const,
  );
  const space: StateSpace = {
    name: module,
    variables: formulas.variables,
    actions: new Map(actions),
    initial: [],
    values: () => [],
    steps: () => [],
    parameters: () => [],
    operators: formulas.operators,
    operator: (name) => {
      const read = (): TlaValue => name;
      operators.set(read, name);
      return read;
    },
  };
  return { space, subject: ({ read, name }) => operators.get(read) ?? name };
}
