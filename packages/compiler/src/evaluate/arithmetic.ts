import { interval, type TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import { endlessSet, fail, LazySet, show, type Value } from './value.js';

type Integer = number | bigint;

/** An integer; otherwise an error that names the operator that needs one. */
export function integer(value: Value, operator: string, span: Span): Integer {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return fail(span, `${operator} needs integers, not ${show(value)}`);
}

/** Integers up to 2^53 are numbers, larger ones bigints: each has one representation. */
function normal(value: bigint): Integer {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function calculator(
  operator: string,
  small: (left: number, right: number) => number,
  large: (left: bigint, right: bigint) => bigint,
): (span: Span, left: Value, right: Value) => TlaValue {
  return (span, left, right) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const result = small(left, right);
      if (Number.isSafeInteger(result)) return result === 0 ? 0 : result;
    }
    return normal(large(BigInt(integer(left, operator, span)), BigInt(integer(right, operator, span))));
  };
}

const floorDivide = (left: bigint, right: bigint): bigint => {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
};

const divide = calculator('\\div', (a, b) => Math.floor(a / b), floorDivide);
const remainder = calculator(
  '%',
  (a, b) => ((a % b) + b) % b,
  (a, b) => ((a % b) + b) % b,
);
const power = calculator(
  '^',
  (a, b) => a ** b,
  (a, b) => a ** b,
);

type Binary = (span: Span, left: Value, right: Value) => Value;

function comparison(operator: string, holds: (left: Integer, right: Integer) => boolean): Binary {
  return (span, left, right) => holds(integer(left, operator, span), integer(right, operator, span));
}

/** The operators of Naturals and Integers with two arguments. */
export const arithmetic: Readonly<Record<string, Binary>> = {
  '+': calculator(
    '+',
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  '-': calculator(
    '-',
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  '*': calculator(
    '*',
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  '\\div': (span, left, right) => {
    if (integer(right, '\\div', span) === 0) fail(span, 'the right side of \\div is 0');
    return divide(span, left, right);
  },
  '%': (span, left, right) => {
    if (integer(right, '%', span) <= 0) fail(span, `the right side of % must be above 0, not ${show(right)}`);
    return remainder(span, left, right);
  },
  '^': (span, left, right) => {
    const exponent = integer(right, '^', span);
    if (exponent < 0) fail(span, `the exponent must not be negative: ${show(right)}`);
    if (exponent === 0 && integer(left, '^', span) === 0) fail(span, '0 ^ 0 is undefined');
    if (exponent > 100_000) fail(span, `the exponent ${show(right)} is too large`);
    return power(span, left, right);
  },
  '<': comparison('<', (a, b) => a < b),
  '>': comparison('>', (a, b) => a > b),
  '<=': comparison('<=', (a, b) => a <= b),
  '>=': comparison('>=', (a, b) => a >= b),
  '..': (span, left, right) => {
    const low = integer(left, '..', span);
    const high = integer(right, '..', span);
    const size = Number(high) - Number(low) + 1;
    if (size < 1000) return interval(Number(low), Number(high));
    return new LazySet(
      `${low}..${high}`,
      (value, at) => {
        const number = numberIn('..', value, at);
        return number !== undefined && number >= low && number <= high;
      },
      (at) =>
        size > 1_000_000
          ? fail(at, `${low}..${high} is too large to be enumerated`)
          : interval(Number(low), Number(high)),
    );
  },
};

/** `-x` */
export function negate(span: Span, value: Value): Value {
  return (arithmetic['-'] as Binary)(span, 0, value);
}

/** A number for `x \in Nat`; TLC too refuses to ask that of a value that is no number. */
function numberIn(name: string, value: Value, span: Span): Integer | undefined {
  return typeof value === 'symbol' ? undefined : integer(value, `\\in ${name}`, span);
}

export const naturals: LazySet = endlessSet('Nat', (value, span) => {
  const number = numberIn('Nat', value, span);
  return number !== undefined && number >= 0;
});

export const integers: LazySet = endlessSet(
  'Int',
  (value, span) => numberIn('Int', value, span) !== undefined,
);

export const strings: LazySet = endlessSet('STRING', (value, span) => {
  if (typeof value === 'string') return true;
  return typeof value === 'symbol' ? false : fail(span, `\\in STRING needs a string, not ${show(value)}`);
});
