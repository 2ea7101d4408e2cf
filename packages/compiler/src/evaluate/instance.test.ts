import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { moduleOf } from '../../test/support.js';

const counter = `---- MODULE Counter ----
EXTENDS Naturals
CONSTANT Step
VARIABLE count
LOCAL Hidden == 1
Up == count' = count + Step
Same == UNCHANGED count
Seen == <<count, Step>>
Plus(n) == count + n
====`;

const state = (x: number, y = 0): { x: number; y: number } => ({ x, y });

describe('INSTANCE', () => {
  it('puts what WITH says in the place of constants and variables, in this state and the next', async () => {
    const spec = await moduleOf('I == INSTANCE Counter WITH count <- x * 10, Step <- 10\nD == I!Plus(1)', {
      Counter: counter,
    });
    expect(key(spec.evaluate('I!Seen', state(2)))).toBe('<<20, 10>>');
    expect(spec.evaluate('D', state(2))).toBe(21);
    expect(spec.holds('I!Up', [], state(2), state(3))).toBe(true);
    expect(spec.holds('I!Up', [], state(2), state(4))).toBe(false);
    expect(spec.holds('I!Same', [], state(2), state(2, 1))).toBe(true);
    expect(spec.holds('I!Same', [], state(2), state(3))).toBe(false);
  });

  it('takes what has the same name where WITH says nothing', async () => {
    const spec = await moduleOf('Step == 5\ncount == y + 1\nI == INSTANCE Counter', { Counter: counter });
    expect(key(spec.evaluate('I!Seen', state(0, 7)))).toBe('<<8, 5>>');
    expect(spec.holds('I!Up', [], state(0, 1), state(0, 6))).toBe(true);
  });

  it('without a name takes the definitions over', async () => {
    const spec = await moduleOf('INSTANCE Counter WITH count <- x, Step <- 1', { Counter: counter });
    expect(spec.evaluate('Plus', state(2), [3])).toBe(5);
  });

  it('goes through more than one module', async () => {
    const middle =
      '---- MODULE Middle ----\nVARIABLE z\nC == INSTANCE Counter WITH count <- z, Step <- 2\n====';
    const spec = await moduleOf('M == INSTANCE Middle WITH z <- x\nD == M!C!Plus(1)', {
      Counter: counter,
      Middle: middle,
    });
    expect(spec.evaluate('D', state(4))).toBe(5);
    expect(spec.holds('M!C!Up', [], state(4), state(6))).toBe(true);
  });

  it.each([
    [
      'I == INSTANCE Counter WITH Step <- 1',
      '`count` is neither declared nor defined, but it is a variable of Counter',
    ],
    ['I == INSTANCE Counter WITH count <- x, Step <- 1, other <- 2', '`other`'],
    ['I == INSTANCE Counter WITH count <- x, Step <- 1\nD == I!Hidden', '`Hidden`'],
    ['I == INSTANCE Nowhere', 'there is no module Nowhere'],
  ])('%s is refused', async (units, message) => {
    await expect(moduleOf(units, { Counter: counter })).rejects.toThrow(message);
  });
});

describe('prime', () => {
  it('reaches through parameters, LET and definitions', async () => {
    const spec = await moduleOf(`
Next(v) == v' = v + 1
Up == Next(x)
UpBy(n) == Next(x + n)
Twice == x * 2
Doubled == Twice' = 4
Let == LET a == x + 1 IN a' = 10
Both == (x + y)' = 10
Function == [i \\in {1} |-> x]'[1] = 9
f[i \\in Nat] == IF i = 0 THEN x ELSE f[i - 1] + x
Recursive == f[1] = 2 /\\ f'[1] = 18`);
    expect(spec.holds('Up', [], state(1), state(2))).toBe(true);
    expect(spec.holds('Up', [], state(1), state(3))).toBe(false);
    expect(spec.holds('UpBy', [4], state(1), state(2))).toBe(true);
    expect(spec.holds('Doubled', [], state(7), state(2))).toBe(true);
    expect(spec.holds('Let', [], state(1), state(9))).toBe(true);
    expect(spec.holds('Both', [], state(0), state(4, 6))).toBe(true);
    expect(spec.holds('Function', [], state(1), state(9))).toBe(true);
    expect(spec.holds('Recursive', [], state(1), state(9))).toBe(true);
  });

  it('is not remembered from another step', async () => {
    const spec = await moduleOf("Value == x + 1\nStep == Value' = Value + 1");
    for (const [from, to] of [
      [1, 2],
      [5, 6],
      [1, 3],
      [2, 3],
      [1, 2],
    ] as const) {
      expect(spec.holds('Step', [], state(from), state(to))).toBe(to === from + 1);
      expect(spec.evaluate('Value', state(to))).toBe(to + 1);
    }
  });

  it('nor is a definition whose parts were already known from another state', async () => {
    const spec = await moduleOf('Part == x + 1\nWhole == Part * 10');
    expect(spec.evaluate('Part', state(1))).toBe(2);
    expect(spec.evaluate('Whole', state(1))).toBe(20);
    expect(spec.evaluate('Whole', state(2))).toBe(30);
  });

  it('[A]_v also allows v to stay as it is, and <<A>>_v forbids it', async () => {
    const spec = await moduleOf("A == y' = y + 1\nBox == [A]_y\nAngle == <<A>>_x");
    expect(spec.holds('Box', [], state(1, 1), state(2, 1))).toBe(true);
    expect(spec.holds('Box', [], state(1, 1), state(1, 2))).toBe(true);
    expect(spec.holds('Box', [], state(1, 1), state(1, 3))).toBe(false);
    expect(spec.holds('Angle', [], state(1, 1), state(1, 2))).toBe(false);
    expect(spec.holds('Angle', [], state(1, 1), state(2, 2))).toBe(true);
  });
});
