import { key, product, set, TlaSet, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { lowerSpec, lowerUnits } from '../../../test/lowered.js';
import { tiersOf } from '../../../test/tiers.js';
import type { Lowered } from '../../lower/lowered.js';
import type { AskedOperator, Engine, EngineTable } from '../../run/engine.js';

interface Tiers {
  readonly first: Engine;
  readonly second: Engine & { readonly table: EngineTable };
  /** How often an engine of the first tier was made for the second. */
  readonly made: () => number;
}

function tiersFor(lowered: Lowered, operators: readonly AskedOperator[], budgets = {}): Tiers {
  const { first, second, asked } = tiersOf(lowered, budgets, operators);
  if (typeof second === 'string' || second.table === undefined)
    throw new Error('the second tier has no table');
  return { first, second: second as Tiers['second'], made: asked };
}

/** Words of the states that the second tier finds, each once. */
function statesOf(engine: Engine): readonly Int32Array[] {
  const { successor } = engine;
  const states: Int32Array[] = [];
  const seen = new Set<string>();
  const emit = (): void => {
    const text = successor.join();
    if (seen.has(text)) return;
    seen.add(text);
    states.push(successor.slice());
  };
  engine.init(emit);
  for (let at = 0; at < states.length; at++) engine.next(states[at] as Int32Array, 0, emit);
  return states;
}

/** Where the table has something else than the first tier. */
function differences(
  { first, second }: Tiers,
  asked: readonly AskedOperator[],
  every = 1,
): readonly string[] {
  const { table } = second;
  const written = new Int32Array(table.width);
  const columns = asked.map((each) => ({ ...each, column: table.column(each) }));
  const found: string[] = [];
  const states = statesOf(second).filter((_, index) => index % every === 0);
  for (const state of states) {
    table.evaluate(state, 0, written, 0);
    first.encode(second.decode(state, 0));
    const words = first.successor.slice();
    for (const { name, parameters, column } of columns) {
      if (column === undefined) continue;
      const operator = first.operator(name);
      const values = parameters.map((tuple) => operator?.value(words, 0, tuple) as TlaValue);
      const hasFormals = operator?.formals.length !== 0;
      const expected = hasFormals
        ? set(parameters.filter((_, index) => values[index] === true))
        : (values[0] as TlaValue);
      const actual = column.value(written.subarray(column.from, column.from + column.words), 0);
      if (key(actual) !== key(expected)) found.push(`${name}: ${key(actual)}, not ${key(expected)}`);
    }
  }
  return [`${states.length} states`, ...found.slice(0, 3)];
}

/** All operators of a model whose formals are named for what they range over. */
function allOperators({ operators, constants }: Lowered): readonly AskedOperator[] {
  const ranges: Readonly<Record<string, string>> = {
    a: 'Acceptor',
    b: 'Ballot',
    c: 'Ballot',
    v: 'Value',
    Q: 'Quorum',
  };
  const asked = [...operators.values()].map(({ name, formals }): AskedOperator | undefined => {
    const domains = formals.map((formal) => constants.get(ranges[formal] ?? ''));
    const elements = domains.flatMap((domain) => (domain instanceof TlaSet ? [domain.elements] : []));
    return elements.length < formals.length ? undefined : { name, parameters: [...product(elements)] };
  });
  return asked.filter((each) => each !== undefined);
}

describe('operators of the second tier', () => {
  it.each([
    ['MCConsensus', 4, 1, 'TypeOK Inv'],
    ['MCVoting', 6752, 1, 'SafeAt ShowsSafeAt OneVote C!Inv'],
    ['MCVotingAll', 110592, 50, 'SafeAt ShowsSafeAt OneVote'],
    ['MCVotingInductive', 2771, 1, 'SafeAt VotesSafe'],
    ['MCPaxosOne', 25, 1, 'Inv votes V!SafeAt V!C!Inv'],
    ['MCPaxosTiny', 3921, 1, 'Inv V!SafeAt V!ShowsSafeAt V!C!Inv'],
  ])('of %s have the values of the first, in every state', async (model, states, every, names) => {
    const lowered = await lowerSpec(model);
    const asked = allOperators(lowered);
    const tiers = tiersFor(lowered, asked);
    const inTable = asked.filter((each) => tiers.second.table.column(each) !== undefined);
    expect(inTable.map(({ name }) => name)).toEqual(expect.arrayContaining(names.split(' ')));
    expect(differences(tiers, asked, every)).toEqual([`${Math.ceil(states / every)} states`]);
    expect(tiers.made()).toBe(0);
  });

  const counting = "Next == x' = (x + 1) % 4 /\\ y' \\in {y, (y + x) % 3}";
  it.each([
    ['a boolean', 'Op == x < y'],
    ['one that is the same in all states', 'Op == {P, {}}'],
    ['a number', 'Op == x * 10 + y'],
    ['a set', 'Op == {i \\in 0..8 : i * x < 5}'],
    ['a set of sets', 'Op == {{x}, {y, 1}, {}}'],
    ['a sequence of some length', 'Op == IF x = 0 THEN <<>> ELSE <<y, x>>'],
    ['a record', 'Op == [a |-> x, b |-> {y} \\cup {3}, c |-> m1]'],
    ['a function', 'Op == [p \\in {m1, m2} |-> IF p = m1 THEN x ELSE y]'],
    ['a function that grows', 'Op == [i \\in 1..x |-> y > 0]'],
    [
      'values of several kinds',
      'Op == IF x = 0 THEN m1 ELSE IF x = 1 THEN "s" ELSE IF x = 2 THEN 7 ELSE TRUE',
    ],
    ['a set of more than 32 elements', 'Op == {i \\in 0..69 : i % (x + 2) = y}'],
  ])('may be %s', async (_, units) => {
    const asked = [{ name: 'Op', parameters: [[]] }];
    const tiers = tiersFor(await lowerUnits(`${counting}\n${units}`), asked);
    expect(tiers.second.table.column(asked[0] as AskedOperator)).toBeDefined();
    expect(differences(tiers, asked)).toEqual(['12 states']);
  });

  it('have the set of the parameters for which they are TRUE', async () => {
    const parameters = [
      ...product<TlaValue>([
        [0, 1, 2, 3, 4],
        [set([1, 2]), set<TlaValue>([])],
        ['a', 'b'],
      ]),
    ];
    const asked = [{ name: 'Op', parameters }];
    const units = 'Op(i, S, t) == i < x \\/ (y \\in S /\\ t = "a") \\/ i = 4';
    const tiers = tiersFor(await lowerUnits(`${counting}\n${units}`), asked);
    expect(differences(tiers, asked)).toEqual(['12 states']);
    expect(tiers.second.table.column({ name: 'Op', parameters: parameters.slice(1) })).toBeUndefined();
    expect(tiers.second.table.column({ name: 'Op', parameters: parameters.toReversed() })).toBeUndefined();
  });

  it.each([
    ['may break a rule', 'Op == <<5, 6, 7>>[x]', {}],
    ['is no boolean for all its parameters', 'Op(i) == IF i = x THEN i ELSE TRUE', {}],
    ['is too large', 'Op == {i \\in 1..300 : i % (x + 2) = y}', {}],
    [
      'exceeds the budgets',
      'Op == {} \\in SUBSET {i \\in 0..8 : i > x /\\ y < 3} /\\ SUBSET (0..x) # {}',
      { unrolled: 16 },
    ],
    ['is of two states', "Op == x' = y", {}],
  ])('are left to the first where one %s, and the others are not', async (_, units, budgets) => {
    const lowered = await lowerUnits(`${counting}\n${units}\nBefore == x > y\nBehind(j) == x + j > y`);
    const asked = [
      { name: 'Before', parameters: [[]] },
      { name: 'Op', parameters: units.startsWith('Op(') ? [[0], [1]] : [[]] },
      { name: 'Behind', parameters: [[0], [1]] },
    ];
    const tiers = tiersFor(lowered, asked, budgets);
    expect(asked.map((each) => tiers.second.table.column(each) !== undefined)).toEqual([true, false, true]);
    expect(differences(tiers, asked)).toEqual(['12 states']);
  });

  it('tells the bits of a state that say what a variable is', async () => {
    const units =
      "Init == x = {} /\\ y = [i \\in P |-> 0]\nNext == x' = P \\ x /\\ \\E i \\in P : y' = [y EXCEPT ![i] = 1]";
    const { second } = tiersFor(await lowerUnits(units), [{ name: 'vars', parameters: [[]] }]);
    const states = statesOf(second);
    expect(states).toHaveLength(7);
    for (const variable of [0, 1]) {
      const bits = second.variableBits?.[variable] as Int32Array;
      const values = new Map<string, string>();
      for (const state of states) {
        const masked = state.map((word, index) => word & (bits[index] as number)).join();
        const text = key(second.decode(state, 0)[variable] as TlaValue);
        expect(values.get(masked) ?? text).toBe(text);
        values.set(masked, text);
      }
      expect(values.size).toBe(variable === 0 ? 2 : 4);
    }
  });
});
