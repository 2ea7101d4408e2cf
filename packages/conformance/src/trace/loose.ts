import { isTuple, key, mapping, nameOf, set, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';

const known = new WeakMap<object, string>();

/** The key that a value has when model values and strings of one name are the same, as they are in a trace. */
export function looseKey(value: TlaValue): string {
  if (typeof value !== 'object') return key(loosen(value));
  const found = known.get(value);
  if (found !== undefined) return found;
  const loose = key(loosen(value));
  known.set(value, loose);
  return loose;
}

/** The value with a string in place of each model value. */
export function loosen(value: TlaValue): TlaValue {
  if (typeof value === 'symbol') return nameOf(value);
  if (typeof value !== 'object') return value;
  if (value instanceof TlaSet) return set(value.elements.map(loosen));
  if (value instanceof TlaFunction) {
    return mapping(
      value.domain.map((argument, i) => [loosen(argument), loosen(value.values[i] as TlaValue)]),
    );
  }
  if (isTuple(value)) return value.map(loosen);
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, loosen(inner)]));
}
