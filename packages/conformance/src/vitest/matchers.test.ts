import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { constants, counter } from '../../test/counter.js';
import { readExecutionSync } from '../trace/read/read-execution-sync.js';
import { type Model, modelOf, type TraceInput } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'synod-vitest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const model = modelOf(counter(), constants);
const add = (by: number, n?: number): { readonly [field: string]: unknown } & object => ({
  action: 'Add',
  params: { by },
  ...(n === undefined ? {} : { state: { n } }),
});
const good = [add(1, 1), add(2, 3), add(1, 4)] as const;
const bad = [add(1, 1), add(2, 4)] as const;
const header = { trace: 1, spec: 'Counter' };
const textOf = (lines: readonly unknown[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** What an assertion fails with. */
function failure(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion passed');
}

/** The same execution in every form. */
function forms(events: readonly object[], name: string): readonly (readonly [string, TraceInput])[] {
  const text = textOf([header, ...events]);
  const path = file(`${name}.ndjson`, text);
  return [
    ['its path', path],
    ['its URL', pathToFileURL(path)],
    ['the text of its URL', pathToFileURL(path).href],
    ['a packed file', file(`${name}.gz`, gzipSync(text))],
    ['its text', text],
    ['its events', events as TraceInput],
    ['its events with a header', [header, ...events] as TraceInput],
    ['a trace', readExecutionSync(text, 'there')],
  ];
}

describe('toConformTo', () => {
  it.each(forms(good, 'good'))('passes for what conforms, given as %s', (_, input) => {
    expect(input).toConformTo(model);
    expect(failure(() => expect(input).not.toConformTo(model))).toMatch(
      /conforms to Counter in TypeScript, and is expected not to: a behaviour takes all of its 3 events$/,
    );
  });

  it.each(forms(bad, 'bad'))('fails for what diverges, given as %s', (_, input) => {
    expect(input).not.toConformTo(model);
    expect(failure(() => expect(input).toConformTo(model))).toMatch(
      /Add\(2\) leads to no state that is as observed here \(1 of 2 events match\)/,
    );
  });

  it('says what the command says', () => {
    const path = file('told.ndjson', textOf([header, ...bad]));
    const told = failure(() => expect(path).toConformTo(model));
    expect(told.split('\n')[0]).toBe(
      `${path}:3: Add(2) leads to no state that is as observed here (1 of 2 events match)`,
    );
    expect(told).toMatch(/n: the trace says 4, the specification has 3/);
    const events = failure(() => expect(bad).toConformTo(model));
    expect(events.split('\n')[0]).toMatch(/^event 2: Add\(2\) leads to no state/);
  });

  it.each<[string, unknown, RegExp]>([
    ['a file that is not there', join(folder, 'nowhere.ndjson'), /nowhere\.ndjson: There is no such file\./],
    ['a folder', folder, /This is a folder/],
    ['no events', [], /has no events/],
    ['an empty text', '', /empty text/],
    ['a header alone', textOf([header]), /^the trace: the trace has no events/],
    ['no trace', '{"a": 1}', /this is no execution/],
    ['a line that is none', `${textOf([header])}x\n{}\n`, /^the trace:2: this line is not JSON/],
    ['an event with a wrong field', [{ action: 'Add', para: 1 }], /^the trace\[0\]: .*para/],
    ['what is no event', [add(1), undefined], /^the trace\[1\]: /],
    ['what is no JSON', [{ action: 'Add', meta: 1n }], /^the trace\[0\]: .*BigInt/],
    ['an action that there is not', [{ action: 'Sub' }], /Sub/],
    ['a variable that there is not', [{ state: { m: 1 } }], /m/],
    ['a trace of another specification', textOf([{ trace: 1, spec: 'Other' }, add(1)]), /one of Other/],
    [
      'a trace with other constants',
      textOf([{ ...header, constants: { Max: 9 } }, add(1)]),
      /constants\.Max: the trace has 9, and Counter in TypeScript has 4/,
    ],
    ['a number', 7, /this is number/],
    ['nothing', undefined, /this is undefined/],
    ['null', null, /expected is a path/],
  ])('is an error, with not or without, for %s', (_, input, message) => {
    expect(failure(() => expect(input).toConformTo(model))).toMatch(message);
    expect(failure(() => expect(input).not.toConformTo(model))).toMatch(message);
  });

  it('is an error for a model that was not awaited', () => {
    const none = Promise.resolve(model) as unknown as Model;
    expect(failure(() => expect(good).not.toConformTo(none))).toMatch(/openModel must be awaited/);
  });

  it('has compared everything when it returns', () => {
    // A matcher that answers later would pass in whatever test forgets to await it.
    const answer: unknown = expect(good).toConformTo(model);
    expect(answer).not.toHaveProperty('then');
  });
});

describe('toCover', () => {
  const all = [
    [add(1, 1), add(1, 2), add(1, 3), add(1, 4)],
    [add(2, 2), add(2, 4)],
    [add(1, 1), add(2, 3)],
  ] as unknown as TraceInput[];

  it('passes for what is enough', () => {
    expect(all).toCover(model, { actions: 100, steps: 100, states: 100 });
    expect([all[0] as TraceInput]).toCover(model, { states: 100, steps: 57 });
    expect([all[0] as TraceInput]).not.toCover(model, { steps: 58 });
  });

  it('says what is missing', () => {
    const told = failure(() => expect([all[0] as TraceInput]).toCover(model, { steps: 95 }));
    expect(told.split('\n')).toEqual([
      'the trace does not cover enough of Counter in TypeScript',
      '  steps: 57.1 % of 7 were taken (4), and 95 % are asked for.',
      '',
      'actions: 1 of 1 (100 %)',
      'steps: 4 of 7 (57.1 %)',
      'states: 5 of 5 (100 %)',
      '',
      'shortest behaviours to a step of each action that was not taken:',
      '  Add(2)',
    ]);
    expect(failure(() => expect(all).not.toCover(model, { steps: 95 }))).toMatch(
      /^the 3 traces cover Counter in TypeScript\n\nactions: 1 of 1/,
    );
  });

  it('names actions that were never taken', () => {
    const stuck = modelOf(counter({ start: [4] }), { ...constants, Max: 4 });
    expect(failure(() => expect([[{ state: { n: 4 } }]]).toCover(stuck, { actions: 100 }))).toMatch(
      /actions: the graph has none/,
    );
    expect(failure(() => expect([[{ state: { n: 0 } }]]).toCover(model, { actions: 1 }))).toMatch(
      /actions never surely taken: Add\n/,
    );
  });

  it.each<[string, unknown, object | undefined, RegExp]>([
    ['no traces', [], { steps: 0 }, /and there are none/],
    ['one trace instead of several', 'x.ndjson', { steps: 0 }, /this is string/],
    ['events instead of traces', good, { steps: 0 }, /traces\[0\]: expected is/],
    ['nothing asked for', all, {}, /is asked for nothing/],
    ['nothing at all asked for', all, undefined, /is asked for nothing/],
    ['no percentage', all, { steps: 950 }, /from 0 to 100/],
    ['a trace that diverges', [good, bad], { steps: 1 }, /^event 2: Add\(2\) leads to no state/],
    ['a trace that cannot be read', [good, join(folder, 'none')], { steps: 1 }, /no such file/],
  ])('is an error, with not or without, for %s', (_, traces, thresholds, message) => {
    expect(failure(() => expect(traces).toCover(model, thresholds as object))).toMatch(message);
    expect(failure(() => expect(traces).not.toCover(model, thresholds as object))).toMatch(message);
  });
});
