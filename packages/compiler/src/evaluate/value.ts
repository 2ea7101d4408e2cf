import { EvaluationError, isTuple, key, mapping, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import { placeOf, type Span } from '../parse/syntax.js';

/**
 * A set that is known by its membership and, if it is finite, can be enumerated. A class, so that it cannot be taken
 * for a record.
 */
export class LazySet {
  /** What it is, for an error message. */
  readonly name: string;
  readonly has: (value: Value, span: Span) => boolean;
  /** Its elements; an EvaluationError if there is no end of them. */
  readonly enumerate: (span: Span) => TlaSet<TlaValue>;
  /** Whether it is known to have no end. */
  readonly isEndless: boolean;
  #elements: TlaSet<TlaValue> | undefined;

  constructor(name: string, has: LazySet['has'], enumerate: LazySet['enumerate'], endless = false) {
    this.name = name;
    this.has = has;
    this.isEndless = endless;
    this.enumerate = (span) => (this.#elements ??= enumerate(span));
  }
}

/** A set without end that membership can be asked of. */
export function endlessSet(name: string, has: LazySet['has']): LazySet {
  return new LazySet(name, has, (span) => fail(span, `${name} has no end and cannot be enumerated`), true);
}

export function hasNoEnd(value: Value): boolean {
  return value instanceof LazySet && value.isEndless;
}

/** A function that is computed where it is applied: one that is defined by recursion, or on an infinite domain. */
export class LazyFunction {
  readonly domain: Value;
  readonly #apply: (argument: TlaValue) => Value;

  constructor(domain: Value, apply: (argument: TlaValue) => Value) {
    this.domain = domain;
    this.#apply = apply;
  }

  apply(argument: TlaValue): Value {
    return this.#apply(argument);
  }
}

/** What an expression evaluates to. Only values of TLA proper can be elements, fields or results. */
export type Value = TlaValue | LazySet | LazyFunction;

/** Stops with an error of evaluation at a place. */
export function fail(span: Span, message: string): never {
  throw new EvaluationError(message, placeOf(span));
}

/** What is asked of a next state where there is none. */
export class NoNextState extends EvaluationError {}

/** Stops because there is no next state to look at. */
export function failWithoutNext(span: Span, what: string): never {
  throw new NoNextState(`${what} needs a next state, and there is none here`, placeOf(span));
}

/** The value itself, with nothing lazy in it. */
export function concrete(value: Value, span: Span): TlaValue {
  if (value instanceof LazySet) return value.enumerate(span);
  if (value instanceof LazyFunction) {
    const elements = elementsOf(value.domain, span);
    return mapping(elements.map((argument) => [argument, concrete(value.apply(argument), span)] as const));
  }
  return value;
}

/** The elements of a set. */
export function elementsOf(value: Value, span: Span): readonly TlaValue[] {
  if (value instanceof TlaSet) return value.elements;
  if (value instanceof LazySet) return value.enumerate(span).elements;
  return fail(span, `a set is needed here, not ${show(value)}`);
}

export function isSet(value: Value): value is TlaSet<TlaValue> | LazySet {
  return value instanceof TlaSet || value instanceof LazySet;
}

/** Whether a value is a function: a tuple and a record are. */
export function isFunction(value: Value): boolean {
  return kindOf(value) === 'function';
}

/** What can be compared with one another: values of two kinds are neither equal nor different, but a mistake. */
export type Kind = 'integer' | 'boolean' | 'string' | 'model value' | 'set' | 'function';

const kinds: { readonly [type: string]: Kind | undefined } = {
  number: 'integer',
  bigint: 'integer',
  boolean: 'boolean',
  string: 'string',
  symbol: 'model value',
};

export function kindOf(value: Value): Kind {
  return kinds[typeof value] ?? (isSet(value) ? 'set' : 'function');
}

/** The beginning of a value's text, for a message. */
export function show(value: Value): string {
  if (value instanceof LazySet) return value.name;
  if (value instanceof LazyFunction) return 'a function';
  const text = key(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

/** A boolean; otherwise an error that says where one is needed. */
export function truth(value: Value, span: Span): boolean {
  if (typeof value === 'boolean') return value;
  return fail(span, `TRUE or FALSE is needed here, not ${show(value)}`);
}

/** The sequence's elements if a value is a tuple, or a function on `1..n`. */
export function asTuple(value: Value): readonly TlaValue[] | undefined {
  if (isTuple(value)) return value;
  if (value instanceof TlaFunction && value.domain.every((argument, index) => argument === index + 1)) {
    return value.values;
  }
  return undefined;
}
