import { describe, expect, it } from 'vitest';
import { memorySink, recorder, resumeTrace, traceResumer } from './index.js';

const header = { trace: 1, spec: 'P' } as const;
const first = '{"trace":1,"spec":"P","order":"clock"}\n';
const event = (seq: number, own: number = seq + 1, process = 'a'): string =>
  `${JSON.stringify({ process, seq, clock: { b: 2, [process]: own }, action: 'Ä' })}\n`;
const resume = (text: string): ReturnType<typeof resumeTrace> =>
  resumeTrace(Buffer.from(text), { file: 't.ndjson' });
const rest =
  ' The trace is damaged: keep it for whoever looks into it, and let the process begin another one.';

describe('what a trace holds', () => {
  it('is its header, its events, and what comes next', () => {
    const text = first + event(0) + event(1, 5);
    const { events, ...found } = resume(text);
    expect(found).toEqual({
      header: { trace: 1, spec: 'P', order: 'clock' },
      process: 'a',
      seq: 2,
      clock: { a: 5, b: 2 },
      kept: Buffer.byteLength(text),
      cut: 0,
    });
    expect(events.map(({ seq }) => seq)).toEqual([0, 1]);
  });

  it('may be nothing, or begin where another file ends', () => {
    expect(resume('')).toMatchObject({ header: undefined, seq: 0, clock: {}, kept: 0, process: undefined });
    expect(resume(first + event(7, 9))).toMatchObject({ seq: 8, clock: { a: 9 } });
  });

  it('is what was there before the line that was cut, whichever byte it was cut at', () => {
    const whole = Buffer.from(first + event(0) + event(1) + event(2));
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    for (let size = 0; size <= whole.length; size += 1) {
      const found = resumeTrace(whole.subarray(0, size));
      const kept = ends.findLast((end) => end <= size) ?? 0;
      expect(found).toMatchObject({ kept, cut: size - kept });
      expect(found.events).toHaveLength(Math.max(0, ends.filter((end) => end <= size).length - 1));
      // Going on gives what would have been there without the cut.
      const sink = memorySink();
      const a = recorder({ process: 'a', header, sink, resume: found });
      a.receive({ b: 2 });
      for (let seq = found.seq; seq < 3; seq += 1) a.record({ action: 'Ä' });
      a.close();
      expect(whole.subarray(0, kept).toString() + sink.text).toBe(whole.toString());
    }
  });

  it('is the same in pieces of any size', () => {
    const whole = Buffer.from(`${first + event(0) + event(1)}{"proc`);
    for (let size = 1; size < whole.length; size += 1) {
      const seen: number[] = [];
      const resumer = traceResumer(({ seq }) => void seen.push(seq));
      const buffer = Buffer.alloc(size);
      for (let at = 0; at < whole.length; at += size) {
        const length = whole.copy(buffer, 0, at, at + size);
        resumer.push(buffer.subarray(0, length));
      }
      expect(seen).toEqual([0, 1]);
      expect(resumer.end()).toMatchObject({ seq: 2, cut: 6, kept: whole.length - 6 });
    }
  });
});

describe('a trace is refused', () => {
  it.each([
    [`${first + event(0)}{"proc\n${event(1)}`, ':3: this line is no JSON, and it is not the last one.'],
    [`${first}\n`, ':2: this line is no JSON, and it is not the last one.'],
    [`${first}null\n`, ':2: this is no event with process, seq and clock.'],
    [
      `${first}{"process":"a","seq":0,"clock":{"a":-1}}\n`,
      ':2: this is no event with process, seq and clock.',
    ],
    [event(0), ':1: this is not the header of a trace of version 1.'],
    ['{"trace":2,"spec":"P"}\n', ':1: this is not the header of a trace of version 1.'],
    [first + event(0) + event(2), ':3: seq is 2, and 0 comes before it.'],
    [first + event(1) + event(2, 2), ':3: the own entry of the clock does not rise: 2 after 2.'],
  ])('%j', (text, message) => {
    expect(() => resume(text)).toThrow(`t.ndjson${message}${rest}`);
  });

  it('if it is the trace of another process', () => {
    const message = /:3: this event is one of the process c, and the trace is to be that of a: give each/u;
    expect(() => resume(first + event(0) + event(1, 2, 'c'))).toThrow(message);
    expect(() => resumeTrace(Buffer.from(first + event(0)), { process: 'c' })).toThrow(
      'line 2: this event is one of the process a, and the trace is to be that of c: give each process a file of its own.',
    );
  });

  it('if it is no text, or has no lines', () => {
    const bytes = Buffer.concat([Buffer.from(first), Buffer.from([0xc3, 0x28, 10])]);
    expect(() => resumeTrace(bytes)).toThrow(`line 2: this line is not UTF-8.${rest}`);
    const resumer = traceResumer(() => undefined);
    const zeros = new Uint8Array(1024 * 1024);
    expect(() => {
      for (let i = 0; i < 17; i += 1) resumer.push(zeros);
    }).toThrow('line 1: this line is longer than 16 MiB.');
  });
});
