import { describe, expect, it } from 'vitest';
import { memorySink, noRecorder, type RecordedEvent, recorder, type Sink } from './index.js';

const header = { trace: 1, spec: 'P' } as const;
const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const failing = (error: Error): Sink => ({
  write() {
    throw error;
  },
  close() {},
});

describe('a recorder', () => {
  it('writes header and events at a flush, numbered and with clocks, and no other fields', () => {
    const sink = memorySink();
    const a = recorder({ process: 'a', header: { ...header, order: 'total', meta: { seed: 1 } }, sink });
    a.record({ action: 'A', params: { n: 1 }, state: { x: undefined }, line: 7 } as RecordedEvent);
    a.receive({ b: 4, a: 0 });
    a.record({ derived: { d: true }, meta: 'm' });
    expect(sink.text).toBe('');
    a.flush();
    a.flush();
    expect(lines(sink.text)).toEqual([
      { trace: 1, spec: 'P', order: 'clock', meta: { seed: 1 } },
      { process: 'a', seq: 0, clock: { a: 1 }, action: 'A', params: { n: 1 }, state: {} },
      { process: 'a', seq: 1, clock: { a: 2, b: 4 }, derived: { d: true }, meta: 'm' },
    ]);
  });

  it('has no header without events, and writes what waits when it is closed', () => {
    const sink = memorySink();
    recorder({ process: 'a', header, sink }).close();
    expect(sink.text).toBe('');
    const other = recorder({ process: 'a', header, sink });
    other.record({ action: 'A' });
    other.close();
    expect(lines(sink.text)).toHaveLength(2);
  });

  it('stamps messages with what it knows, which only grows', () => {
    const a = recorder({ process: 'a', header, sink: memorySink() });
    expect(a.stamp()).toEqual({});
    a.record({ action: 'A' });
    const before = a.stamp();
    a.receive({ b: 3, c: 1 });
    a.receive({ b: 2 });
    a.receive(undefined);
    expect(before).toEqual({ a: 1 });
    expect(a.stamp()).toEqual({ a: 1, b: 3, c: 1 });
  });

  it('refuses what would spoil the trace, and goes on', () => {
    const sink = memorySink();
    const a = recorder({ process: 'a', header, sink });
    const nothing = /must say something/u;
    for (const event of [{}, { meta: 1 }, { params: {} }, { state: {}, derived: {} }]) {
      expect(() => a.record(event)).toThrow(nothing);
    }
    expect(() => a.record({ action: 'A', meta: 1n })).toThrow(/cannot be written as JSON: .*BigInt/u);
    for (const clock of [{ b: -1 }, { b: 0.5 }, { b: '1' }, { '': 1 }, JSON.parse('{"__proto__":1}'), [1]]) {
      expect(() => a.receive(clock as never)).toThrow(/a clock that is none/u);
    }
    expect(() => recorder({ process: '', header, sink })).toThrow(/cannot be called ""/u);
    a.record({ action: 'A' });
    a.flush();
    expect(lines(sink.text)[1]).toMatchObject({ seq: 0, clock: { a: 1 } });
  });

  it('writes nothing any more after a write that failed, and says so each time', () => {
    const full = new Error('full');
    const a = recorder({ process: 'a', header, sink: failing(full) });
    a.flush();
    a.record({ action: 'A' });
    expect(() => a.flush()).toThrow(full);
    a.record({ action: 'A' });
    expect(() => a.flush()).toThrow(full);
    expect(() => a.close()).not.toThrow();
  });

  it('tells of flushes that took longer than they may', () => {
    const told: number[] = [];
    const times = [0, 10, 100, 111];
    const slow = { limit: 10, now: () => times.shift() ?? 0, onSlow: (ms: number) => told.push(ms) };
    const a = recorder({ process: 'a', header, sink: memorySink(), slow });
    for (let i = 0; i < 2; i += 1) {
      a.record({ action: 'A' });
      a.flush();
    }
    a.flush();
    expect(told).toEqual([11]);
  });

  it('that is off does nothing', () => {
    noRecorder.record({});
    noRecorder.receive({ a: -1 });
    noRecorder.flush();
    noRecorder.close();
    expect(noRecorder.on).toBe(false);
    expect(noRecorder.stamp()).toBeUndefined();
  });
});
