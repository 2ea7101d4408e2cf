import {
  equal,
  interval,
  isTuple,
  mapping,
  product,
  set,
  TlaFunction,
  type TlaRecord,
  type TlaValue,
} from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import { equalValues, isMember, pairsOf } from './equality.js';
import { checkSize } from './sets.js';
import {
  asTuple,
  concrete,
  elementsOf,
  fail,
  isFunction,
  isSet,
  LazyFunction,
  LazySet,
  show,
  type Value,
} from './value.js';

/** `f[argument]` */
export function applyFunction(f: Value, argument: Value, span: Span): Value {
  if (f instanceof TlaFunction) {
    const index = f.indexOf(concrete(argument, span));
    if (index >= 0) return f.values[index] as TlaValue;
  } else if (isTuple(f)) {
    if (typeof argument === 'number' && Number.isInteger(argument)) {
      const element = f[argument - 1];
      if (element !== undefined) return element;
    }
  } else if (f instanceof LazyFunction) {
    const value = concrete(argument, span);
    if (isMember(value, f.domain, span)) return f.apply(value);
  } else if (!isFunction(f)) {
    fail(span, `only a function can be applied, not ${show(f)}`);
  } else if (typeof argument === 'string' && Object.hasOwn(f as TlaRecord, argument)) {
    return (f as TlaRecord)[argument] as TlaValue;
  }
  return fail(span, `${show(argument)} is outside the domain of ${show(f)}`);
}

/** `r.name` */
export function fieldOf(record: Value, name: string, span: Span): Value {
  if (!isFunction(record)) fail(span, `only a record has fields, not ${show(record)}`);
  if (record instanceof TlaFunction || record instanceof LazyFunction)
    return applyFunction(record, name, span);
  if (!isTuple(record) && Object.hasOwn(record as TlaRecord, name))
    return (record as TlaRecord)[name] as TlaValue;
  return fail(span, `${show(record)} has no field ${name}`);
}

/** `DOMAIN f` */
export function domainOf(span: Span, f: Value): Value {
  if (!isFunction(f)) fail(span, `DOMAIN needs a function, not ${show(f)}`);
  if (f instanceof LazyFunction) return f.domain;
  if (isTuple(f)) return interval(1, f.length);
  return set(pairsOf(f as TlaValue).domain);
}

/** `[f EXCEPT ![argument] = change(@)]`; outside the domain nothing changes, as in TLA+ and in TLC. */
export function update(f: Value, argument: TlaValue, change: (old: Value) => TlaValue, span: Span): TlaValue {
  if (!isFunction(f)) fail(span, `EXCEPT needs a function, not ${show(f)}`);
  const whole = concrete(f, span);
  const { domain, values } = pairsOf(whole);
  const index = domain.findIndex((candidate) => equal(candidate, argument));
  if (index < 0) return whole;
  const old = values[index] as TlaValue;
  const changed = change(old);
  if (whole instanceof TlaFunction) return new TlaFunction(domain, values.with(index, changed));
  if (isTuple(whole)) return whole.with(index, changed);
  return { ...(whole as TlaRecord), [argument as string]: changed };
}

/** `[domain -> range]` */
export function functionSet(span: Span, domain: Value, range: Value): Value {
  if (!isSet(domain)) fail(span, `[S -> T] needs sets, not ${show(domain)}`);
  if (!isSet(range)) fail(span, `[S -> T] needs sets, not ${show(range)}`);
  const name = `[${show(domain)} -> ${show(range)}]`;
  return new LazySet(
    name,
    (value, at) => {
      if (typeof value === 'symbol') return false;
      if (!isFunction(value)) return fail(at, `\\in ${name} needs a function, not ${show(value)}`);
      const f = concrete(value, at);
      const pairs = pairsOf(f);
      if (!equalValues(set(pairs.domain), domain, at)) return false;
      return pairs.values.every((element) => isMember(element, range, at));
    },
    (at) => {
      const [from, to] = [elementsOf(domain, at), elementsOf(range, at)];
      checkSize(to.length ** from.length, name, at);
      const functions = [...product(from.map(() => to))] as TlaValue[][];
      return set<TlaValue>(
        functions.map((values) => mapping(from.map((argument, i) => [argument, values[i] as TlaValue]))),
      );
    },
  );
}

/** `[a : S, b : T]` */
export function recordSet(
  span: Span,
  fields: readonly { readonly name: string; readonly value: Value }[],
): Value {
  for (const { value } of fields) if (!isSet(value)) fail(span, `[a : S] needs sets, not ${show(value)}`);
  const name = `[${fields.map((field) => `${field.name} : ${show(field.value)}`).join(', ')}]`;
  const sorted = fields.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return new LazySet(
    name,
    (value, at) => {
      if (typeof value === 'symbol') return false;
      if (!isFunction(value)) return fail(at, `\\in ${name} needs a record, not ${show(value)}`);
      const { domain, values } = pairsOf(concrete(value, at));
      if (domain.length !== sorted.length) return false;
      return (
        sorted.every((field, index) => field.name === domain[index]) &&
        sorted.every((field, index) => isMember(values[index] as TlaValue, field.value, at))
      );
    },
    (at) => {
      const domains = fields.map((field) => elementsOf(field.value, at));
      checkSize(
        domains.reduce((size, domain) => size * domain.length, 1),
        name,
        at,
      );
      const records = [...product(domains)] as TlaValue[][];
      return set<TlaValue>(
        records.map((values) =>
          Object.fromEntries(fields.map((field, index) => [field.name, values[index] as TlaValue])),
        ),
      );
    },
  );
}

/** `argument :> value` */
export function single(span: Span, argument: Value, value: Value): Value {
  return mapping([[concrete(argument, span), concrete(value, span)]]);
}

/** `left @@ right`: of two values for one argument the left one counts. */
export function merge(span: Span, left: Value, right: Value): Value {
  for (const side of [left, right])
    if (!isFunction(side)) fail(span, `@@ needs functions, not ${show(side)}`);
  const pairs = [left, right].flatMap((side) => {
    const { domain, values } = pairsOf(concrete(side, span));
    return domain.map((argument, index) => [argument, values[index] as TlaValue] as const);
  });
  return mapping(pairs);
}

/** The elements of a sequence; otherwise an error that names the operator that needs one. */
export function sequence(value: Value, operator: string, span: Span): readonly TlaValue[] {
  const whole = value instanceof LazyFunction ? concrete(value, span) : value;
  return asTuple(whole) ?? fail(span, `${operator} needs a sequence, not ${show(value)}`);
}
