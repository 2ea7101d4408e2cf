import { GraphBuilder } from '@synod/spec';
import { type Json, mapping, modelValue, set, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Answer, bruteForce } from './brute-force.js';
import type { EventLine, HeaderLine } from './lines.js';
import { says } from './says.js';
import type { OracleSpace } from './steps.js';

/** A graph of one variable `n`, given by its initial states and its steps: `['A(1)', 0, 1]`. */
function numbers(
  initial: readonly number[],
  steps: readonly (readonly [string, number, number])[],
): OracleSpace {
  const builder = new GraphBuilder('Numbers', ['n']);
  for (const n of initial) builder.initial(builder.state([n]));
  const formals = new Map<string, readonly string[]>();
  for (const [label, from, to] of steps) {
    const [, action = '', parameter] = /^(\w+)(?:\((\d+)\))?$/.exec(label) ?? [];
    formals.set(action, parameter === undefined ? [] : ['p']);
    const parameters = parameter === undefined ? [] : [Number(parameter)];
    builder.step(builder.state([from]), builder.label(action, parameters), builder.state([to]));
  }
  const graph = builder.build();
  const even = (state: number): TlaValue => (graph.values(state)[0] as number) % 2 === 0;
  return { graph, formals, operators: new Map([['Even', even]]) };
}

function judge(space: OracleSpace, header: Partial<HeaderLine>, ...events: EventLine[]): Answer {
  return bruteForce([{ header: { trace: 1, spec: 'Numbers', ...header }, events }], space);
}

/** The values of `n` after each maximal cut. */
function statesOf({ maximal }: Answer, { graph }: OracleSpace): readonly TlaValue[][] {
  return maximal.map(({ states }) => states.map((state) => graph.values(state)[0] as TlaValue));
}

const line = numbers(
  [0],
  [
    ['A(1)', 0, 1],
    ['A(2)', 0, 2],
    ['B', 1, 3],
    ['B', 3, 3],
    ['H', 2, 1],
    ['H', 3, 4],
  ],
);

describe('in a total order', () => {
  it('a trace conforms if some choice of what it leaves open does: A is A(1), since only then B follows', () => {
    expect(judge(line, {}, { action: 'A' }, { action: 'B' })).toMatchObject({ conforms: true, matched: 2 });
    expect(judge(line, {}, { action: 'A', params: { p: 1 } }, { action: 'B' }).conforms).toBe(true);
    const other = judge(line, {}, { action: 'A', params: [2] }, { action: 'B' });
    expect(other).toMatchObject({ conforms: false, matched: 1, first: 1 });
    expect(statesOf(other, line)).toEqual([[2]]);
  });

  it('a step that changes nothing is a step of its action, and not none: B again, but never A again', () => {
    expect(judge(line, {}, { action: 'A' }, { action: 'B' }, { action: 'B' }).conforms).toBe(true);
    expect(judge(line, {}, { action: 'A' }, { action: 'A' })).toMatchObject({ matched: 1, first: 1 });
  });

  it('hidden steps come before an event, and what is observed is from before those after it', () => {
    const hidden = { hidden: ['H'] };
    expect(judge(line, {}, { action: 'A', params: [2] }, { action: 'B' }).conforms).toBe(false);
    expect(judge(line, hidden, { action: 'A', params: [2] }, { action: 'B' }).conforms).toBe(true);
    // After B it is 3, and after the hidden H that may follow it is 4: only 3 is "immediately after the step".
    const [a, b] = [{ action: 'A' }, { action: 'B' }];
    expect(judge(line, hidden, a, { ...b, state: { n: 3 } }).conforms).toBe(true);
    const late = judge(line, hidden, a, { ...b, state: { n: 4 } });
    expect(late).toMatchObject({ conforms: false, matched: 1, first: 1 });
    expect(statesOf(late, line)).toEqual([[1, 2]]);
    expect(judge(line, hidden, a, b, { state: { n: 4 } }).conforms).toBe(true);
    expect(judge(line, hidden, a, b, { action: 'H', state: { n: 4 } }).conforms).toBe(true);
  });

  it('the states after a cut are those before any hidden step', () => {
    const found = judge(line, { hidden: ['H'] }, { action: 'A', params: [2] }, { action: 'A' });
    expect(found).toMatchObject({ conforms: false, matched: 1 });
    expect(statesOf(found, line)).toEqual([[2]]);
  });

  it('hidden steps may come before the first event, but `init` is about what is before them', () => {
    const space = numbers(
      [0],
      [
        ['H', 0, 5],
        ['A', 5, 6],
      ],
    );
    expect(judge(space, { hidden: ['H'], init: { n: 0 } }, { action: 'A' }).conforms).toBe(true);
    expect(judge(space, { hidden: ['H'], init: { n: 5 } }, { action: 'A' }).conforms).toBe(false);
  });

  it('an event without an action is one step or none, never two', () => {
    expect(judge(line, {}, { state: { n: 0 } }, { action: 'A' }).conforms).toBe(true);
    expect(judge(line, {}, { state: { n: 1 } }, { action: 'B' }).conforms).toBe(true);
    expect(judge(line, {}, { state: { n: 3 } }).conforms).toBe(false);
    expect(judge(line, {}, { derived: { Even: true } }, { action: 'B' }).conforms).toBe(false);
    expect(judge(line, { hidden: ['H'] }, { derived: { Even: true } }, { action: 'B' }).conforms).toBe(true);
  });

  it('without an initial state that `init` allows nothing is matched, and the first event is the first unmatched', () => {
    const space = numbers(
      [0, 1],
      [
        ['A', 0, 2],
        ['A', 1, 3],
      ],
    );
    expect(judge(space, { init: { n: 1 } }, { action: 'A', state: { n: 3 } }).conforms).toBe(true);
    expect(judge(space, { init: { n: 1 } }, { action: 'A', state: { n: 2 } })).toMatchObject({
      matched: 0,
      maximal: [{ events: [], states: [1] }],
    });
    expect(judge(space, { init: { n: 7 } }, { action: 'A' })).toEqual({
      conforms: false,
      matched: 0,
      maximal: [{ events: [], states: [] }],
      first: 0,
      visited: 0,
    });
  });
});

