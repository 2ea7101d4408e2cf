import type { Trace } from '@synod/conformance';
import { type Json, parseValue } from '@synod/tla';
import type { Tlc } from '@synod/tlc';
import { describe, expect, it } from 'vitest';
import { matches, type Pattern } from '../../../../packages/conformance/src/trace/pattern.js';
import { validateWithTlc } from '../../src/validate/tlc/validate-with-tlc.js';
import { modelOf, theTlc, traceOf } from './tlc.js';

const tlc = await theTlc();

/** Values of all types, as TLA+ texts. */
const values = [
  '0',
  '1',
  '-3',
  '2147483647',
  'TRUE',
  'FALSE',
  '""',
  '"1"',
  '"m1"',
  '"x"',
  '"a\\"b\\\\c"',
  'm1',
  'm2',
  'T_1',
  '"T_1"',
  '{}',
  '{1}',
  '{1, 2}',
  '{1, 2, 3}',
  '1..3',
  '{"x"}',
  '{"m1"}',
  '{m1}',
  '{m1, "m1"}',
  '{m1, "x"}',
  '{{}}',
  '{{1}, {2}}',
  '{TRUE}',
  '{<<1, 2>>}',
  '{<<2, 1>>}',
  '<<>>',
  '<<1>>',
  '<<1, 2>>',
  '<<2, 1>>',
  '<<m1, m2>>',
  '<<"m1", m2>>',
  '<<1, "x">>',
  '<<{1, 2}>>',
  '[a |-> 1]',
  '[a |-> m1]',
  '[a |-> "m1", b |-> {m1}]',
  '[a |-> 1, b |-> 2]',
  '[m1 |-> 1]',
  '(m1 :> 1)',
  '(m1 :> 1 @@ m2 :> 2)',
  '(0 :> 1)',
  '(1 :> m1 @@ 3 :> m2)',
  '(<<1, 2>> :> {})',
  '{[a |-> 1], [a |-> 2]}',
  '{[a |-> 1], [a |-> 2, b |-> m1]}',
  '(m1 :> [a |-> <<1>>])',
  '{m1, m2}',
  '{T_1}',
];

/** What a trace may say of them. */
const patterns: readonly Json[] = [
  0,
  1,
  -3,
  2147483647,
  2147483648,
  { '#bigint': '99999999999999999999' },
  true,
  false,
  '',
  '1',
  'm1',
  'm2',
  'x',
  'T_1',
  'a"b\\c',
  'no\u0001',
  { '#set': [] },
  { '#set': [1] },
  { '#set': [2, 1, 1] },
  { '#set': [1, 2, 3] },
  { '#set': ['x'] },
  { '#set': ['m1'] },
  { '#set': ['m1', 'x'] },
  { '#set': ['m1', 'm2'] },
  { '#set': ['T_1'] },
  { '#set': [1, 'x'] },
  { '#set': [{ '#set': [] }] },
  { '#set': [{ '#set': [2] }, { '#set': [1] }] },
  { '#set': [[1, 2]] },
  {
    '#set': [
      [1, 2],
      [{ a: 1 }, 'm1'],
    ],
  },
  { '#set': [true] },
  [],
  [1],
  [1, 2],
  ['m1', 'm2'],
  [1, 'x'],
  { '#tup': [2, 1] },
  [{ '#set': [1, 2] }],
  [{ a: 1 }],
  {},
  { a: 1 },
  { a: 'm1' },
  { a: 1, b: 2 },
  { a: { a: 1 } },
  { b: { '#contains': ['m1'] } },
  { m1: 1 },
  { m2: 2, m1: 1 },
  { m1: { a: [1] } },
  { T_1: 1 },
  { '#map': [] },
  { '#map': [[1, 1]] },
  { '#map': [[0, 1]] },
  {
    '#map': [
      [3, 'm2'],
      [1, 'm1'],
    ],
  },
  { '#map': [[2, 'm2']] },
  { '#map': [[[1, 2], { '#set': [] }]] },
  { '#map': [['m1', { '#map': [['a', [1]]] }]] },
  { '#contains': [] },
  { '#contains': [1] },
  { '#contains': [1, 2] },
  { '#contains': ['m1'] },
  { '#contains': [{ a: 2 }] },
  { '#contains': [{}] },
  { '#contains': [{ '#contains': [2] }] },
  { '#contains': [[1, 2]] },
  { '#contains': [{ '#set': [1] }, { '#set': [2] }] },
  { '#set': [{ a: 1 }, { a: 2 }] },
  { '#set': [{ a: 1 }, { b: 'm1', a: 2 }] },
  { '#set': [{ a: 1 }, { a: 'x' }] },
];

