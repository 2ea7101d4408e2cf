/**
 * Values as generated code has them: two are equal exactly when they are `===`. Integers and booleans are JavaScript's own;
 * strings, model values, sets and functions are {@link Item}s, of which a store has one for each value. A large set, or a
 * function that is defined by recursion, may stand unevaluated instead; it is not an element of anything.
 */
export type Value = number | boolean | Item | LazySet | LazyFunction;

/** What can be an element, a field or the value of a variable. */
export type Stored = number | boolean | Item;

export const STRING = 0;
export const MODEL = 1;
export const SET = 2;
export const FUNCTION = 3;
export const LAZY_SET = 4;
export const LAZY_FUNCTION = 5;

/** A string, a model value, a set with its elements in order, or a function with its values in the order of its domain. */
export class Item {
  readonly kind: number;
  /** Its index among the values of the store. */
  readonly id: number;
  readonly hash: number;
  readonly items: readonly Stored[];
  /** Of a function: its domain, shared by all functions with that domain. */
  readonly shape: Shape;

  constructor(kind: number, id: number, hash: number, items: readonly Stored[], shape: Shape) {
    this.kind = kind;
    this.id = id;
    this.hash = hash;
    this.items = items;
    this.shape = shape;
  }
}

export const TUPLE = 0;
export const RECORD = 1;
export const GENERAL = 2;

/** The domain of functions, and where in them the value of an argument stands. */
export interface Shape {
  readonly id: number;
  /** TUPLE if the domain is 1..n, RECORD if it consists of strings, otherwise GENERAL. The empty function is a tuple. */
  readonly kind: number;
  readonly size: number;
  readonly domain: readonly Stored[];
  /** If the domain is an interval, where it begins; otherwise NaN. */
  readonly low: number;
  /** The position of an item by its id, or -1, as far as it goes. */
  readonly slots: Int32Array;
  /** The position of an element, where `low` and `slots` do not say it. */
  readonly positions: ReadonlyMap<Stored, number> | undefined;
}

/** A set that is known by its membership and, if it is finite, can be enumerated. */
export class LazySet {
  readonly kind: typeof LAZY_SET = LAZY_SET;
  /** What it is, for a message. */
  readonly name: () => string;
  readonly has: (value: Value) => boolean;
  /** All elements; undefined if there is no end of them. */
  readonly enumerate: (() => readonly Stored[]) | undefined;
  /** How many elements it has; Infinity if there is no end of them. */
  readonly size: () => number;
  /** The set of its elements, once it was needed. */
  set: Item | undefined = undefined;
  /** What was found of the last values that it was asked for. */
  verdicts: Map<Value, boolean> | undefined = undefined;

  constructor(
    name: () => string,
    size: () => number,
    has: (value: Value) => boolean,
    enumerate: (() => readonly Stored[]) | undefined,
  ) {
    this.name = name;
    this.size = size;
    this.has = has;
    this.enumerate = enumerate;
  }
}

/** A function that is computed where it is applied, once for each argument. */
export class LazyFunction {
  readonly kind: typeof LAZY_FUNCTION = LAZY_FUNCTION;
  readonly domain: Value;
  readonly compute: (argument: Stored) => Value;
  readonly known: Map<Stored, Value> = new Map();

  constructor(domain: Value, compute: (argument: Stored) => Value) {
    this.domain = domain;
    this.compute = compute;
  }
}

/** The elements of a set by the string that they have in a field. */
export interface FieldIndex {
  readonly set: Item;
  readonly field: Item;
  /** The strings, and beside them the elements that have them; undefined if not all have one, or there are many different ones. */
  readonly strings: readonly Item[] | undefined;
  readonly elements: readonly (readonly Stored[])[];
}