describe('in a partial order', () => {
  /** A and B exclude each other; C follows B. */
  const fork = numbers(
    [0],
    [
      ['A', 0, 1],
      ['B', 0, 2],
      ['C', 2, 3],
      ['D', 0, 4],
      ['B', 4, 5],
    ],
  );
  const event = (
    process: string,
    seq: number,
    action: string,
    clock: EventLine['clock'] = {},
  ): EventLine => ({
    process,
    seq,
    action,
    clock: { [process]: seq + 1, ...clock },
  });
  const clock = { order: 'clock' } as const;

  it('two concurrent events that exclude each other are two maximal cuts; the least next of the larger is first', () => {
    // Lines are not in the order of the processes: `p` is less than `q`, and its event is what does not follow B, C.
    const found = judge(fork, clock, event('q', 0, 'B'), event('p', 0, 'A'), event('q', 1, 'C'));
    expect(found).toMatchObject({
      matched: 2,
      maximal: [{ events: [0, 2] }, { events: [1] }],
      first: 1,
    });
    expect(statesOf(found, fork)).toEqual([[3], [1]]);
  });

  it('of two maximal cuts with equally many events, the least of all their next events is first', () => {
    const found = judge(fork, clock, event('q', 0, 'A'), event('r', 0, 'B'), event('p', 0, 'C', { r: 1 }));
    // {A}: next is B of r. {B, C}: next is A of q.
    expect(found).toMatchObject({ matched: 2, maximal: [{ events: [1, 2] }, { events: [0] }], first: 0 });
    const even = judge(fork, clock, event('q', 0, 'A'), event('r', 0, 'B'));
    // {A}: next is r's. {B}: next is q's, which is less.
    expect(even).toMatchObject({ matched: 1, maximal: [{ events: [0] }, { events: [1] }], first: 0 });
  });

  it('a cut from which nothing follows is not maximal if a larger one is reached in another order', () => {
    // After B no D is possible, but after D, B is: {B} is within {D, B}.
    expect(judge(fork, clock, event('p', 0, 'B'), event('q', 0, 'D'), event('q', 1, 'C'))).toMatchObject({
      matched: 2,
      maximal: [{ events: [0, 1] }],
      first: 2,
    });
  });

  it('nor if the larger one has two events more, and none with one more is reached', () => {
    const space = numbers(
      [0],
      [
        ['B', 0, 1],
        ['D', 0, 2],
        ['E', 2, 3],
        ['B', 3, 4],
      ],
    );
    expect(
      judge(space, clock, event('p', 0, 'B'), event('q', 0, 'D'), event('q', 1, 'E'), event('q', 2, 'E')),
    ).toMatchObject({
      matched: 3,
      maximal: [{ events: [0, 1, 2] }],
      first: 3,
    });
  });

  it('a clock that has reached an event puts it before, even one that forgets what that event knew', () => {
    const [d, b] = [event('p', 0, 'D'), event('q', 0, 'B', { p: 1 })];
    expect(judge(fork, clock, b, d).conforms).toBe(true);
    expect(judge(fork, clock, { ...b, clock: { q: 1, p: 1 } }, { ...d, clock: { p: 2 } })).toMatchObject({
      conforms: true,
    });
    // C knows B, and B knows D: D comes before C though its clock does not say so.
    const far = judge(fork, clock, event('r', 0, 'C', { q: 1 }), b, d);
    expect(far).toMatchObject({ conforms: false, matched: 2, maximal: [{ events: [1, 2] }], first: 0 });
  });

  it('times order what ends before it starts, equal ones do not, and within a process seq does', () => {
    const timed = (process: string, seq: number, action: string, start: number, end: number): EventLine => ({
      process,
      seq,
      action,
      start,
      end,
    });
    const interval = { order: 'interval' } as const;
    const judgeTwo = (end: number): Answer =>
      judge(fork, interval, timed('p', 0, 'C', 0, end), timed('q', 0, 'B', 5, 6));
    expect(judgeTwo(5).conforms).toBe(true);
    expect(judgeTwo(4)).toMatchObject({ conforms: false, matched: 0, maximal: [{ events: [] }], first: 0 });
    // The later of one process may end first: it still comes second, and what waits for it waits for both.
    const within = [timed('p', 0, 'D', 0, 9), timed('p', 1, 'B', 1, 2), timed('a', 0, 'C', 5, 7)];
    expect(judge(fork, interval, ...within)).toMatchObject({ matched: 2, maximal: [{ events: [0, 1] }] });
  });

  it('several traces are one execution: what any of them hides is hidden, what each says of the start holds', () => {
    const file = (header: Partial<HeaderLine>, ...events: EventLine[]) => ({
      header: { trace: 1, spec: 'Numbers', ...clock, ...header } as const,
      events,
    });
    const [one, two] = [event('p', 0, 'C'), event('q', 0, 'A')];
    expect(bruteForce([file({}, one), file({}, two)], fork).conforms).toBe(false);
    expect(bruteForce([file({ hidden: ['B'] }, one), file({})], fork).conforms).toBe(true);
    expect(bruteForce([file({}, two), file({ init: { n: 1 } })], fork).conforms).toBe(false);
  });
});

