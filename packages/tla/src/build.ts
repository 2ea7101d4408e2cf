import { mapping, TlaFunction } from './function.js';
import { compareByKey } from './key.js';
import type { ValueEntry } from './memo.js';
import { TlaSet } from './set.js';
import type { TlaRecord, TlaValue } from './value.js';

/** The set of these values. The array is used up. */
export function setOf(entries: ValueEntry[]): TlaSet<TlaValue> {
  if (ascending(entries)) return new TlaSet(entries.map(entryValue), entries.map(entryKey));
  entries.sort(compare);
  const distinct = entries.filter((entry, index) => index === 0 || entries[index - 1]?.key !== entry.key);
  return new TlaSet(distinct.map(entryValue), distinct.map(entryKey));
}

/** An entry that knows what it adds to the hash of a set, and where it stands among others, if that is a number. */
export interface RankedEntry extends ValueEntry {
  readonly hash: number;
  readonly rank: number;
}

/** The set of these values. The array is used up. */
export function rankedSetOf(entries: RankedEntry[]): TlaSet<TlaValue> {
  // Most sets are printed in another order than that of keys, and are small.
  for (let i = 1; i < entries.length; i++) {
    const entry = entries[i] as RankedEntry;
    let at = i;
    for (; at > 0; at--) {
      const before = entries[at - 1] as RankedEntry;
      const order = compareRanks(before, entry);
      if (order === 0 || i > 50) return setOf(entries);
      if (order < 0) break;
      entries[at] = before;
      entries[at - 1] = entry;
    }
  }
  const values: TlaValue[] = [];
  const keys: string[] = [];
  let hash = 0;
  for (const entry of entries) {
    values.push(entry.value);
    keys.push(entry.key);
    hash = (hash + entry.hash) & 0x3fffffff;
  }
  return new TlaSet(values, keys, hash);
}

function compareRanks(left: RankedEntry, right: RankedEntry): number {
  const order = left.rank - right.rank;
  return Number.isNaN(order) ? compare(left, right) : order;
}

/** The function from these arguments to these values. Of two values for one argument the first counts. */
export function functionOf(
  domain: readonly ValueEntry[],
  values: readonly TlaValue[],
): TlaFunction<TlaValue, TlaValue> {
  if (ascending(domain)) return new TlaFunction(domain.map(entryValue), values);
  return mapping(domain.map((argument, index) => [argument.value, values[index] as TlaValue]));
}

/** The record with these fields; nothing if one is there twice. */
export function recordOf(names: readonly string[], values: readonly TlaValue[]): TlaRecord | undefined {
  const record: Record<string, TlaValue> = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (Object.hasOwn(record, name)) return undefined;
    // Assigning this one would set the object's prototype.
    if (name === '__proto__') return uncommonRecord(names, values);
    record[name] = values[i] as TlaValue;
  }
  return record;
}

function uncommonRecord(names: readonly string[], values: readonly TlaValue[]): TlaRecord | undefined {
  if (new Set(names).size < names.length) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, values[index] as TlaValue]));
}

function ascending(entries: readonly ValueEntry[]): boolean {
  for (let i = 1; i < entries.length; i++) {
    if (compare(entries[i - 1] as ValueEntry, entries[i] as ValueEntry) >= 0) return false;
  }
  return true;
}

function compare(left: ValueEntry, right: ValueEntry): number {
  return compareByKey(left.value, left.key, right.value, right.key);
}

function entryValue(entry: ValueEntry): TlaValue {
  return entry.value;
}

function entryKey(entry: ValueEntry): string {
  return entry.key;
}
