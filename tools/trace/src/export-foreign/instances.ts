import { type Expression, type Modules, type StepFormulas, subexpressions } from '@synod/compiler';
import type { ForeignSpec } from '@synod/conformance';
import type { ExportedInstance } from '@synod/tlc';
import { argumentsOf } from './arguments.js';
import { definitionsOf, mentions } from './mentions.js';

/** What Next is made of. */
export interface Instances {
  readonly instances: readonly ExportedInstance[];
  /** The actions whose parameters range over what only a state tells: their steps are labelled with the name alone. */
  readonly open: readonly string[];
}

/** Each action of Next with each choice of parameters: together, and each by itself, they are its steps. */
export async function instancesOf(spec: ForeignSpec): Promise<Instances> {
  const instances: ExportedInstance[] = [];
  const open: string[] = [];
  for (const action of leavesOf(spec.modules, spec.formulas)) {
    const occurrences = spec.formulas.occurrences(action) ?? [];
    const choices = await Promise.all(occurrences.map((occurrence) => argumentsOf(occurrence, spec)));
    const known = choices.every((tuples) => tuples !== undefined);
    if (!known) open.push(action);
    occurrences.forEach((occurrence, i) => {
      for (const parameters of known ? (choices[i] ?? []) : [[]]) {
        const conditions = parameters.map((value, at) => `${occurrence.arguments[at]} = ${value}`);
        const condition = conditions.length === 0 ? undefined : `(${conditions.join(' /\\ ')})`;
        instances.push({ action, parameters, formula: occurrence.step(condition) });
      }
    });
  }
  return { instances, open };
}

/** What takes one or the other of the actions in it. */
const branches: ReadonlySet<Expression['type']> = new Set(['disjunction', 'exists', 'let', 'if', 'case']);

/** The actions that are not themselves made of others: `Next` is made of them, as a process of PlusCal is of its labels. */
function leavesOf(modules: Modules, { actions }: StepFormulas): readonly string[] {
  const definitions = definitionsOf(modules);
  const names = new Set(Array.from(actions.keys(), withoutInstances));
  const changes = mentions(
    modules,
    (expression) =>
      expression.type === 'apply' && (expression.name === "'" || expression.name === 'UNCHANGED'),
  );
  const takes = (expression: Expression): boolean => {
    if (expression.type === 'apply') return names.has(expression.name);
    if (expression.type === 'conjunction') {
      const [only, ...others] = expression.items.filter(changes);
      return only !== undefined && others.length === 0 && takes(only);
    }
    return branches.has(expression.type) && subexpressions(expression).some(takes);
  };
  return [...actions.keys()].filter(
    (name) => !(definitions.get(withoutInstances(name)) ?? []).some(({ body }) => takes(body)),
  );
}

/** `Act` of `J!Act`: what its module calls an action of an INSTANCE. */
function withoutInstances(action: string): string {
  return action.slice(action.lastIndexOf('!') + 1);
}
