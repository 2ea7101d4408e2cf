import { expect, it } from 'vitest';
import { byReads } from './by-reads.js';

interface State {
  readonly x: number;
  readonly y: number;
}

const states: readonly State[] = Array.from({ length: 2000 }, (_, i) => ({ x: i % 4, y: Math.floor(i / 4) }));
const system = {
  variables: ['x', 'y'],
  decode: ({ x, y }: State) => [x, y],
  encode: ([x, y]: readonly unknown[]) => ({ x, y }) as State,
};

/** The outcome in each state, and how often the function was called. */
function apply<T extends string | number | boolean>(
  evaluate: (state: State) => T,
  what: Parameters<typeof byReads<State>>[0] = system,
): { calls: number; values: readonly T[] } {
  let calls = 0;
  const { numbers, outcomes } = byReads(
    what,
    states,
  )((state) => {
    calls++;
    return evaluate(state);
  });
  return { calls, values: Array.from(numbers, (number) => outcomes[number] as T) };
}

it.each<[string, number, (state: State) => string | number]>([
  ['one variable', 4, ({ x }) => x * 2],
  ['the other', 500, (state) => state.y % 7],
  ['nothing', 1, () => 'always'],
  // Once for each x but 0, and for x = 0 once for each y.
  ['the other in some states only', 503, (state) => String(state.x > 0 || state.y % 3 === 0)],
])(
  'a function that looks at %s is called %i times, and has its value in every state',
  (_, times, evaluate) => {
    const { calls, values } = apply(evaluate);
    expect(calls).toBe(times);
    expect(values).toEqual(states.map(evaluate));
  },
);

it('of what looks at everything, each state has a value of its own', () => {
  const sum = ({ x, y }: State): number => x + 10 * y;
  expect(apply(sum).values).toEqual(states.map(sum));
});

it('a function that depends on more than the state is evaluated in every state', () => {
  let turn = 0;
  const fickle = (state: State): number => (turn++ % 2 === 0 ? state.x : state.y);
  expect(apply(fickle).calls).toBeGreaterThanOrEqual(states.length);
});

it('states of another kind are evaluated one by one', () => {
  const { encode: _, ...opaque } = system;
  expect(apply(({ x }) => x, opaque).calls).toBe(states.length);
  const list = { ...system, encode: (values: readonly unknown[]) => values as unknown as State };
  expect(apply(({ x }) => x, list).calls).toBe(states.length);
});

it('an error is the one of the function', () => {
  expect(() =>
    apply(() => {
      throw new Error('no value');
    }),
  ).toThrow('no value');
});
