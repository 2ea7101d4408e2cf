import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecorder, type RecordedHeader, type WrittenEvent } from './index.js';

const header = { trace: 1, spec: 'P', constants: { N: 3, M: { x: 1, y: 2 } } } as const;
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-'));
  path = join(folder, 'a.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that starts, records one event, and ends. */
function life(action: string, process = 'a', given: RecordedHeader = header): readonly WrittenEvent[] {
  const events: WrittenEvent[] = [];
  const { recorder } = openRecorder(path, {
    process,
    header: given,
    onEvent: (event) => void events.push(event),
  });
  recorder.record({ action });
  recorder.close();
  return events;
}

describe('a recorder on a file', () => {
  it('makes no file before there is an event', () => {
    const { recorder, found } = openRecorder(path, { process: 'a', header });
    recorder.close();
    expect(found).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });

  it('goes on where the process had left off, and tells what is there', () => {
    expect(life('A')).toEqual([]);
    expect(life('B', 'a', { ...header, constants: { M: { y: 2, x: 1 }, N: 3 }, meta: 1 })).toHaveLength(1);
    const events = life('C');
    expect(events).toEqual([
      { process: 'a', seq: 0, clock: { a: 1 }, action: 'A' },
      { process: 'a', seq: 1, clock: { a: 2 }, action: 'B' },
    ]);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(5);
  });

  it('cuts off a torn last line, that of the header too', () => {
    life('A');
    const before = readFileSync(path, 'utf8');
    appendFileSync(path, '{"process":"a","seq":1,"clock":{"a":2},"action":"B"}');
    const { recorder, found } = openRecorder(path, { process: 'a', header });
    recorder.close();
    expect(found).toMatchObject({ cut: 52, seq: 1 });
    expect(readFileSync(path, 'utf8')).toBe(before);
    writeFileSync(path, before.slice(0, 10));
    life('A');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('refuses a file that is not its own, and leaves it alone', () => {
    life('A');
    appendFileSync(path, 'torn');
    const before = readFileSync(path, 'utf8');
    expect(() => life('B', 'b')).toThrow(`${path}:2: this event is one of the process a,`);
    expect(() => life('B', 'a', { ...header, spec: 'Q' })).toThrow(
      `${path}:1: spec: this trace was begun with "P", and now it is "Q". Give the process what it had then, or another trace.`,
    );
    expect(() => life('B', 'a', { ...header, hidden: ['H'] })).toThrow(
      'hidden: this trace was begun with none, and now it is ["H"].',
    );
    expect(() => life('B', 'a', { ...header, constants: { N: 'x'.repeat(99) } })).toThrow(
      /and now it is \{"N":"x{74}…\. Give/u,
    );
    expect(readFileSync(path, 'utf8')).toBe(before);
    writeFileSync(path, before.replace('"clock"', '"total"'));
    expect(() => life('B')).toThrow(
      'order: this trace was begun with "total", and a recorder writes "clock".',
    );
  });

  it('says at once what it cannot read or write', () => {
    expect(() => openRecorder(folder, { process: 'a', header })).toThrow(/cannot read the trace .*EISDIR/u);
    expect(() => openRecorder(join(folder, 'no', 'a'), { process: 'a', header })).toThrow(
      /cannot write the trace .*ENOENT/u,
    );
  });
});
