import { InputError, type TlaValue } from '@synod/tla';
import { placeOf } from '../parse/syntax.js';
import type { Linked } from '../resolve/link.js';
import type { Value } from './value.js';

/**
 * The constants' values by name.
 * @throws InputError `tla-constant` if one is missing, is not the module's, or is an operator
 */
export function constantsOf(
  linked: Linked,
  given: { readonly [name: string]: TlaValue },
): ReadonlyMap<string, Value> {
  const module = linked.scope.module.name;
  const values = new Map<string, Value>();
  for (const { name, arity, span } of linked.constants) {
    if (arity > 0) continue;
    if (!Object.hasOwn(given, name)) {
      throw new InputError('tla-constant', `the constant ${name} has no value`, placeOf(span));
    }
    values.set(name, given[name] as TlaValue);
  }
  for (const name of Object.keys(given)) {
    if (!values.has(name)) {
      throw new InputError(
        'tla-constant',
        `${name} is no constant of module ${module} that can have a value`,
      );
    }
  }
  return values;
}

/**
 * Reads states into the order of the variables. A state of the same values as one of the last two is the same list again,
 * so that what was evaluated in it need not be evaluated anew.
 */
export function stateReader(
  variables: readonly string[],
): (state: { readonly [variable: string]: TlaValue }) => readonly Value[] {
  let last: readonly Value[] = [];
  let secondLast: readonly Value[] = [];
  const isSame = (state: { readonly [variable: string]: TlaValue }, known: readonly Value[]): boolean =>
    known.length > 0 &&
    Object.keys(state).length === known.length &&
    variables.every((name, index) => known[index] === state[name]);
  return (state) => {
    if (isSame(state, last)) return last;
    if (isSame(state, secondLast)) {
      [last, secondLast] = [secondLast, last];
      return last;
    }
    secondLast = last;
    last = readState(state, variables);
    return last;
  };
}

function readState(
  state: { readonly [variable: string]: TlaValue },
  variables: readonly string[],
): readonly Value[] {
  for (const name of Object.keys(state)) {
    if (!variables.includes(name))
      throw new InputError('tla-variable', `${name} is no variable of this module`);
  }
  return variables.map((name) => {
    if (!Object.hasOwn(state, name))
      throw new InputError('tla-variable', `the state has no value for ${name}`);
    return state[name] as TlaValue;
  });
}
