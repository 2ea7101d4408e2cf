import {
  at,
  equal,
  except,
  exists,
  filter,
  forAll,
  functionOn,
  isFunctionOn,
  isSubset,
  key,
  map,
  mapping,
  set,
  type TlaFunction,
  type TlaSet,
  type TlaValue,
} from '@synod/tla';
import { expect, it } from 'vitest';
import { byReads } from './by-reads.js';
import { unwatched } from './watched-values.js';

interface State {
  readonly votes: TlaFunction<string, TlaSet<TlaValue>>;
  readonly maxBal: TlaFunction<string, number>;
  readonly sent: TlaSet<number>;
  readonly turn: number;
}

const acceptors = set(['a1', 'a2']);
const subsets = [
  [],
  [[0, 'v']],
  [[1, 'v']],
  [
    [0, 'v'],
    [1, 'v'],
  ],
].map((votes) => set<TlaValue>(votes));
const variables = ['votes', 'maxBal', 'sent', 'turn'];

/** Each with two values or four: 4 * 4, 2 * 2, 4 and 2. Every state has objects of its own. */
const states: readonly State[] = Array.from({ length: 512 }, (_, i) => ({
  votes: mapping([
    ['a1', set([...(subsets[i & 3] as TlaSet<TlaValue>)])],
    ['a2', set([...(subsets[(i >> 2) & 3] as TlaSet<TlaValue>)])],
  ]),
  maxBal: mapping([
    ['a1', (i >> 4) & 1],
    ['a2', (i >> 5) & 1],
  ]),
  sent: set([1, 2].filter((bit) => ((i >> 6) & bit) !== 0)),
  turn: i >> 8,
}));
const system = {
  variables,
  decode: (state: State) => variables.map((name) => state[name as keyof State]),
  encode: (values: readonly TlaValue[]) =>
    Object.fromEntries(variables.map((name, i) => [name, values[i]])) as unknown as State,
};
const forAllStates = byReads(system, states);

it.each<[string, number, (state: State) => string | number | boolean]>([
  ['whether an element is there', 2, ({ votes }) => at(votes, 'a1').has([0, 'v'])],
  ['the same again', 2, ({ votes }) => at(votes, 'a1').has([0, 'v']) && at(votes, 'a1').has([0, 'v'])],
  [
    'two elements, the second in some states only',
    3,
    ({ votes }) => at(votes, 'a1').has([0, 'v']) && at(votes, 'a2').has([1, 'v']),
  ],
  ['an element of a set that is a variable', 2, ({ sent }) => sent.has(1)],
  ['an element that no state has', 1, ({ sent }) => sent.has(3)],
  ['the elements of one set', 4, ({ votes }) => exists(at(votes, 'a2'), (vote) => equal(vote, [1, 'v']))],
  ['its size', 4, ({ votes }) => at(votes, 'a2').size],
  ['its elements, one after the other', 4, ({ votes }) => [...at(votes, 'a2')].length],
  ['its key', 4, ({ votes }) => key(at(votes, 'a2'))],
  ['its hash', 4, ({ votes }) => at(votes, 'a2').hash],
  ['a filtered set', 4, ({ sent }) => filter(sent, (n) => n > 1).size],
  ['an image', 4, ({ sent }) => key(map(sent, (n) => n * 2))],
  ['whether it is in another', 4, ({ sent }) => isSubset(sent, set([1]))],
  ['whether another is in it', 3, ({ sent }) => isSubset(set([1, 2]), sent)],
  ['whether two sets are equal', 16, ({ votes }) => equal(at(votes, 'a1'), at(votes, 'a2'))],
  ['a set in another', 4, ({ sent }) => set<TlaValue>([set([1])]).has(sent)],
  ['a number that a function has', 2, ({ maxBal }) => at(maxBal, 'a1') > 0],
  ['both, in some states', 3, ({ maxBal }) => at(maxBal, 'a1') > 0 || at(maxBal, 'a2') > 0],
  [
    'all values of a function, as far as they are right',
    3,
    ({ maxBal }) => isFunctionOn(maxBal, acceptors, (n) => n < 1),
  ],
  ['its arguments alone', 1, ({ maxBal }) => maxBal.domain.length],
  ['its key', 4, ({ maxBal }) => key(maxBal)],
  ['what it becomes', 4, ({ maxBal }) => at(except(maxBal, 'a1', 5), 'a2')],
  ['a tuple that has it', 4, ({ maxBal }) => key([0, maxBal])],
  [
    'a function of it',
    4,
    ({ maxBal }) =>
      at(
        functionOn(acceptors, (a) => at(maxBal, a)),
        'a1',
      ),
  ],
  [
    'two variables alone',
    7,
    ({ maxBal, turn }) => forAll(acceptors, (a) => at(maxBal, a) >= turn) && key(maxBal) !== '',
  ],
  ['a copy of the state', 8, (state) => key({ ...state, turn: 1 }.maxBal)],
  [
    'what is looked at in one state only',
    6,
    ({ turn, sent, maxBal }) =>
      turn === 1 ? at(maxBal, 'a2') : sent.has(2) && sent.has(1) ? key(at(maxBal, 'a1')) : 'no',
  ],
])(
  'of a function that looks at %s there are %i outcomes, and each state has its own',
  (_, count, evaluate) => {
    const { numbers, outcomes } = forAllStates(evaluate);
    expect(Array.from(numbers, (number) => outcomes[number])).toEqual(states.map(evaluate));
    expect(outcomes).toHaveLength(count);
  },
);

it('what an operator is TRUE for is the value that the TypeScript gives, however little of it an argument decides', () => {
  // Right in all states but those with one vote, one promise and one message.
  const planted = ({ votes, maxBal, sent }: State, a: string, b: number): boolean =>
    at(votes, a).has([b, 'v']) !== (at(maxBal, 'a2') === b && sent.has(2) && at(votes, 'a1').size === 1);
  for (const [a, b] of [...acceptors].flatMap((name) => [0, 1].map((ballot) => [name, ballot] as const))) {
    const { numbers, outcomes } = forAllStates((state) => planted(state, a, b));
    expect(Array.from(numbers, (number) => outcomes[number])).toEqual(
      states.map((state) => planted(state, a, b)),
    );
    expect(outcomes.length).toBeLessThan(32);
  }
});

it('a value that a state holds is itself again, and all of it has been asked', () => {
  const kept: TlaValue[] = [];
  const { numbers } = forAllStates((state) => kept.push(unwatched(state.maxBal)));
  expect(kept).toEqual([0, 16, 32, 48].map((state) => states[state]?.maxBal));
  expect(Array.from(numbers)).toEqual(states.map((_, i) => (i >> 4) & 3));
});
