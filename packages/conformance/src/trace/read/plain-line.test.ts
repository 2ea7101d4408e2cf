import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventSchema, headerSchema } from './line-schema.js';
import { isPlainEvent, isPlainHeader } from './plain-line.js';

const any = { whole: z.unknown(), observed: z.unknown() };
const header = { trace: 1, spec: 'Paxos' };

/** What may stand in a field, right or wrong, as it comes out of a file. */
const values = ['', 'a1', 0, -1, 1, 1.5, 2 ** 53, null, true, [], [1], ['a'], [''], {}, { a: 1 }, { a: -1 }];

describe('a line that is right', () => {
  it.each([
    header,
    { ...header, constants: { N: 3 }, model: 'M', init: { x: 1 }, hidden: ['A'], order: 'clock', meta: 0 },
  ])('is known without the schema: the header %j', (line) => {
    expect(isPlainHeader(line)).toBe(true);
  });

  it.each([
    { action: 'A' },
    { action: 'A', params: [1] },
    { action: 'A', params: { b: 1 }, state: {}, process: 'p', seq: 0, clock: { p: 1 }, start: 0.5, end: 1 },
    { state: { x: 1 }, meta: [] },
    { derived: { D: 1 } },
  ])('is known without the schema: the event %j', (line) => {
    expect(isPlainEvent(line)).toBe(true);
  });
});

describe('what is taken without the schema, the schema takes', () => {
  it.each([
    ['header', header, headerSchema(z, any), isPlainHeader],
    ['event', { action: 'A' }, eventSchema(z, any), isPlainEvent],
  ] as const)('with any value in any field of the %s', (_, line, schema, isPlain) => {
    const fields = [
      'trace',
      'spec',
      'constants',
      'model',
      'init',
      'hidden',
      'order',
      'meta',
      'action',
      'params',
    ];
    fields.push(
      'state',
      'derived',
      'process',
      'seq',
      'clock',
      'start',
      'end',
      'other',
      '__proto__',
      'toString',
    );
    let taken = 0;
    for (const field of fields) {
      for (const value of values) {
        for (const base of [line, {}]) {
          const json = JSON.parse(
            JSON.stringify({ ...base }).replace(
              /\}$/,
              `${base === line ? ',' : ''}"${field}":${JSON.stringify(value)}}`,
            ),
          ) as unknown;
          if (!isPlain(json)) continue;
          taken += 1;
          expect(schema.safeParse(json).success, JSON.stringify(json)).toBe(true);
        }
      }
    }
    expect(taken).toBeGreaterThan(20);
  });

  it.each([null, 1, 'x', [], [1], {}, { params: [1] }, { state: {} }, { state: { x: 1 }, params: {} }])(
    '%j is neither',
    (json) => {
      expect([isPlainHeader(json), isPlainEvent(json)]).toEqual([false, false]);
    },
  );
});
