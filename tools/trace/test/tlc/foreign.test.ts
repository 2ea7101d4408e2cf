import { key } from '@synod/tla';
import type { Tlc } from '@synod/tlc';
import { describe, expect, it } from 'vitest';
import { type TlcTraceOutcome, validateWithTlc } from '../../src/validate/tlc/validate-with-tlc.js';
import { storeModel } from './store.js';
import { theTlc, traceOf } from './tlc.js';

const tlc = (await theTlc()) as Tlc;

const write = (n: string, k: number): object => ({ action: 'Write', params: { n, k } });
const opened = { init: { open: true } };

/** What is said of a trace: `conforms`, or how many of its events are matched. */
const verdict = ({ conforms, matched }: TlcTraceOutcome): string => (conforms ? 'conforms' : `${matched}`);

/** For each, what TLC says, the header and the events. */
const cases: readonly (readonly [string, string, object, readonly object[]])[] = [
  ['parameters by name', 'conforms', opened, [write('a', 1), write('b', 3)]],
  ['parameters by position', 'conforms', opened, [{ action: 'Write', params: ['a', 1] }]],
  ['some of the parameters', 'conforms', opened, [{ action: 'Write', params: { k: 3 } }]],
  ['an action as it is called in between', 'conforms', opened, [{ action: 'Do', params: { n: 'a' } }]],
  ['an action with no step', '1', opened, [write('a', 1), { action: 'Forget', params: ['b'] }]],
  ['a guard that stands beside the action in Next', '0', opened, [write('a', 2)]],
  ['another initial state', '0', { init: { open: false } }, [write('a', 1)]],
  ['an initial state that there is not', '0', { init: { open: 7 } }, [write('a', 1)]],
  ['any initial state', 'conforms', {}, [write('a', 1)]],
  ['a state outside of the constraint', '2', opened, [write('a', 1), write('a', 1), write('a', 1)]],
  ['a step that the action constraint forbids', '1', opened, [write('a', 3), { action: 'Toggle' }]],
  ['a hidden one', '1', { ...opened, hidden: ['Toggle'] }, [write('a', 3), { state: { open: false } }]],
  ['no step, which it does not', 'conforms', opened, [write('a', 3), { state: { open: true } }]],
  ['a step that is hidden', 'conforms', { init: { open: false }, hidden: ['Toggle'] }, [write('a', 1)]],
  [
    'a step that is hidden and logged',
    'conforms',
    { ...opened, hidden: ['Toggle'] },
    [{ action: 'Toggle' }, write('a', 1)],
  ],
  [
    'the state immediately after the event',
    '0',
    { ...opened, hidden: ['Toggle'] },
    [{ ...write('a', 1), state: { open: false } }],
  ],
  [
    'no step, or any',
    'conforms',
    opened,
    [{ state: { trace: { '#set': [] } } }, { state: { log: { a: [3] } } }],
  ],
  ['no two steps', '0', opened, [{ state: { log: { a: [3, 1] } } }]],
  [
    'records, functions and sets',
    'conforms',
    opened,
    [
      {
        ...write('a', 1),
        state: { log: { a: [1], b: [] }, trace: { '#set': [{ node: 'a', key: 1, by: 'Any' }] }, open: true },
      },
      { ...write('b', 3), state: { trace: { '#contains': [{ node: 'b' }, { key: 1 }] } } },
    ],
  ],
  [
    'another record',
    '0',
    opened,
    [{ ...write('a', 1), state: { trace: { '#set': [{ node: 'a', key: 1 }] } } }],
  ],
  ['a value of another type', '0', opened, [{ ...write('a', 1), state: { open: 3 } }]],
  ['a set for a function', '0', opened, [{ ...write('a', 1), state: { log: { '#set': [1] } } }]],
  ['a function for a set', '0', opened, [{ ...write('a', 1), state: { trace: { a: 1 } } }]],
  [
    'elements of other types',
    '0',
    opened,
    [{ ...write('a', 1), state: { trace: { '#contains': [1, 'a', [true]] } } }],
  ],
  ['parameters of other types', '0', opened, [{ action: 'Write', params: [{ '#set': [] }, 'one'] }]],
  ['operators', 'conforms', opened, [{ ...write('a', 3), derived: { used: { '#set': [3] }, weight: 7 } }]],
  ['another value of an operator', '0', opened, [{ ...write('a', 3), derived: { used: { '#set': [1] } } }]],
  [
    'an operator of an instance',
    'conforms',
    opened,
    [{ action: 'Toggle', derived: { deep: { '#set': ['a', 'b'] }, 'I!deep': { '#contains': [] } } }],
  ],
  [
    'Next as an action',
    'conforms',
    opened,
    [
      { action: 'Next', state: { open: false } },
      { action: 'Next', state: { open: true } },
    ],
  ],
];

