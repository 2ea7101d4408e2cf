import { describe, expect, it } from 'vitest';
import { lowerSpec, lowerUnits } from '../../../test/lowered.js';
import { compareTiers, countStates, tiersOf } from '../../../test/tiers.js';
import { emitPacked } from './emit.js';

async function compared(
  units: string,
  cfg?: string,
): Promise<ReturnType<typeof compareTiers> & { asked: number }> {
  const { first, second, asked } = tiersOf(await lowerUnits(units, cfg));
  if (typeof second === 'string') throw new Error(`refused: ${second}`);
  return { ...compareTiers(first, second), asked: asked() };
}

describe('the second tier', () => {
  it.each([
    ['MCConsensus', 4, 4],
    ['MCVoting', 6752, 41017],
    ['MCVotingAll', 110592, 110592],
    ['MCVotingInductive', 2771, 14948],
    ['MCPaxosOne', 25, 82],
    ['MCPaxosTiny', 3921, 23563],
  ])(
    'finds the states of %s, as often as TLC does, and nothing wrong with them',
    async (model, distinct, generated) => {
      const lowered = await lowerSpec(model);
      const { first, second, asked } = tiersOf(lowered);
      if (typeof second === 'string') throw new Error(second);
      expect(second.tier).toBe('packed');
      expect(countStates(second)).toEqual({ distinct, generated, wrong: [] });
      expect(asked()).toBe(0);
      expect(compareTiers(first, second, distinct < 10_000 ? 300 : 0).differences).toEqual([]);
    },
  );

  const specs: readonly (readonly [string, string])[] = [
    ['integers', "Next == x < 5 /\\ x' = x + 1 /\\ y' = (x * 7) % 3"],
    [
      'a disjunction that leads to one state twice',
      "Next == x < 3 /\\ (x >= 0 \\/ y = 0) /\\ x' = x + 1 /\\ y' = y",
    ],
    ['witnesses', "Next == \\E i, j \\in 0..2 : i + j > x /\\ x' = i + j /\\ y' = y"],
    [
      'sets',
      "Init == x = {} /\\ y = {}\nNext == (\\E e \\in 1..4 : x' = x \\cup {e} /\\ y' = y \\cup {Cardinality(x)}) \\/ (x' = x \\ {2} /\\ y' = {e \\in y : e \\notin x})",
    ],
    [
      'records',
      "Init == x = [a |-> 0, b |-> {}] /\\ y = 0\nNext == x' = [x EXCEPT !.a = (@ + 1) % 4, !.b = @ \\cup {x.a}] /\\ y' = Cardinality(x.b)",
    ],
    [
      'functions',
      "Init == x = [i \\in P |-> 0] /\\ y \\in P\nNext == \\E i \\in P : x' = [x EXCEPT ![i] = (@ + i) % 4, ![y] = 1 - x[i]] /\\ y' = IF x[1] = x[y] THEN i ELSE 3 - i",
    ],
    [
      'sequences',
      "Init == x = <<>> /\\ y = 0\nNext == (Len(x) < 3 /\\ x' = Append(x, y) /\\ y' = 1 - y) \\/ (x # <<>> /\\ x' = Tail(x) /\\ y' = Head(x))",
    ],
    [
      'sets of records',
      "Init == x = {} /\\ y = [i \\in P |-> 0]\nNext == (\\E i \\in P : x' = x \\cup {[from |-> i, val |-> y[i]]} /\\ UNCHANGED y) \\/ (\\E m \\in x : y' = [y EXCEPT ![m.from] = (m.val + 1) % 3] /\\ x' = x \\ {m})",
    ],
    [
      'a function that is applied at what is not known',
      "Init == x = [i \\in 0..2 |-> i] /\\ y = 0\nNext == y' = x[y] /\\ x' = [x EXCEPT ![y] = (@ + 1) % 3]",
    ],
    [
      'CHOOSE, LET and CASE',
      "Next == LET m == CHOOSE i \\in {j \\in 0..3 : j # x} : \\A j \\in 0..3 : j # x => i >= j\n IN x' = (CASE m = 3 -> (x + 1) % 4 [] m = 2 -> 0 [] OTHER -> m) /\\ y' = m",
    ],
    ['sets of sets', "Init == x \\in SUBSET P /\\ y = {}\nNext == x' \\in SUBSET P /\\ y' = y \\cup {x}"],
    [
      'functions chosen from a set',
      "Init == x \\in [P -> 0..2] /\\ y = 0\nNext == x' \\in [P -> 0..2] /\\ x'[1] >= x[2] /\\ y' = x'[2]",
    ],
    [
      'many initial states',
      'Init == x \\in [1..4 -> 0..3] /\\ x[1] < x[2] /\\ y = x[3]\nNext == UNCHANGED <<x, y>>',
    ],
    [
      'strings and model values',
      'Init == x = m1 /\\ y = "a"\nNext == x\' \\in {m1, m2} \\ {x} /\\ y\' = (IF x = m1 THEN "b" ELSE "a")',
    ],
    [
      'a variable of two kinds',
      "Init == x = m1 /\\ y = 0\nNext == x' = (IF x = m1 THEN <<1, 2>> ELSE m1) /\\ y' = IF x = m1 THEN 0 ELSE x[2]",
    ],
    [
      'recursion',
      "RECURSIVE Sum(_)\nSum(s) == IF s = {} THEN 0 ELSE LET e == CHOOSE e \\in s : TRUE IN e + Sum(s \\ {e})\nFact[n \\in 0..5] == IF n = 0 THEN 1 ELSE n * Fact[n - 1]\nNext == x' = Sum({1, 2}) /\\ y' = Fact[4]",
    ],
    ['\\A with ways', "Next == (\\A i \\in P : x = 0 \\/ y = 0 \\/ i = 1) /\\ x' = (x + 1) % 2 /\\ y' = 1"],
    [
      'UNION, DOMAIN and maps',
      "Init == x = {{1}, {2}} /\\ y = [i \\in P |-> {}]\nNext == \\E i \\in DOMAIN y : y' = [y EXCEPT ![i] = UNION x] /\\ x' = {s \\cup {i} : s \\in x}",
    ],
    [
      'a UNION of sets that TLC has listed, and of others',
      "Init == x = 1 /\\ y = {1}\nBoth == UNION {y, {2, 3}}\nNext == (\\E n \\in Both : x' = n /\\ y' = {n}) \\/ (\\E n \\in UNION {{x, 2}, {2, 3}} : x' = n /\\ y' = {}) \\/ (x' \\in UNION {y, {x}} /\\ y' = y) \\/ (\\E n \\in UNION {1..2, 2..3} : x' = n /\\ y' = {1, 2})",
    ],
    [
      'CHOOSE from the subsets of what is not known',
      "Init == x = {1} /\\ y = {}\nNext == x' = (x \\cup {2, 3}) \\ y /\\ y' = CHOOSE s \\in SUBSET x : s # {}",
    ],
    ['the parts of many tuples', "Next == \\E <<i, j>> \\in (1..9) \\X (1..9) : i > x /\\ x' = j /\\ y' = i"],
    [
      'booleans',
      "Init == x = FALSE /\\ y = [i \\in P |-> FALSE]\nNext == x' = (\\E i \\in P : y[i]) /\\ \\E i \\in P : y' = [y EXCEPT ![i] = ~ x]",
    ],
    [
      'bags',
      "Init == x = [i \\in {} |-> 0] /\\ y = 0\nNext == y < 3 /\\ x' = (x @@ (y :> 1)) /\\ y' = y + 1",
    ],
  ];
  it.each(specs)('agrees with the first on %s', async (_, units) => {
    const result = await compared(units);
    expect(result.differences).toEqual([]);
    expect(result.asked).toBe(0);
    expect(result.distinct).toBeGreaterThan(1);
  });

  it.each([
    ['outside a domain', "Init == x = 0 /\\ y = [i \\in 0..2 |-> i]\nNext == x' = y[x] + 1 /\\ y' = y"],
    ['a comparison of different kinds', 'Next == (x = 2 => y = "a") /\\ x\' = x + 1 /\\ y\' = y /\\ x < 4'],
    ['CHOOSE without a witness', "Next == x' = (CHOOSE i \\in 0..3 : i > x) /\\ y' = y"],
    [
      'no boolean',
      "Init == x = FALSE /\\ y = 0\nNext == x' = (IF y = 2 THEN 3 ELSE ~ x) /\\ y' = (y + 1) % 5",
    ],
    ['a variable without a value', "Next == (x = 2 \\/ y' = x) /\\ x' = (x + 1) % 4"],
    ['CASE without an arm', "Next == x' = (CASE x = 0 -> 1 [] x = 1 -> 2) /\\ y' = y"],
    ['the head of nothing', "Init == x = <<1, 2>> /\\ y = 0\nNext == x' = Tail(x) /\\ y' = Head(x)"],
  ])('raises the error of the first: %s', async (_, units) => {
    const result = await compared(units);
    expect(result.differences).toEqual([]);
    expect(result.asked).toBe(1);
  });

  it.each([
    ['an invariant', 'Odd == x < 4 \\/ x = "a"', 'INVARIANT Odd'],
    ['an action constraint', 'Odd == x\' < 4 \\/ x\' = "a"', 'ACTION_CONSTRAINT Odd'],
    ['a property', 'Odd == [][x\' < 4 \\/ x\' = "a"]_x', 'PROPERTY Odd'],
  ])('raises the error of the first where %s has no value', async (_, odd, cfg) => {
    const units = `Next == x' = (x + 1) % 5 /\\ y' = y\n${odd}`;
    const { differences, asked } = await compared(units, `INIT Init NEXT Next ${cfg}`);
    expect({ differences, asked }).toEqual({ differences: [], asked: 1 });
  });

  it('guards what is wrong only behind a guard that is false', async () => {
    const result = await compared(
      "Init == x = 0 /\\ y = [i \\in 0..2 |-> i]\nNext == x < 4 /\\ x' = x + 1 /\\ y' = IF x \\in DOMAIN y /\\ y[x] >= 0 THEN y ELSE [i \\in 0..2 |-> 9]",
    );
    expect(result).toMatchObject({ differences: [], asked: 0 });
  });

  it('holds invariants, constraints and properties to be what they are for the first', async () => {
    const result = await compared(
      `Next == x' = (x + 1) % 5 /\\ y' \\in {x, y}
       Small == x < 4 /\\ y # 3
       Near == x' - x <= 1
       Grows == x = 0 /\\ [][x' > x \\/ y' = 0]_x`,
      'INIT Init NEXT Next INVARIANT Small CONSTRAINT Small ACTION_CONSTRAINT Near PROPERTY Grows',
    );
    expect(result).toMatchObject({ differences: [], asked: 0 });
  });

  it('looks for no values behind the states that a constraint leaves out', async () => {
    const lowered = await lowerUnits(
      "Next == x' = x + 1 /\\ y' = (x + y) % 3\nSmall == x < 20",
      'INIT Init NEXT Next CONSTRAINT Small',
    );
    const { first, second } = tiersOf(lowered);
    if (typeof second === 'string') throw new Error(second);
    expect(compareTiers(first, second, 20)).toMatchObject({ distinct: 21, differences: [] });
  });

  it.each([
    ['rounds', "Next == x' = x + 1 /\\ y' = y", { rounds: 50 }],
    ['enumeration', "Next == x' = x + 1 /\\ y' = y", { enumeration: 50 }],
    ['universe', "Init == x = {} /\\ y = 0\nNext == x' = x \\cup {y} /\\ y' = y + 1", { universe: 20 }],
    ['milliseconds', "Next == x' = x + 1 /\\ y' = y", { milliseconds: 0, expressions: 1 }],
    ['statements', "Next == \\E i, j \\in 1..20 : x' = i /\\ y' = j", { statements: 100 }],
  ])('refuses what exceeds its budgets: %s', async (_, units, budgets) => {
    const { second } = tiersOf(await lowerUnits(units), budgets);
    expect(second).toEqual(expect.stringMatching(/^[a-z\]]/));
  });

  it.each([
    ["Next == x' = x /\\ y' =\n  Len(ToString(x))", 'ToString is left to the first tier', 8, 7],
    ["Next == y' = y /\\\n  x' = x + 1", 'the values of its variables grow', 7, 9],
    ["Next == x' = 1 /\\\n  \\E s \\in UNION {SUBSET {x}} : y' = s", 'a set that is not enumerated', 8, 18],
  ])('says what it refuses, and where: %s', async (units, reason, line, column) => {
    const refused = emitPacked(await lowerUnits(units), { labels: false });
    const place = { file: 'T.tla', line, column };
    expect(refused).toMatchObject({ refusal: expect.stringContaining(reason), place });
  });
});
