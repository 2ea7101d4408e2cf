import { isTuple, key, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import type { StateSpace } from '../trace/space.js';

/**
 * What a step changes, as texts that can be compared between steps from different states: each element that comes into
 * a set or goes from it, each new value of a function at an argument, of a variable otherwise.
 */
export function effectOf(space: StateSpace, from: number, to: number): ReadonlySet<string> {
  const effect = new Set<string>();
  const [before, after] = [space.values(from), space.values(to)];
  for (const [i, variable] of space.variables.entries()) {
    changes(before[i] as TlaValue, after[i] as TlaValue, variable, effect);
  }
  return effect;
}

/** How far two effects differ: how many changes are in one of them only. */
export function distance(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const change of one) if (other.has(change)) shared += 1;
  return one.size + other.size - 2 * shared;
}

function changes(before: TlaValue, after: TlaValue, path: string, effect: Set<string>): void {
  const text = key(after);
  if (before === after || key(before) === text) return;
  if (before instanceof TlaSet && after instanceof TlaSet) {
    const [old, fresh] = [keysOf(before), keysOf(after)];
    for (const element of fresh) if (!old.has(element)) effect.add(`${path} + ${element}`);
    for (const element of old) if (!fresh.has(element)) effect.add(`${path} - ${element}`);
    return;
  }
  const [old, fresh] = [entriesOf(before), entriesOf(after)];
  if (old === undefined || fresh === undefined) {
    effect.add(`${path} = ${text}`);
    return;
  }
  for (const [argument, value] of fresh) {
    const place = `${path}[${argument}]`;
    const was = old.get(argument);
    if (was === undefined) effect.add(`${place} = ${key(value)}`);
    else changes(was, value, place, effect);
  }
  for (const argument of old.keys()) if (!fresh.has(argument)) effect.add(`${path}[${argument}] gone`);
}

function keysOf(set: TlaSet<TlaValue>): ReadonlySet<string> {
  return new Set(set.elements.map(key));
}

/** The values of a function, tuple or record by the text of their arguments; nothing for any other value. */
function entriesOf(value: TlaValue): ReadonlyMap<string, TlaValue> | undefined {
  if (typeof value !== 'object' || value instanceof TlaSet) return undefined;
  if (value instanceof TlaFunction) {
    return new Map(value.domain.map((argument, i) => [key(argument), value.values[i] as TlaValue]));
  }
  if (isTuple(value)) return new Map(value.map((element, i) => [String(i + 1), element]));
  return new Map(Object.keys(value).map((name) => [key(name), value[name] as TlaValue]));
}
