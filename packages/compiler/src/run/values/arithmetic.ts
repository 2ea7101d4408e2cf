import type { Span } from '../../parse/syntax.js';
import { intervalSet } from './set.js';
import { isOther } from './sets.js';
import { fail, show } from './show.js';
import { LazySet, type Value } from './value.js';

// TLC's integers have 32 bits; beyond them is an error.
const least = -0x80000000;
const most = 0x7fffffff;

function needInteger(operator: string, value: Value, span: Span): number {
  return typeof value === 'number' ? value : fail(span, `${operator} needs integers, not ${show(value)}`);
}

/** A result; or an error if TLC's integers do not go so far. */
function checked(result: number, text: () => string, span: Span): number {
  return result >= least && result <= most
    ? result
    : fail(span, `${text()} is beyond 32 bits, which TLC's integers have`);
}

export function plus(left: Value, right: Value, span: Span): number {
  const a = needInteger('+', left, span);
  const b = needInteger('+', right, span);
  const sum = a + b;
  return sum >= least && sum <= most ? sum : checked(sum, () => `${a} + ${b}`, span);
}

export function minus(left: Value, right: Value, span: Span): number {
  const a = needInteger('-', left, span);
  const b = needInteger('-', right, span);
  const difference = a - b;
  return difference >= least && difference <= most
    ? difference
    : checked(difference, () => `${a} - ${b}`, span);
}

export function times(left: Value, right: Value, span: Span): number {
  const a = needInteger('*', left, span);
  const b = needInteger('*', right, span);
  return checked(a * b, () => `${a} * ${b}`, span) + 0;
}

export function negative(value: Value, span: Span): number {
  const a = needInteger('-', value, span);
  return a === 0 ? 0 : checked(-a, () => `-(${a})`, span);
}

export function divide(left: Value, right: Value, span: Span): number {
  const a = needInteger('\\div', left, span);
  const b = needInteger('\\div', right, span);
  if (b === 0) fail(span, `${a} \\div 0 has no value`);
  return checked(Math.floor(a / b), () => `${a} \\div ${b}`, span) + 0;
}

export function remainder(left: Value, right: Value, span: Span): number {
  const a = needInteger('%', left, span);
  const b = needInteger('%', right, span);
  if (b <= 0) fail(span, `the right side of % must be above 0, not ${b}`);
  return (((a % b) + b) % b) + 0;
}

export function power(left: Value, right: Value, span: Span): number {
  const a = needInteger('^', left, span);
  const b = needInteger('^', right, span);
  if (b < 0) fail(span, `the exponent must not be negative: ${b}`);
  if (a === 0 && b === 0) fail(span, '0^0 has no value');
  return checked(a ** b, () => `${a}^${b}`, span) + 0;
}

export function less(left: Value, right: Value, span: Span): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  return needInteger('<', left, span) < needInteger('<', right, span);
}

export function greater(left: Value, right: Value, span: Span): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  return needInteger('>', left, span) > needInteger('>', right, span);
}

export function atMost(left: Value, right: Value, span: Span): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left <= right;
  return needInteger('<=', left, span) <= needInteger('<=', right, span);
}

export function atLeast(left: Value, right: Value, span: Span): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left >= right;
  return needInteger('>=', left, span) >= needInteger('>=', right, span);
}

/** Intervals up to this size are sets like others. */
const small = 64;

/** `left..right` */
export function interval(left: Value, right: Value, span: Span): Value {
  const low = needInteger('..', left, span);
  const high = needInteger('..', right, span);
  if (high - low < small) return intervalSet(low, Math.max(high, low - 1));
  const name = (): string => `${low}..${high}`;
  return new LazySet(
    name,
    () => high - low + 1,
    (value) => {
      if (isOther(value, typeof value === 'number', name)) return false;
      return (value as number) >= low && (value as number) <= high;
    },
    () => Array.from({ length: high - low + 1 }, (_, index) => low + index),
  );
}

/** The ends of `left..right` for a loop, which needs no set. */
export function bound(value: Value, span: Span): number {
  return needInteger('..', value, span);
}

function infinite(name: string, fits: (value: Value) => boolean, has: (value: Value) => boolean): LazySet {
  const text = (): string => name;
  return new LazySet(
    text,
    () => Infinity,
    (value) => !isOther(value, fits(value), text) && has(value),
    undefined,
  );
}

const isNumber = (value: Value): boolean => typeof value === 'number';

export const naturals: LazySet = infinite('Nat', isNumber, (value) => (value as number) >= 0);
export const integers: LazySet = infinite('Int', isNumber, () => true);