/** What TLC writes in an error trace. */
const resembling: readonly Json[] = [
  0,
  1,
  -3,
  1.5,
  true,
  'm1',
  'x',
  'T_1',
  null,
  [],
  [1],
  [1, 2],
  [2, 1],
  [1, 2, 3],
  ['m1'],
  ['m1', 'm1'],
  ['m1', 'x'],
  [[]],
  [[1], [2]],
  [[1, 2]],
  [[2, 1]],
  ['m1', 'm2'],
  [1, 'x'],
  {},
  { a: 1 },
  { a: 'm1', b: ['m1'] },
  { m1: 1 },
  { m1: 1, m2: 2 },
  { '0': 1 },
  { '1': 1 },
  { '1': 'm1', '3': 'm2' },
  { '<<1, 2>>': [] },
  [{ a: 1 }, { a: 2 }],
  [{ a: 1, b: 2 }],
  { m1: { a: [1] } },
  [{ a: 2, b: 'm1' }, { a: 1 }],
];

const spec = `---- MODULE Values ----
EXTENDS Integers, TLC
CONSTANTS m1, m2, T_1
VARIABLES n, x
Init == ${values.map((value, i) => `\\/ n = ${i} /\\ x = ${value}`).join('\n        ')}
Next == UNCHANGED <<n, x>>
====`;

const cfg = 'CONSTANTS m1 = m1 m2 = m2 T_1 = T_1\nINIT Init\nNEXT Next\n';

/** For each trace, whose first event has a pattern of x, the numbers of the values that TLC takes it for. */
async function found(traces: readonly Trace[]): Promise<readonly (readonly number[])[]> {
  const model = modelOf('Values', { 'Values.tla': spec, 'Values.cfg': cfg });
  const outcomes = await validateWithTlc({ ...model, traces, tlc: tlc as Tlc });
  return outcomes.map(({ maximal }) =>
    maximal
      .flatMap(({ cut, states }) => (cut[0] === 1 ? states.map(([n]) => Number(n)) : []))
      .toSorted((a, b) => a - b),
  );
}

function expected(pattern: Pattern): readonly number[] {
  return values.flatMap((value, i) => (matches(pattern, parseValue(value)) ? [i] : []));
}

// What follows never matches, so that the trace diverges behind the pattern, if it gets there.
const never = { state: { n: -1 } };

describe.skipIf(tlc === undefined)('TLC takes observations for the values', { timeout: 60_000 }, () => {
  it('that they are for the other engines, whatever the types', async () => {
    const traces = await Promise.all(patterns.map((json) => traceOf({}, { state: { x: json } }, never)));
    const said = await found(traces);
    let count = 0;
    for (const [i, json] of patterns.entries()) {
      const pattern = traces[i]?.events[0]?.state.get('x') as Pattern;
      expect(said[i], JSON.stringify(json)).toEqual(expected(pattern));
      count += expected(pattern).length;
    }
    expect(count).toBeGreaterThan(150);
  });

  it('that TLC would write so in an error trace', async () => {
    const plain = await traceOf({}, { state: { x: 0 } }, never);
    const traces = resembling.map((json): Trace => {
      const [first, ...rest] = plain.events as [Trace['events'][number]];
      return {
        ...plain,
        events: [{ ...first, state: new Map([['x', { type: 'resembles', json }]]) }, ...rest],
      };
    });
    const said = await found(traces);
    for (const [i, json] of resembling.entries()) {
      expect(said[i], JSON.stringify(json)).toEqual(expected({ type: 'resembles', json }));
    }
  });
});
