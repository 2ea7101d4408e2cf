import { EvaluationError } from './error.js';
import { compareByKey, isTuple, Keyed, key } from './key.js';
import type { TlaValue } from './value.js';

/** A finite set: its elements, each once, in the order of their keys. Immutable. */
export class TlaSet<T extends TlaValue> extends Keyed implements Iterable<T> {
  readonly elements: readonly T[];
  /** The key of each element, at its index. */
  readonly keys: readonly string[];
  #key: string | undefined;
  #hash: number | undefined;

  /** For this package: elements already sorted and without repetition, and the hash if it is known. Elsewhere: {@link set}. */
  constructor(elements: readonly T[], keys: readonly string[], hash?: number) {
    super();
    this.elements = elements;
    this.keys = keys;
    this.#hash = hash;
  }

  /** The same for equal sets, a small integer: the sum of what the elements' keys give. */
  get hash(): number {
    this.#hash ??= this.keys.reduce((sum, k) => (sum + hashOfKey(k)) & 0x3fffffff, 0);
    return this.#hash;
  }

  override get key(): string {
    this.#key ??= `{${this.keys.join(', ')}}`;
    return this.#key;
  }

  get size(): number {
    return this.elements.length;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.elements[Symbol.iterator]();
  }

  /** `value \in this` */
  has(value: TlaValue): boolean {
    if (typeof value !== 'object') return this.elements.includes(value as T);
    const found = isTuple(value) ? hasTuple(this.elements, value) : undefined;
    return found ?? find(this, value, key(value)) >= 0;
  }
}

/**
 * Whether one of these elements is this tuple, found out by looking at them: for votes and the like, making a key would
 * take longer.
 *
 * @returns undefined if it takes more than `===` on tuples to say
 */
function hasTuple(elements: readonly TlaValue[], value: readonly TlaValue[]): boolean | undefined {
  const { length } = value;
  for (let i = 0; i < length; i++) if (typeof value[i] === 'object') return undefined;
  for (const element of elements) {
    // A function on 1..n may equal a tuple without being written as one.
    if (!isTuple(element)) return undefined;
    if (element.length !== length) continue;
    let i = 0;
    while (i < length && element[i] === value[i]) i++;
    if (i === length) return true;
  }
  return false;
}

/** Whether two sets are equal: quicker than by their keys, which are long. */
export function equalSets(left: TlaSet<TlaValue>, right: TlaSet<TlaValue>): boolean {
  if (left === right) return true;
  if (left.size !== right.size || left.hash !== right.hash) return false;
  for (let i = 0; i < left.keys.length; i++) if (left.keys[i] !== right.keys[i]) return false;
  return true;
}

/** What an element with this key adds to the hash of a set. */
export function hashOfKey(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

/** The set of these values. */
export function set<T extends TlaValue>(values: Iterable<T>): TlaSet<T> {
  const elements = Array.from(values);
  // Most sets of votes and the like are as small as that.
  if (elements.length <= 1) return new TlaSet(elements, elements.map(key));
  const pairs = elements.map((value) => [value, key(value)] as const);
  pairs.sort((left, right) => compareByKey(left[0], left[1], right[0], right[1]));
  const distinct = pairs.filter(([, k], index) => index === 0 || pairs[index - 1]?.[1] !== k);
  return new TlaSet(
    distinct.map(([value]) => value),
    distinct.map(([, k]) => k),
  );
}

/** The index of a value among the elements; if it is not there, -1 minus the index where it belongs. */
function find(within: TlaSet<TlaValue>, value: TlaValue, valueKey: string): number {
  let low = 0;
  let high = within.elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const middleKey = within.keys[middle] as string;
    if (middleKey === valueKey) return middle;
    if (compareByKey(within.elements[middle] as TlaValue, middleKey, value, valueKey) < 0) low = middle + 1;
    else high = middle;
  }
  return -1 - low;
}

/** `within \cup {value}`; the same object if the value is in it already. */
export function including<T extends TlaValue>(within: TlaSet<T>, value: T): TlaSet<T> {
  const valueKey = key(value);
  const place = find(within, value, valueKey);
  if (place >= 0) return within;
  const index = -1 - place;
  return new TlaSet(
    within.elements.toSpliced(index, 0, value),
    within.keys.toSpliced(index, 0, valueKey),
    (within.hash + hashOfKey(valueKey)) & 0x3fffffff,
  );
}

/** `left \cup right` */
export function union<T extends TlaValue>(left: TlaSet<T>, right: TlaSet<T>): TlaSet<T> {
  return set([...left, ...right]);
}

/** `left \cap right` */
export function intersection<T extends TlaValue>(left: TlaSet<T>, right: TlaSet<TlaValue>): TlaSet<T> {
  return filter(left, (element) => right.has(element));
}

/** `left \ right` */
export function difference<T extends TlaValue>(left: TlaSet<T>, right: TlaSet<TlaValue>): TlaSet<T> {
  return filter(left, (element) => !right.has(element));
}

/** `{x \in within : condition(x)}` */
export function filter<T extends TlaValue, U extends T>(
  within: TlaSet<T>,
  condition: (element: T) => element is U,
): TlaSet<U>;
export function filter<T extends TlaValue>(within: TlaSet<T>, condition: (element: T) => boolean): TlaSet<T>;
export function filter<T extends TlaValue>(within: TlaSet<T>, condition: (element: T) => boolean): TlaSet<T> {
  const kept: T[] = [];
  const keys: string[] = [];
  for (let i = 0; i < within.elements.length; i++) {
    const element = within.elements[i] as T;
    if (!condition(element)) continue;
    kept.push(element);
    keys.push(within.keys[i] as string);
  }
  return new TlaSet(kept, keys);
}

/** `{image(x) : x \in within}` */
export function map<T extends TlaValue, U extends TlaValue>(
  within: TlaSet<T>,
  image: (element: T) => U,
): TlaSet<U> {
  return set(within.elements.map(image));
}

/** `left \subseteq right` */
export function isSubset(left: TlaSet<TlaValue>, right: TlaSet<TlaValue>): boolean {
  return left.elements.every((element) => right.has(element));
}

/** `low..high`, as a set. Empty if `high` is smaller. */
export function interval(low: number, high: number): TlaSet<number> {
  if (high - low >= 10_000_000) throw new EvaluationError(`${low}..${high} is too large to be enumerated`);
  return set(Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index));
}
