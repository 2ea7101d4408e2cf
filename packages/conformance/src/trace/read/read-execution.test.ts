import { describe, expect, it } from 'vitest';
import { specimen } from '../../../test/graph-files.js';
import { inPieces, refusal, said } from '../../../test/traces.js';
import type { Trace } from '../trace.js';
import { readExecution } from './read-execution.js';

const read = (text: string, size = 1_000_000): Promise<Trace> =>
  readExecution({ chunks: inPieces(new TextEncoder().encode(text), size), file: 'log' });

const expected =
  'expected is a trace, whose first line is {"trace": 1, …}, a trace in the Informal Trace Format, or an error trace that TLC wrote with -dumpTrace json.';

describe('what an execution is written in shows in its content', () => {
  const trace = '{"trace":1,"spec":"P"}\n{"action":"A"}\n';
  const itf = '{"vars":["x"],"states":[{"x":1}]}';
  it.each([
    ['synod', trace],
    ['synod', ` \r\n\n${trace}`],
    ['synod', `\ufeff${trace}`],
    ['synod', trace.replace('{"trace":1,', '{"constants":{"vars":[],"states":{"trace":"}"}},"trace":1,')],
    ['synod', trace.replace('{', '{"meta":{"counterexample":1},')],
    ['itf', itf],
    ['itf', `\ufeff${itf}`],
    ['itf', itf.replace('{', '{"#meta":{"trace":1,"counterexample":{}},')],
    ['itf', '{\n  "states": [\n {"x": 1}\n],\n "vars": ["x"]\n}\n'],
    ['tlc', specimen('BadP.json')],
    ['tlc', '{"vars":["x"],"counterexample":{"state":[[1,{"x":1}]],"action":[]}}'],
    ['tlc', '{"state":[[1,{"x":1}]],"action":[]}'],
  ])('%s: %s', async (format, text) => {
    for (const size of [1, 1_000_000]) expect((await read(text, size)).header.format).toBe(format);
    expect((await readExecution({ chunks: [text], file: 'log' })).header.format).toBe(format);
  });

  it('so that a file of any length is read', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `{"action":"A","state":{"x":${i}}}\n`).join('');
    for (const size of [1000, 1_000_000_000]) {
      const { events } = await read(`{"trace":1,"spec":"P"}\n${lines}`, size);
      expect(events).toHaveLength(20_000);
      expect(said(events.at(-1)?.state ?? new Map())).toEqual({ x: 19_999 });
    }
  });

  it.each([
    ['nothing', '', 'log: the file is empty: expected is an execution.'],
    ['blanks', ' \n\n', 'log: the file is empty: expected is an execution.'],
    ['prose', 'Dear reader,\n', `log: this is no execution: ${expected}`],
    ['gzip', '\x1f\x8b\x08', `log: this is no execution: ${expected}`],
    ['an array', '[{"trace":1}]', `log: this is no execution: ${expected}`],
    ['another JSON', '{"a":1}', `log: this is no execution: ${expected}`],
    [
      'a state graph',
      '{"graph":1,"variables":["x"],"states":0}\n',
      `log: this is a state graph, not an execution: ${expected}`,
    ],
    [
      'one in one piece',
      '{"header":{},"states":[],"steps":[]}',
      `log: this is a state graph, not an execution: ${expected}`,
    ],
    [
      'a trace without its header',
      '{"action":"A","state":{}}\n',
      'log:1: the first line must be the header, an object with "trace": 1 and "spec": the name of the TLA+ module.',
    ],
    [
      'a trace with a field of another format',
      '{"trace":1,"spec":"P","states":[]}\n{"action":"A"}\n',
      'log:1: the header has an unknown field "states"; what is not compared goes into "meta".',
    ],
    [
      'a trace over several lines',
      '{\n  "trace": 1,\n  "spec": "P"\n}\n',
      'log:1: this line is not JSON, or it was cut: a trace has one JSON object a line.',
    ],
  ])('%s is none', async (_, text, message) => {
    for (const size of [1, 1_000_000]) expect(await refusal(() => read(text, size))).toBe(message);
  });

  it('a line without end is no reason to keep it', async () => {
    for (const start of ['{"trace":1', '{"action":"', '{"#meta":"', '{"counterexample":[', 'A', '{"a":"']) {
      let bytes = 0;
      function* long(): Generator<Uint8Array> {
        yield new TextEncoder().encode(start);
        const piece = new Uint8Array(1024 * 1024).fill(97);
        // Not for ever: whoever keeps it all is to fail, not to fill the memory.
        for (; bytes < 80 * 1024 * 1024; bytes += piece.length) yield piece;
      }
      expect(await refusal(() => readExecution({ chunks: long(), file: 'log' }))).toMatch(
        /^log(?::1)?: this (?:line is longer than 16 MiB|file is longer than 64 MiB|is no execution)/,
      );
      expect(bytes).toBeLessThan(66 * 1024 * 1024);
    }
  });
});