const clock = (process: string, seq: number, known: object, event: object): object => ({
  process,
  seq,
  clock: { [process]: seq + 1, ...known },
  ...event,
});
const interval = (process: string, seq: number, start: number, end: number, event: object): object => ({
  process,
  seq,
  start,
  end,
  ...event,
});

const partial: typeof cases = [
  [
    'clocks that leave the order open',
    'conforms',
    { ...opened, order: 'clock' },
    [clock('p', 0, {}, { action: 'Forget', params: ['b'] }), clock('q', 0, {}, write('b', 3))],
  ],
  [
    'clocks that do not',
    '0',
    { ...opened, order: 'clock' },
    [clock('p', 0, {}, { action: 'Forget', params: ['b'] }), clock('q', 0, { p: 1 }, write('b', 3))],
  ],
  [
    'times that leave the order open',
    'conforms',
    { ...opened, order: 'interval' },
    [interval('p', 0, 5, 9, { action: 'Forget', params: ['b'] }), interval('q', 0, 6, 7, write('b', 3))],
  ],
  [
    'times that do not',
    '0',
    { ...opened, order: 'interval' },
    [interval('p', 0, 1, 2, { action: 'Forget', params: ['b'] }), interval('q', 0, 6, 7, write('b', 3))],
  ],
];

describe.skipIf((tlc as Tlc | undefined) === undefined)(
  'TLC and a specification of somebody',
  { timeout: 60_000 },
  () => {
    it('judges what it says, all in one run', async () => {
      const all = [...cases, ...partial];
      const traces = await Promise.all(all.map(([, , header, events]) => traceOf(header, ...events)));
      const outcomes = await validateWithTlc({ ...storeModel(), traces, tlc });
      expect(outcomes.map((outcome, i) => `${all[i]?.[0]}: ${verdict(outcome)}`)).toEqual(
        all.map(([name, expected]) => `${name}: ${expected}`),
      );
    });

    it('tells the maximal cuts, the states there and the first event', async () => {
      const forget = { action: 'Forget', params: ['b'] };
      const total = await traceOf({ hidden: ['Toggle'] }, write('a', 1), forget);
      // q can come first, and p then cannot go on; or the other way round.
      const order = await traceOf(
        { ...opened, order: 'clock' },
        clock('q', 0, {}, { action: 'Toggle', state: { log: { a: [] } } }),
        clock('p', 0, {}, write('a', 3)),
        clock('p', 1, {}, forget),
      );
      const [one, other] = await validateWithTlc({ ...storeModel(), traces: [total, order], tlc });
      const states = (outcome: TlcTraceOutcome | undefined): readonly (readonly string[])[] | undefined =>
        outcome?.maximal.map((cut) => cut.states.map((values) => values.map(key).join(' ')).toSorted());
      expect(one).toMatchObject({ conforms: false, matched: 1, variables: ['log', 'trace', 'open'] });
      expect(one?.maximal.map(({ cut }) => cut)).toEqual([[1]]);
      expect(states(one)).toEqual([['(a :> <<1>> @@ b :> <<>>) {[by |-> Any, key |-> 1, node |-> a]} TRUE']]);
      expect(one?.first).toBe(total.events[1]);
      expect(other?.maximal.map(({ cut }) => cut)).toEqual([
        [0, 1],
        [1, 0],
      ]);
      expect(states(other)).toEqual([
        ['(a :> <<>> @@ b :> <<>>) {} FALSE'],
        ['(a :> <<3>> @@ b :> <<>>) {[by |-> Any, key |-> 3, node |-> a]} TRUE'],
      ]);
      expect(other?.first).toBe(order.events[1]);
    });

    it('takes constants that stand before those of the cfg', async () => {
      const events = [write('c', 1), write('c', 1), write('c', 1)];
      const traces = [await traceOf(opened, ...events, { action: 'Toggle', derived: { weight: 'c' } })];
      const constants = new Map([
        ['Node', '{c}'],
        ['Limit', '3'],
        ['Weight', '(1 :> c @@ 2 :> {[x |-> -4]})'],
      ]);
      const [outcome] = await validateWithTlc({ ...storeModel(), constants, traces, tlc });
      expect(outcome).toMatchObject({ conforms: true, matched: 4, maximal: [] });
    });
  },
);
