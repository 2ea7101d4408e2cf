import { InputError } from '@synod/tla';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventLines } from '../../../../test/trace-lines.js';
import type { Trace } from '../../trace.js';
import { readExecutionSync } from '../read-execution-sync.js';
import { streamTrace } from '../stream-trace.js';
import { traceBytes } from './trace-bytes.js';

/** What a parser of lines makes of a file, or what it ends in. */
async function parsed(bytes: Uint8Array): Promise<unknown> {
  return ending(async () => {
    const { header, events: stream, warnings } = await streamTrace({ chunks: [bytes], file: 'log' });
    const events = [];
    for await (const event of stream) events.push(event);
    return { header, events, warnings };
  });
}

async function read(bytes: Uint8Array, size: number): Promise<unknown> {
  return ending(() => {
    const reader = traceBytes({ file: 'log' });
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
    const { header, events, warnings } = reader.finish();
    return { header, events, warnings };
  });
}

async function ending(run: () => unknown): Promise<unknown> {
  try {
    return inOrder(await run());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.code, error.message, error.place];
  }
}

/** The same with lists in place of maps, whose order is that of reports. */
function inOrder(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(inOrder);
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inOrder(inner)]));
}

const header = '{"trace":1,"spec":"Paxos"}';

/** JSON as programs of different kinds write it. */
const written = fc.constantFrom<(line: unknown) => string>(
  (line) => JSON.stringify(line),
  (line) => JSON.stringify(line).replaceAll(/(?<=["\]}0-9el])([:,])(?=["[{\d-])/g, '$1 '),
  (line) => ` ${JSON.stringify(line)}\t`,
);

/** A line that is right in most cases, so that those before it are not all that is looked at. */
const plainLine = fc.record(
  {
    action: fc.constantFrom('Phase1a', 'Phase1b', 'é', 'a\\b'),
    params: fc.constantFrom<unknown>({ b: 0 }, { b: 1 }, [0], { a: 'a1' }, {}, []),
    state: fc.constantFrom<unknown>(
      { maxBal: { a1: 0 } },
      { maxBal: { a1: 0 }, msgs: { '#set': [{ type: '1a', bal: 0 }] } },
      { maxBal: { a1: 1 }, maxVal: { a1: '"}' } },
      { 1: 2, maxBal: 3 },
      {},
    ),
    derived: fc.constantFrom<unknown>({ chosen: { '#set': [] } }, { chosen: { '#contains': [{}] } }),
    process: fc.constantFrom('p', 'q'),
    meta: fc.constantFrom<unknown>(null, 'x', [{}], 1.5),
    start: fc.constant(1),
  },
  { requiredKeys: ['action'] },
);

const lines = fc.tuple(
  fc.array(fc.oneof({ weight: 30, arbitrary: plainLine }, { weight: 1, arbitrary: eventLines }), {
    minLength: 1,
    maxLength: 8,
  }),
  // Every line is read again: the second time, what it says is known.
  fc.array(fc.nat(7), { maxLength: 30 }),
  written,
);

const texts = lines.map(([made, again, write]) => {
  const all = [...made, ...again.map((i) => made[i % made.length])];
  return [header, ...all.map(write)];
});

describe('a trace read from its bytes is the one that is parsed line by line', () => {
  it('whatever its lines say', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 400 }),
        async (all, end, size) => {
          const bytes = new TextEncoder().encode(all.join(end) + end);
          expect(await read(bytes, size)).toEqual(await parsed(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('with positions, which are checked', async () => {
    const seqs = fc.array(
      fc.tuple(
        fc.constantFrom('"p"', '"q"', undefined),
        fc.constantFrom('0', '1', '2', '3', '03', '1e0', '-1', '1.0', undefined),
      ),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(seqs, async (positions) => {
        const all = positions.map(([process, seq]) => {
          const parts = ['"action":"A"', process && `"process":${process}`, seq && `"seq":${seq}`];
          return `{${parts.filter((part) => part !== undefined).join(',')}}`;
        });
        const bytes = new TextEncoder().encode([header, ...all, ''].join('\n'));
        expect(await read(bytes, 50)).toEqual(await parsed(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('damaged anywhere: the same, or the same error', async () => {
    const puts = [
      '"',
      '\\',
      ' ',
      '}',
      '{',
      ':',
      ',',
      ',"action":"B"',
      ',"state":{}',
      '[',
      ']',
      '\n',
      '\0',
      '\u00ff',
      '1',
      '-',
    ];
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.constantFrom(...puts), fc.nat(3), async (all, at, put, out) => {
        const text = all.join('\n');
        const cut = at % text.length;
        const damaged = Buffer.from(
          text.slice(0, cut) + put + text.slice(cut + out),
          put === '\u00ff' ? 'latin1' : 'utf8',
        );
        const bytes = new Uint8Array(damaged);
        expect(await read(bytes, 100)).toEqual(await parsed(bytes));
      }),
      { numRuns: 1500 },
    );
  });

  it('where names or values would be read otherwise by a parser', async () => {
    const odd = [
      '{"action":"A","action":"B"}',
      '{"action":"A","state":{"x":1,"x":2}}',
      '{"action":"A","state":{"__proto__":1,"y":2}}',
      '{"action":"A","state":{"b":1,"2":2,"1":3}}',
      '{"\\u0061ction":"A"}',
      '{"action":"\\u0041"}',
      '{"action":"A","params":{"x":1e2},"state":{"x":-0,"y":10000000000000000}}',
      '{"action":"A","meta":{"a":[}]}}',
      '{"action":"A","meta":nul}',
      '{"action":"A","state":{"x":[1,}}',
      '{"action":"A","state":[1]}',
      '{"action":"A","state":"x"}',
      '{"params":{}}',
      '{"state":{}}',
      '{"derived":{"x":1}}',
      '{"action":"A"} x',
      '{"action":"A"}}',
      '[]',
      '{}',
    ];
    const known = '{"action":"A","state":{"x":1},"params":{},"meta":1}';
    for (const line of odd) {
      for (const all of [[line], [known, line, line, known], [known, line]]) {
        const bytes = new TextEncoder().encode([header, ...all, ''].join('\n'));
        expect(await read(bytes, 1000), line).toEqual(await parsed(bytes));
      }
    }
  });

  it('keeps a few bytes for each event, and says the same of equal ones', () => {
    const line = '{"action":"A","params":{"b":0},"state":{"x":{"#set":[1,2]}}}\n';
    const reader = traceBytes({ file: 'log' });
    reader.push(`${header}\n${line.repeat(1000)}{"action":"B"}\n`);
    const { log, events } = reader.finish();
    expect(log?.length).toBe(1001);
    expect(log?.said).toHaveLength(2);
    expect(events).toHaveLength(1001);
    expect(events[999]?.state).toBe(events[3]?.state);
    expect(log?.place(1000)).toEqual({ file: 'log', line: 1002 });
    const { events: slow } = readExecutionSync(`${header}\n${line.repeat(3)}`, 'log') as Trace;
    expect(events.slice(0, 3)).toEqual(slow);
  });
});
