import { type Json, toJson } from '@synod/tla';
import { matches, type Pattern, type PatternEntry } from '../pattern.js';

/** A pattern that says what two patterns say. Undefined if they contradict each other. */
export function mergePatterns(one: Pattern, other: Pattern): Pattern | undefined {
  if (one.type === 'whole') return fits(other, one) ? one : undefined;
  if (other.type === 'whole') return fits(one, other) ? other : undefined;
  if (one.type === 'at' && other.type === 'at') return mergeEntries(one.entries, other.entries);
  if (one.type === 'contains' && other.type === 'contains') {
    const elements = [...one.elements, ...other.elements];
    return { type: 'contains', elements, json: { '#contains': elements.map(({ json }) => json) } };
  }
  // What says nothing contradicts nothing; else a set would have to be a function.
  if (one.type === 'at' && one.entries.length === 0) return other;
  if (other.type === 'at' && other.entries.length === 0) return one;
  return undefined;
}

function fits(pattern: Pattern, whole: Pattern & { readonly type: 'whole' }): boolean {
  return matches(pattern, whole.value);
}

function mergeEntries(one: readonly PatternEntry[], other: readonly PatternEntry[]): Pattern | undefined {
  const entries = new Map(one.map((entry) => [entry.key, entry]));
  for (const entry of other) {
    const before = entries.get(entry.key);
    const pattern = before === undefined ? entry.pattern : mergePatterns(before.pattern, entry.pattern);
    if (pattern === undefined) return undefined;
    entries.set(entry.key, { ...entry, pattern });
  }
  const merged = [...entries.values()];
  return { type: 'at', entries: merged, json: jsonOf(merged) };
}

function jsonOf(entries: readonly PatternEntry[]): Json {
  const named = entries.flatMap(({ argument, pattern: { json } }) =>
    typeof argument === 'string' && !argument.startsWith('#') ? [[argument, json] as const] : [],
  );
  if (named.length === entries.length) return Object.fromEntries(named);
  return { '#map': entries.map(({ argument, pattern }) => [toJson(argument), pattern.json]) };
}
