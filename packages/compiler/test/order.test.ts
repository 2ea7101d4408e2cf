import { describe, expect, it } from 'vitest';
import type { Lowered } from '../src/lower/lowered.js';
import { corpus, loweredCorpus } from './differential/corpus.js';
import { lowerSpec, lowerUnits } from './lowered.js';
import { compareTiers, tiersOf } from './tiers.js';

// What a VIEW keeps is what is found first: both tiers find initial states and successors in the order of the text, as TLC does.

/** What the tiers do not agree on, with a VIEW that hides nothing; undefined if the second refuses it. */
function differences(lowered: Lowered, most: number): readonly string[] | undefined {
  const { span } = lowered.init;
  const body = { op: 'constant', value: true, span } as const;
  const { first, second } = tiersOf({ ...lowered, view: { name: 'Everything', body, span } });
  return typeof second === 'string' ? undefined : compareTiers(first, second, most).differences;
}

describe('the order in which both tiers find states', () => {
  const compared: string[] = [];
  it.each(corpus)('is the same in %s', async (name) => {
    const lowered = await loweredCorpus(name).catch(() => undefined);
    const found = lowered && differences(lowered, 60);
    if (found === undefined) return;
    compared.push(name);
    expect(found).toEqual([]);
  });

  it('is compared in most of the corpus', () => {
    expect(compared.length, compared.join(', ')).toBeGreaterThan(corpus.length / 2);
  });

  it.each(['MCConsensus', 'MCVoting', 'MCPaxosOne', 'MCPaxosTiny', 'MCPaxosSmall'])(
    'is the same in %s',
    async (model) => {
      expect(differences(await lowerSpec(model), 60)).toEqual([]);
    },
  );

  it.each([
    ['several ways to a state', "Next == (x' = 1 \\/ x' = 2 \\/ x' = 1) /\\ y' \\in {0, 1}"],
    [
      'ways to a state, of which one is closed at times',
      "Next == (y = 0 /\\ x' = 1 \\/ x' = 2 \\/ x' = 1) /\\ y' = 1 - y",
    ],
    ['names of one bound', "Next == \\E i, j \\in 1..3 : x' = 2 * i + j /\\ y' = j"],
    [
      'many subsets',
      "Init == x \\in SUBSET (1..7) /\\ y = 0\nNext == \\E s \\in SUBSET (1..7) : x' = s /\\ y' = 1",
    ],
    [
      'subsets of what is not known',
      "Init == x = {1, 2, 3} /\\ y = {}\nNext == \\E s \\in SUBSET x : y' = s /\\ x' = x",
    ],
    ['functions', "Init == x \\in [1..4 -> 0..2] /\\ y = 0\nNext == x' \\in [P -> {m2, m1}] /\\ y' = 1"],
    ['functions to subsets', "Next == x' \\in [P -> SUBSET (1..4)] /\\ y' \\in P \\X {m1}"],
    ['records', 'Next == x\' \\in [b : 1..9, a : {"b", "a"}, c : 1..5] /\\ y\' = 0'],
    ['tuples', "Next == \\E <<i, j>> \\in (1..10) \\X (1..10) : x' = j /\\ y' = i"],
    [
      'sets that grow',
      "Init == x = {} /\\ y = 0\nNext == (\\E i \\in {5, 3, 9} : x' = x \\cup {9 - i, <<i>>[1]} /\\ y' = i) \\/ (\\E i \\in x : x' = x \\ {i} /\\ y' = i)",
    ],
    [
      'sets of sets',
      "Init == x = {{}} /\\ y = {}\nNext == (\\E s \\in x, i \\in 1..3 : x' = {s \\cup {i}, s} /\\ y' = s) \\/ (\\E s \\in UNION x : y' = {s} /\\ x' = x)",
    ],
    [
      'a set out of several',
      "Next == x' \\in (IF x = 2 THEN {3, 0} ELSE {2, 1, 0}) /\\ y' \\in {e \\in {m2, m1} : e = y \\/ x = 1}",
    ],
    [
      '\\A with ways',
      "Next == (\\A i \\in P : x = 0 \\/ y = 0 \\/ i = 1) /\\ x' \\in {1, 0} /\\ y' \\in {1, 0}",
    ],
  ])('is the same with %s', async (_, units) => {
    expect(differences(await lowerUnits(units), 60)).toEqual([]);
  });
});
