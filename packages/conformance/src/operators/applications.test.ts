import { operator } from '@synod/spec';
import {
  at,
  EvaluationError,
  forAll,
  isFunctionOn,
  mapping,
  set,
  type TlaFunction,
  type TlaSet,
} from '@synod/tla';
import { expect, it } from 'vitest';
import { byReads, pickByReads } from './by-reads.js';

interface State {
  readonly votes: TlaFunction<string, TlaSet<number>>;
  readonly turn: number;
}

const k = { Acceptor: set(['a1', 'a2']), Ballot: set([0, 1, 2]) };
const variables = ['votes', 'turn'];
const system = {
  variables,
  decode: (state: State) => [state.votes, state.turn],
  encode: ([votes, turn]: readonly unknown[]) => ({ votes, turn }) as State,
};
const subset = (bits: number): TlaSet<number> => set([0, 1, 2].filter((b) => (bits >> b) & 1));

/** All of 8 * 8 sets of votes, and 16 turns. */
const states: readonly State[] = Array.from({ length: 1024 }, (_, i) => ({
  votes: mapping([
    ['a1', subset(i & 7)],
    ['a2', subset((i >> 3) & 7)],
  ]),
  turn: i >> 6,
}));

/** What it is in each state, and in how many it was evaluated. */
function apply(evaluate: (state: State) => boolean): { values: readonly boolean[]; calls: number } {
  let calls = 0;
  const { numbers, outcomes } = byReads(
    system,
    states,
  )((state) => {
    calls++;
    return evaluate(state);
  });
  return { calls, values: Array.from(numbers, (number) => outcomes[number] as boolean) };
}

const safeAt = operator((_: typeof k, s: State, b: number) => s.turn >= b || !at(s.votes, 'a1').has(b));
const votesSafe = operator((c: typeof k, s: State) => forAll(c.Ballot, (b) => safeAt(c, s, b)));
const areBallots = operator((c: typeof k, votes: TlaSet<number>) => forAll(votes, (b) => c.Ballot.has(b)));
const typeOK = operator((c: typeof k, s: State) =>
  isFunctionOn(s.votes, c.Acceptor, (votes) => areBallots(c, votes)),
);

it('an operator asks other operators, and is evaluated once for all states where they are the same', () => {
  const inv = (s: State): boolean => typeOK(k, s) && votesSafe(k, s);
  const { calls, values } = apply(inv);
  expect(values).toEqual(states.map(inv));
  expect(new Set(values).size).toBe(2);
  expect(calls).toBe(2);
});

it('what is asked of a part of a state is asked once for each value of it', () => {
  let calls = 0;
  const small = operator((_: typeof k, votes: TlaSet<number>) => {
    calls++;
    return votes.size < 2;
  });
  const both = ({ votes }: State): boolean => small(k, at(votes, 'a1')) && small(k, at(votes, 'a2'));
  const { values } = apply(both);
  // The first of each value, and again in each of the three evaluations that look at what is known.
  expect(calls).toBeLessThanOrEqual(8 + 8 + 6);
  expect(values).toEqual(states.map(both));
});

it('a mistake for one state is one of that state, however deep the operator is that has it', () => {
  const [wrong] = states.filter(({ turn }) => turn === 15).slice(9);
  const planted = operator((c: typeof k, s: State, b: number) => {
    const isIt = s.turn === 15 && at(s.votes, 'a1').has(0) && at(s.votes, 'a2').size === 1 && b === 1;
    return isIt && !at(s.votes, 'a1').has(1) && !at(s.votes, 'a1').has(2)
      ? !safeAt(c, s, b)
      : safeAt(c, s, b);
  });
  const all = operator((c: typeof k, s: State) => forAll(c.Ballot, (b) => planted(c, s, b)));
  const found = apply((s) => all(k, s)).values;
  expect(found).toEqual(states.map((s) => all(k, s)));
  const right = apply((s) => votesSafe(k, s)).values;
  const differing = states.filter((_, i) => found[i] !== right[i]);
  expect(differing).toContain(wrong);
  expect(differing.length).toBe(3);
});

it('an operator is asked in those states only in which the one that uses it asks', () => {
  const partial = operator((_: typeof k, s: State) => {
    if (s.turn === 0) throw new EvaluationError('no value at 0');
    return s.turn > 3;
  });
  const guarded = (s: State): boolean => s.turn !== 0 && partial(k, s);
  expect(apply(guarded).values).toEqual(states.map(guarded));
  expect(() => apply((s) => partial(k, s))).toThrow('no value at 0');
});

it('a copy of a state that has another value is not taken for the state', () => {
  const next = (s: State): boolean => safeAt(k, { ...s, turn: s.turn - 1 }, 2);
  expect(apply(next).values).toEqual(states.map(next));
});

it('a part of a state that is handed on as a formal is looked at itself', () => {
  const within = operator((_: typeof k, s: State, votes: TlaSet<number>) =>
    forAll(votes, (b) => b <= s.turn),
  );
  const own = (s: State): boolean => within(k, s, at(s.votes, 'a2'));
  expect(apply(own).values).toEqual(states.map(own));
});

it('an operator that depends on more than the state is evaluated in every state', () => {
  let turn = 0;
  const fickle = operator((_: typeof k, s: State) =>
    turn++ % 2 === 0 ? s.turn > 3 : at(s.votes, 'a1').has(1),
  );
  expect(apply((s) => fickle(k, s)).calls).toBeGreaterThanOrEqual(states.length);
});

it('states are picked by what is asked of them', () => {
  const whole = system as unknown as Parameters<typeof pickByReads<State>>[0];
  const picked = [...pickByReads(whole, states, (s) => votesSafe(k, s))];
  expect(picked).toEqual(states.filter((s) => votesSafe(k, s)));
  expect([...pickByReads(whole, [], () => true)]).toEqual([]);
});
