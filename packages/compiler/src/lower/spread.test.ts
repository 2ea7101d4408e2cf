import { describe, expect, it } from 'vitest';
import { lowerUnits } from '../../test/lowered.js';

const choose = "Next == (\\E e \\in S : x' = e) /\\ UNCHANGED y";

describe('a set of which TLC may take an element once or several times', () => {
  it.each([
    ['evaluated once, and listed by an assumption', 'S == UNION {1..2, 2..3}\nASSUME Cardinality(S) = 3'],
    ['by way of another name', 'S == UNION {1..2, 2..3}\nT == S\nASSUME T = {1, 2, 3}'],
    ['by an operator', 'S == UNION {1..2, 2..3}\nOp(T) == Cardinality(T)\nASSUME Op(S) = 3'],
    ['by a definition that nothing uses', 'S == UNION {1..2, 2..3}\nT == S = {1}'],
    ['by a part of it', 'T == UNION {1..2, 2..3}\nS == T \\ {1}\nASSUME T /= {}'],
    ['within a set', 'S == UNION {1..2, 2..3}\nT == {S, {1}}'],
    ['once an invariant asks', 'S == (1..2) \\X (1..2) \\union (2..3) \\X (1..2)\nInv == Cardinality(S) > x'],
    [
      'what a variable holds may be listed or an interval',
      'S == UNION {x, {1, 2}}\nInit == x \\in {1..2, {1}} /\\ y = 0',
    ],
    ['what a variable holds may have been written to disk', 'S == UNION x\nInit == x = SUBSET P /\\ y = 0'],
    ['the union with a set that may be empty', 'S == UNION {(P \\ {1}) \\union (1..2), {1}}'],
    ['one of several', 'S == UNION {IF n = 1 THEN {1} ELSE 1..n : n \\in P}'],
    ['sets with such elements', 'S == UNION {UNION {1..2, 2..3}, {1}}'],
    ['pairs', 'S == (UNION {1..2, 2..3}) \\X P'],
    ['functions', 'S == [P -> UNION {1..2, 2..3}]'],
    ['an element', 'S == CHOOSE T \\in {UNION {1..2, 2..3}} : TRUE'],
    [
      'a recursive function',
      'f[n \\in 0..2] == IF n = 0 THEN {} ELSE f[n - 1] \\union (1..n)\nS == UNION {f[n] : n \\in P}',
    ],
  ])('is refused: %s', async (_, units) => {
    await expect(lowerUnits(`${units}\n${choose}`, cfgOf(units))).rejects.toMatchObject({
      code: 'tla-unsupported',
      message: expect.stringContaining('of which TLC may take an element once or several times'),
      place: { file: 'T.tla' },
    });
  });

  it.each([
    ['elements are asked for', 'S == UNION {1..2, 2..3}\nASSUME 2 \\in S /\\ \\A n \\in S : n > 0'],
    [
      'a message is one of them',
      'S == [a : P, b : {1}] \\union [a : P, b : P]\nInv == {y} \\in SUBSET S \\/ {x} \\subseteq S',
    ],
    ['by an operator', 'S == UNION {1..2, 2..3}\nOp(T) == 2 \\in T\nASSUME Op(S)'],
    [
      'each element is in one part only',
      'S == [a : {"b"}, c : P] \\union [a : {"c"}, c : P]\nASSUME Cardinality(S) = 4',
    ],
    [
      'a recursive operator makes it, with other operands each time',
      'RECURSIVE R(_, _)\nR(n, T) == IF n = 0 THEN T ELSE R(n - 1, T \\union {{n}})\nS == UNION R(2, {P})',
    ],
    ['the union is evaluated each time', 'S == UNION {1..2, 2..y}\nInv == Cardinality(S) = 3'],
  ])('is not refused where %s', async (_, units) => {
    const { next } = await lowerUnits(`${units}\n${choose}`, cfgOf(units));
    expect(next).toBeDefined();
  });
});

function cfgOf(units: string): string {
  return units.includes('Inv ==') ? 'INIT Init NEXT Next INVARIANT Inv' : 'INIT Init NEXT Next';
}
