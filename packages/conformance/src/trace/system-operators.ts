import type { TransitionSystem } from '@synod/spec';
import type { TlaValue } from '@synod/tla';

/**
 * An operator without arguments of a specification in TypeScript, or, `V!chosen`, of one above it, seen through the
 * refinement mapping.
 *
 * @param at the state with a number
 * @returns undefined if there is none of that name
 */
export function operatorOf(
  system: TransitionSystem,
  name: string,
  at: (state: number) => unknown,
): ((state: number) => TlaValue) | undefined {
  const found = system.operators.find((operator) => operator.name === name);
  if (found !== undefined && found.formals.length === 0) return (state) => found.value(at(state), []);
  const mark = name.indexOf('!');
  const refinement = system.refinements.find((candidate) => candidate.name === name.slice(0, mark));
  if (mark < 0 || refinement === undefined) return undefined;
  return operatorOf(refinement.above, name.slice(mark + 1), (state) => refinement.map(at(state)));
}

/** The names of the operators without arguments of a specification and of those above it. */
export function operatorNames(system: TransitionSystem, prefix = ''): readonly string[] {
  const own = system.operators.filter(({ formals }) => formals.length === 0);
  return [
    ...own.map(({ name }) => prefix + name),
    ...system.refinements.flatMap(({ name, above }) => operatorNames(above, `${prefix}${name}!`)),
  ];
}
