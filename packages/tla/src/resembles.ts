import { TlaFunction } from './function.js';
import type { Json } from './json.js';
import { isTuple, key } from './key.js';
import { TlaSet } from './set.js';
import { nameOf, type TlaValue } from './value.js';

/**
 * Whether a value may be the one that TLC wrote as this JSON in an error trace. That encoding says less than
 * the value: a set, a tuple and an empty function are all arrays, model values are strings, and the arguments
 * of a function are their printed texts. So a state of a trace is not read but recognised among the states
 * that a specification has.
 */
export function resembles(value: TlaValue, json: Json): boolean {
  if (typeof value === 'symbol') return json === nameOf(value);
  if (typeof value === 'bigint') return json === Number(value);
  if (typeof value !== 'object') return json === value;
  if (value instanceof TlaSet) return isArray(json) && sameElements(value.elements, json);
  if (value instanceof TlaFunction) return resemblesFunction(value.domain, value.values, json);
  if (isTuple(value)) return isArray(json) && inOrder(value, json);
  return resemblesFunction(Object.keys(value), Object.values(value), json);
}

function resemblesFunction(domain: readonly TlaValue[], values: readonly TlaValue[], json: Json): boolean {
  if (isArray(json)) {
    return domain.every((argument, index) => argument === index + 1) && inOrder(values, json);
  }
  if (typeof json !== 'object' || json === null || Object.keys(json).length !== domain.length) return false;
  return domain.every((argument, index) => {
    const name = typeof argument === 'string' ? argument : key(argument);
    const found = Object.hasOwn(json, name) ? json[name] : undefined;
    return found !== undefined && resembles(values[index] as TlaValue, found);
  });
}

function inOrder(values: readonly TlaValue[], json: readonly Json[]): boolean {
  return (
    values.length === json.length && values.every((value, index) => resembles(value, json[index] as Json))
  );
}

/** Whether elements and JSON can be paired off. Two elements may resemble one JSON: each is given its own. */
function sameElements(elements: readonly TlaValue[], json: readonly Json[]): boolean {
  if (elements.length !== json.length) return false;
  const partners = elements.map((element) =>
    json.flatMap((item, i) => (resembles(element, item) ? [i] : [])),
  );
  const takenBy: (number | undefined)[] = json.map(() => undefined);
  const pair = (element: number, tried: Set<number>): boolean =>
    (partners[element] ?? []).some((i) => {
      if (tried.has(i)) return false;
      tried.add(i);
      const holder = takenBy[i];
      if (holder !== undefined && !pair(holder, tried)) return false;
      takenBy[i] = element;
      return true;
    });
  return elements.every((_, element) => pair(element, new Set()));
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
