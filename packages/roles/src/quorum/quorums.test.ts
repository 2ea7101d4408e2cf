import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quorumAmong } from './quorum-among.js';
import { quorumProblems } from './quorum-problems.js';
import { quorumSystem } from './quorum-system.js';
import type { Quorums } from './quorums.js';

const four = ['a', 'b', 'c', 'd'];

const smallest = (quorums: Quorums, acceptors = four): readonly string[] =>
  quorumSystem(quorums, acceptors)
    .smallest()
    .map((quorum) => quorum.join(''));

describe('the smallest quorums', () => {
  it.each<[Quorums, string]>([
    [{ type: 'majority' }, 'abc abd acd bcd'],
    [{ type: 'weighted', weights: { a: 1, b: 1, c: 1, d: 0 } }, 'ab ac bc'],
    [{ type: 'weighted', weights: { a: 2, b: 1, c: 1, d: 1 } }, 'ab ac ad bcd'],
    [{ type: 'weighted', weights: { a: 9, b: 1, c: 1, d: 1 } }, 'a'],
    [
      {
        type: 'grid',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      'abc abd acd bcd',
    ],
    [{ type: 'grid', rows: [['a', 'b', 'c', 'd']] }, 'abcd'],
    [
      {
        type: 'explicit',
        quorums: [
          ['a', 'b', 'c'],
          ['b', 'a'],
          ['b', 'd'],
        ],
      },
      'ab bd',
    ],
  ])('of %j', (quorums, expected) => {
    expect(quorumProblems(quorums, four)).toEqual([]);
    expect(smallest(quorums).toSorted().join(' ')).toBe(expected);
  });

  it('are more than half, not half', () => {
    const known = quorumSystem({ type: 'majority' }, four);
    expect(
      [
        ['a', 'b'],
        ['a', 'b', 'c'],
        ['a', 'b', 'x', 'y'],
      ].map((set) => known.isQuorum(new Set(set))),
    ).toEqual([false, true, false]);
  });

  it('of a grid need a row and a column', () => {
    const rows = [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ];
    const all = rows.flat();
    const known = quorumSystem({ type: 'grid', rows }, all);
    expect(['ab', 'ace', 'abce', 'abcd', 'abcf'].filter((set) => known.isQuorum(new Set(set)))).toEqual([
      'abce',
    ]);
    expect(smallest({ type: 'grid', rows }, all)).toHaveLength(6);
  });
});

const names = Array.from({ length: 6 }, (_, i) => `a${i}`);
const subset = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
const anything: fc.Arbitrary<Quorums> = fc.oneof(
  fc.constant<Quorums>({ type: 'majority' }),
  fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }).map(
    (weights): Quorums => ({
      type: 'weighted',
      weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])),
    }),
  ),
  fc.constantFrom<Quorums>(
    { type: 'grid', rows: [names.slice(0, 3), names.slice(3)] },
    { type: 'grid', rows: [names.slice(0, 2), names.slice(2, 4), names.slice(4)] },
  ),
  fc.array(subset, { maxLength: 4 }).map((quorums): Quorums => ({ type: 'explicit', quorums })),
);
const valid = anything.filter((quorums) => quorumProblems(quorums, names).length === 0);

describe('all quorums that nothing is wrong with', () => {
  it('have an acceptor in common, any two of them', () => {
    fc.assert(
      fc.property(valid, subset, subset, (quorums, some, others) => {
        const known = quorumSystem(quorums, names);
        fc.pre(known.isQuorum(new Set(some)) && known.isQuorum(new Set(others)));
        expect(some.some((one) => others.includes(one))).toBe(true);
      }),
    );
  });

  it('are those that have a smallest one in them; nobody of it can be left out', () => {
    fc.assert(
      fc.property(valid, subset, (quorums, some) => {
        const known = quorumSystem(quorums, names);
        const all = known.smallest();
        expect(all.some((quorum) => quorum.every((one) => some.includes(one)))).toBe(
          known.isQuorum(new Set(some)),
        );
        for (const quorum of all) {
          expect(known.isQuorum(new Set(quorum))).toBe(true);
          for (const one of quorum)
            expect(known.isQuorum(new Set(quorum.filter((other) => other !== one)))).toBe(false);
        }
      }),
    );
  });

  it('are found among acceptors: a smallest one, or none', () => {
    fc.assert(
      fc.property(valid, subset, (quorums, some) => {
        const known = quorumSystem(quorums, names);
        const found = quorumAmong(known, some);
        expect(found !== undefined).toBe(known.isQuorum(new Set(some)));
        if (found === undefined) return;
        expect([...found].every((one) => some.includes(one))).toBe(true);
        const sorted = (set: Iterable<string>): string => [...set].toSorted().join(' ');
        expect(known.smallest().map(sorted)).toContain(sorted(found));
      }),
    );
  });
});
