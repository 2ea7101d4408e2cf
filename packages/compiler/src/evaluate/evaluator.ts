import { EvaluationError, type Place, type TlaValue } from '@synod/tla';
import { placeOf } from '../parse/syntax.js';
import { withinStack } from '../parse/within-stack.js';
import { type Linked, link } from '../resolve/link.js';
import type { Modules } from '../resolve/load.js';
import type { Overrides } from '../resolve/override.js';
import type { Program } from './code.js';
import { compile } from './compile.js';
import { compileAll } from './compile-all.js';
import { type Entry, entries } from './entry.js';
import { topEnvironment } from './environment.js';
import { explain } from './explain.js';
import type { GuardExplanation, StepExplanation, ValueExplanation } from './explanation.js';
import type { Machine } from './frame.js';
import { constantsOf, stateReader } from './inputs.js';
import { concrete, truth } from './value.js';
import type { Verdict } from './verdict.js';

/** A state: the value of each variable of the root module. */
export type State = { readonly [variable: string]: TlaValue };

/** An ASSUME, and whether it holds. */
export interface Assumption {
  readonly name: string | undefined;
  readonly text: string;
  readonly place: Place;
  readonly holds: boolean;
}

/** A module with its constants, ready to be asked. Rules of TLA+ that are broken on the way are EvaluationErrors. */
export interface Evaluator {
  /** The variables, in the order of their declaration. */
  readonly variables: readonly string[];
  /** The value of an operator, such as `SafeAt`, `V!chosen` or `V!C!Inv`, in a state; one of constants needs none. */
  evaluate(operator: string, state: State | undefined, parameters?: readonly TlaValue[]): TlaValue;
  /** Whether a step is one of an action. */
  holds(action: string, parameters: readonly TlaValue[], before: State, after: State): boolean;
  /** Why a step is not one of an action: the conjuncts that are false, for the witnesses that come nearest. */
  explainStep(action: string, parameters: readonly TlaValue[], before: State, after: State): StepExplanation;
  /** Why an action is not possible in a state: its false conjuncts, as far as no next state is needed to see them. */
  explainGuards(action: string, parameters: readonly TlaValue[], before: State): GuardExplanation;
  /** Why a boolean operator is TRUE or FALSE in a state. */
  explainValue(operator: string, state: State, parameters?: readonly TlaValue[]): ValueExplanation;
  /** Every ASSUME of the module and of those that it extends. */
  assumptions(): readonly Assumption[];
}

/**
 * Makes a module ready to be evaluated: names are resolved and expressions turned into functions once, here.
 *
 * @param modules what {@link loadModules} gave
 * @param root the module whose variables the states are of
 * @param constants a value for each constant of the root and of what it extends, unless it is replaced; a definition that
 *   is given one is replaced by it
 * @param overrides what a cfg file puts in the place of constants and definitions; its `Config` will do
 * @throws InputError for names that are unknown or declared twice, wrong numbers of arguments, constants without a value
 */
export function evaluator(
  modules: Modules,
  root: string,
  constants: { readonly [name: string]: TlaValue },
  overrides: Pick<Overrides, 'substitutions'> = {},
): Evaluator {
  const place = { file: modules.get(root)?.file ?? `${root}.tla` };
  const linked = withinStack(place, () => link(modules, root, { ...overrides, constants }));
  const machine: Machine = { before: [], after: undefined, touched: false };
  const program: Program = {
    machine,
    constants: constantsOf(linked, constants),
    operators: new Map(),
    cells: new Map(),
  };
  withinStack(place, () => compileAll(linked.scope, program));
  const find = entries(linked.scope, program);
  const read = stateReader(linked.variables);
  const enter = (before: State | undefined, after: State | undefined): void => {
    machine.before = before === undefined ? [] : read(before);
    machine.after = after === undefined ? undefined : read(after);
  };
  return {
    variables: linked.variables,
    evaluate: (name, state, values = []) => {
      enter(state, undefined);
      return bounded(() => {
        const { run, span } = find(name, values);
        return concrete(run(values), span);
      });
    },
    holds: (name, values, before, after) => {
      enter(before, after);
      return bounded(() => {
        const { run, span } = find(name, values);
        return truth(run(values), span);
      });
    },
    explainStep: (name, values, before, after) => {
      enter(before, after);
      const { holds, conjuncts } = bounded(() => explainEntry(find(name, values), values, machine));
      return holds ? { holds } : { holds, conjuncts };
    },
    explainGuards: (name, values, before) => {
      enter(before, undefined);
      return bounded(() => explainEntry(find(name, values), values, machine, true));
    },
    explainValue: (name, state, values = []) => {
      enter(state, undefined);
      const { holds, conjuncts } = bounded(() => explainEntry(find(name, values), values, machine));
      return { holds, conjuncts };
    },
    assumptions: () => {
      enter(undefined, undefined);
      return assumptionsOf(linked, program);
    },
  };
}

function explainEntry(
  entry: Entry,
  values: readonly TlaValue[],
  machine: Machine,
  guardsOnly = false,
): Verdict {
  const { code, frame } = entry.open(values);
  const bindings: { [name: string]: TlaValue } = {};
  entry.parameters.forEach((name, index) => {
    bindings[name] = values[index] as TlaValue;
  });
  return explain(code, { machine, frame, bindings, guardsOnly });
}

function assumptionsOf(linked: Linked, program: Program): Assumption[] {
  return linked.assumptions.map(({ scope, statement }) => {
    const { name, body } = statement;
    const environment = topEnvironment(scope, program);
    const { run } = compile(body, environment);
    const holds = bounded(() => truth(run({ slots: [], parent: undefined }), body.span));
    return { name, text: body.span.text, place: placeOf(body.span), holds };
  });
}

/** A recursion without end is a mistake in the specification, and must not look like one of this program. */
function bounded<T>(evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EvaluationError('the recursion is too deep to be evaluated', {}, { cause: error });
  }
}
