import { answer, type Truth } from '@synod/spec';
import { key, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import type { Place, Question, Variable } from './questions.js';

/** Told of each question that is asked. */
type Ask = (question: Question) => void;

/**
 * A set like another one, which tells what is asked of it: whether it has an element, or anything else, which counts as
 * all of it.
 */
class WatchedSet {
  readonly actual: TlaSet<TlaValue>;
  readonly place: Place;
  readonly ask: Ask;

  constructor(actual: TlaSet<TlaValue>, place: Place, ask: Ask) {
    this.actual = actual;
    this.place = place;
    this.ask = ask;
  }

  has(element: TlaValue): boolean {
    this.ask(this.place.has(element));
    return this.actual.has(element);
  }

  [answer](operator: Truth, k: unknown, formals: readonly unknown[]): boolean {
    const question = this.place.is(operator, k, formals);
    if (question !== undefined) this.ask(question);
    return operator(k, question === undefined ? this.all() : this.actual, ...formals);
  }

  all(): TlaSet<TlaValue> {
    this.ask(this.place.whole);
    return this.actual;
  }

  get elements(): readonly TlaValue[] {
    return this.all().elements;
  }

  get keys(): readonly string[] {
    return this.all().keys;
  }

  get hash(): number {
    return this.all().hash;
  }

  get key(): string {
    return this.all().key;
  }

  get size(): number {
    return this.all().size;
  }

  [Symbol.iterator](): Iterator<TlaValue> {
    return this.all()[Symbol.iterator]();
  }
}

/** A function like another one, which tells which of its values are looked at. Its arguments are always the same. */
class WatchedFunction {
  readonly domain: readonly TlaValue[];
  readonly actual: TlaFunction<TlaValue, TlaValue>;
  readonly variable: Variable;
  readonly ask: Ask;

  constructor(actual: TlaFunction<TlaValue, TlaValue>, variable: Variable, ask: Ask) {
    this.domain = actual.domain;
    this.actual = actual;
    this.variable = variable;
    this.ask = ask;
  }

  valueAt(index: number): TlaValue {
    const value = this.actual.values[index] as TlaValue;
    const place = this.variable.at(index);
    if (place.isSet) return watchedSet(value as TlaSet<TlaValue>, place, this.ask);
    this.ask(place.whole);
    return value;
  }

  all(): TlaFunction<TlaValue, TlaValue> {
    this.ask(this.variable.whole);
    return this.actual;
  }

  get values(): readonly TlaValue[] {
    return this.all().values;
  }

  get key(): string {
    return this.all().key;
  }
}

// They are sets and functions, but have not got the fields of these, which could be looked at unseen.
Object.setPrototypeOf(WatchedSet.prototype, TlaSet.prototype);
Object.setPrototypeOf(WatchedFunction.prototype, TlaFunction.prototype);

function watchedSet(actual: TlaSet<TlaValue>, place: Place, ask: Ask): TlaValue {
  return new WatchedSet(actual, place, ask) as unknown as TlaSet<TlaValue>;
}

/** The value of a variable, watched; nothing if it is of a kind that cannot be. */
export function watched(variable: Variable, value: TlaValue, ask: Ask): TlaValue | undefined {
  if (variable.isSet) return watchedSet(value as TlaSet<TlaValue>, variable, ask);
  if (!variable.isFunction) return undefined;
  const f = new WatchedFunction(value as TlaFunction<TlaValue, TlaValue>, variable, ask);
  return f as unknown as TlaFunction<TlaValue, TlaValue>;
}

/** Whether a value tells what is asked of it. */
export function isWatched(value: object): boolean {
  return value instanceof WatchedSet || value instanceof WatchedFunction;
}

/** The value that a value stands for. What it holds is looked at: all of it is asked. */
export function unwatched(value: TlaValue): TlaValue {
  if (typeof value !== 'object') return value;
  if (value instanceof WatchedSet || value instanceof WatchedFunction) return value.all();
  key(value);
  return value;
}