describe('values', () => {
  const [a1, a2] = [modelValue('a1'), modelValue('a2')];
  const f = mapping<TlaValue, TlaValue>([
    [a1, set([1, 2])],
    [a2, set([])],
  ]);
  const record = { type: '1a', bal: 0 };

  it.each<[string, Json, TlaValue, boolean]>([
    ['a string is the model value of its name', 'a1', a1, true],
    ['and the string', 'a1', 'a1', true],
    ['a number is not its digits', '1', 1, false],
    ['a large integer', { '#bigint': '9007199254740993' }, 9007199254740993n, true],
    ['a small one written as if it were large', { '#bigint': '7' }, 7, true],
    ['a set in any order, with repetitions', { '#set': [2, 1, 2] }, set([1, 2]), true],
    ['a set with less', { '#set': [2] }, set([1, 2]), false],
    ['a set with more', { '#set': [1, 2, 3] }, set([1, 2]), false],
    ['some elements of a set', { '#contains': [2] }, set([1, 2]), true],
    ['an element that a set does not have', { '#contains': [2, 3] }, set([1, 2]), false],
    ['a part of an element', { '#contains': [{ bal: 0 }] }, set([record]), true],
    ['no part of an element within #set', { '#set': [{ bal: 0 }] }, set([record]), false],
    ['a function at one argument', { a1: { '#contains': [1] } }, f, true],
    ['a function where it is something else', { a2: { '#contains': [1] } }, f, false],
    ['a function outside its domain', { a3: { '#set': [] } }, f, false],
    ['a function with #map, of which a part is enough', { '#map': [['a2', { '#set': [] }]] }, f, true],
    [
      'a function with #map where one of two is something else',
      {
        '#map': [
          ['a2', { '#set': [] }],
          ['a1', { '#set': [] }],
        ],
      },
      f,
      false,
    ],
    ['nothing at all', {}, 7, true],
    ['a tuple', { '#tup': [0, 'v1'] }, [0, modelValue('v1')], true],
    ['a tuple is written whole', [0], [0, 1], false],
    ['a tuple at one place', { '#map': [[2, 1]] }, [0, 1], true],
    [
      'a sequence that is a function on 1..n',
      [5, 6],
      mapping([
        [2, 6],
        [1, 5],
      ]),
      true,
    ],
    ['no part of what is within a tuple', [{ bal: 0 }], [record], false],
    ['the empty function', [], {}, true],
    ['a set is no tuple', [1, 2], set([1, 2]), false],
  ])('%s', (_, json, value, expected) => {
    expect(says(json, value)).toBe(expected);
  });
});
