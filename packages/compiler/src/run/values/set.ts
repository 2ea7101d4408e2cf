import type { Span } from '../../parse/syntax.js';
import { compare } from './compare.js';
import { elementHash, internSet, knownSet, store } from './store.js';
import { type Item, type Stored } from './value.js';

/** The set of these values, in any order and with repetitions; all of them must be comparable. */
export function setOf(values: readonly Stored[], span: Span): Item {
  if (isSorted(values, span)) return sortedSet(values);
  const sorted = values.toSorted((a, b) => compare(a, b, span));
  return sortedSet(sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]));
}

function isSorted(values: readonly Stored[], span: Span): boolean {
  for (let i = 1; i < values.length; i++) {
    if (compare(values[i - 1] as Stored, values[i] as Stored, span) >= 0) return false;
  }
  return true;
}

/** The set of values that are in order already, each there once. */
export function sortedSet(values: readonly Stored[]): Item {
  let hash = 0;
  for (let i = 0; i < values.length; i++) hash = (hash + elementHash(values[i] as Stored)) | 0;
  return internSet(values, hash);
}

/** `low..high` */
export function intervalSet(low: number, high: number): Item {
  let from = store.intervals.get(low);
  if (from === undefined) store.intervals.set(low, (from = new Map()));
  let known = from.get(high);
  if (known === undefined) {
    known = sortedSet(Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index));
    from.set(high, known);
  }
  return known;
}

// A short list is searched by looking at each: it takes no comparisons.
const short = 12;

/** The position of an element in an enumerated set; `-1 - p` if it is not there and would stand at p. */
function search(items: readonly Stored[], value: Stored, span: Span): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(items[middle] as Stored, value, span);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1 - low;
}

/** Whether an enumerated set has an element. Values that cannot be compared are an error. */
export function has(set: Item, value: Stored, span: Span): boolean {
  const { items } = set;
  const { length } = items;
  if (length > short) return search(items, value, span) >= 0;
  for (let i = 0; i < length; i++) if (items[i] === value) return true;
  if (length > 0) compare(value, items[0] as Stored, span);
  return false;
}

/** `set \cup {value}` */
export function insert(set: Item, value: Stored, span: Span): Item {
  const { items } = set;
  if (items.length <= 64) for (let i = 0; i < items.length; i++) if (items[i] === value) return set;
  const hash = (set.hash + elementHash(value)) | 0;
  const known = knownSet(items, value, hash);
  if (known !== undefined) return known;
  const found = search(items, value, span);
  if (found >= 0) return set;
  const at = -1 - found;
  const { length } = items;
  const more: Stored[] = new Array(length + 1);
  for (let i = 0; i < at; i++) more[i] = items[i] as Stored;
  more[at] = value;
  for (let i = at; i < length; i++) more[i + 1] = items[i] as Stored;
  return internSet(more, hash);
}

/** `left \cup right` of enumerated sets. */
export function union(left: Item, right: Item, span: Span): Item {
  if (left === right || right.items.length === 0) return left;
  if (left.items.length === 0) return right;
  if (right.items.length === 1) return insert(left, right.items[0] as Stored, span);
  if (left.items.length === 1) return insert(right, left.items[0] as Stored, span);
  const [a, b] = [left.items, right.items];
  const merged: Stored[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const order = compare(a[i] as Stored, b[j] as Stored, span);
    merged.push((order <= 0 ? a[i] : b[j]) as Stored);
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  while (i < a.length) merged.push(a[i++] as Stored);
  while (j < b.length) merged.push(b[j++] as Stored);
  return sortedSet(merged);
}

/** Whether every element of the one is an element of the other. */
export function isSubset(left: Item, right: Item, span: Span): boolean {
  if (left === right) return true;
  for (const item of left.items) if (!has(right, item, span)) return false;
  return true;
}
