import { isTuple, type Json, key, resembles, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import { looseKey, loosen } from './loose.js';

/**
 * What a trace says of a value, all of it or a part. Made from the JSON of a trace by `readPattern`.
 * Strings stand for model values of that name and for strings alike.
 */
export type Pattern =
  /** The value is this one. */
  | { readonly type: 'whole'; readonly value: TlaValue; readonly key: string; readonly json: Json }
  /** The value is a function or a record, and has values like these at these arguments. */
  | { readonly type: 'at'; readonly entries: readonly PatternEntry[]; readonly json: Json }
  /** The value is a set, and for each of these some element of it is like it. */
  | { readonly type: 'contains'; readonly elements: readonly Pattern[]; readonly json: Json }
  /** The value is one that TLC writes as this in an error trace, where sets and tuples look alike. */
  | { readonly type: 'resembles'; readonly json: Json };

/** What is said of a function at one argument. */
export interface PatternEntry {
  readonly argument: TlaValue;
  /** The argument's loose key. */
  readonly key: string;
  readonly pattern: Pattern;
}

/** Where a value is not as a pattern says. */
export interface Difference {
  /** `maxBal[a1]`, after the name of the variable. */
  readonly path: string;
  /** What the trace says there, as JSON. */
  readonly trace: Json;
  /** What the specification has there, as TLA+ text; undefined if nothing is there. */
  readonly specification: string | undefined;
}

/** Whether a value is as a pattern says. */
export function matches(pattern: Pattern, value: TlaValue): boolean {
  switch (pattern.type) {
    case 'whole':
      return looseKey(value) === pattern.key;
    case 'at':
      return pattern.entries.every((entry) => {
        const found = apply(value, entry.key);
        return found !== undefined && matches(entry.pattern, found);
      });
    case 'contains':
      return (
        value instanceof TlaSet &&
        pattern.elements.every((element) => value.elements.some((candidate) => matches(element, candidate)))
      );
    case 'resembles':
      return resembles(value, pattern.json);
  }
}

/** Every place at which a value is not as a pattern says. */
export function differences(pattern: Pattern, value: TlaValue, path: string): readonly Difference[] {
  switch (pattern.type) {
    case 'whole':
    case 'resembles':
      return matches(pattern, value) ? [] : [{ path, trace: pattern.json, specification: key(value) }];
    case 'at':
      return pattern.entries.flatMap((entry) => {
        const inner = `${path}[${key(entry.argument).replaceAll('"', '')}]`;
        const found = apply(value, entry.key);
        if (found !== undefined) return differences(entry.pattern, found, inner);
        return [{ path: inner, trace: entry.pattern.json, specification: undefined }];
      });
    case 'contains': {
      if (!(value instanceof TlaSet)) return [{ path, trace: pattern.json, specification: key(value) }];
      const missing = pattern.elements.filter(
        (element) => !value.elements.some((candidate) => matches(element, candidate)),
      );
      return missing.map(({ json }) => ({
        path,
        trace: { '#contains': [json] },
        specification: key(value),
      }));
    }
  }
}

/** The value of a function, tuple or record at the argument with this loose key. */
function apply(value: TlaValue, argument: string): TlaValue | undefined {
  if (typeof value !== 'object' || value instanceof TlaSet) return undefined;
  if (value instanceof TlaFunction) {
    const index = value.domain.findIndex((candidate) => looseKey(candidate) === argument);
    return index < 0 ? undefined : value.values[index];
  }
  if (isTuple(value)) {
    const index = Number(argument);
    return Number.isInteger(index) ? value[index - 1] : undefined;
  }
  const name = Object.keys(value).find((field) => key(field) === argument);
  return name === undefined ? undefined : value[name];
}

/** A pattern that says the whole of a value. */
export function wholePattern(value: TlaValue, json: Json): Pattern {
  const loose = loosen(value);
  return { type: 'whole', value: loose, key: key(loose), json };
}
