import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Files, fileSink, sinkOn } from './file-sink.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A disk that takes so many bytes with each write. */
function disk(...takes: readonly number[]): Files & { text: string; readonly calls: string[] } {
  const rest = [...takes];
  return {
    text: '',
    calls: [],
    open() {
      this.calls.push('open');
      return 3;
    },
    write(_, bytes) {
      this.calls.push('write');
      const taken = Buffer.from(bytes).subarray(0, rest.shift() ?? 0);
      this.text += taken.toString();
      return taken.length;
    },
    sync() {
      this.calls.push('sync');
    },
    close() {
      this.calls.push('close');
    },
  };
}

it('appends, and makes the file at the first write', () => {
  const path = join(folder, 't.ndjson');
  const sink = fileSink(path, { sync: true });
  expect(() => readFileSync(path)).toThrow(/ENOENT/u);
  sink.write('one\n');
  expect(readFileSync(path, 'utf8')).toBe('one\n');
  sink.close();
  const other = fileSink(path);
  other.write('two ü\n');
  other.close();
  other.close();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo ü\n');
});

it('gives the disk the rest of what it took only in part, and syncs when all is there', () => {
  const files = disk(2, 1, 9);
  sinkOn(files, 't', { sync: true }).write('abcdef\n');
  expect(files.text).toBe('abcdef\n');
  expect(files.calls).toEqual(['open', 'write', 'write', 'write', 'sync']);
});

it('says what is wrong with a disk that is full or fails', () => {
  const message = (why: string): string =>
    `cannot write the trace t (${why}): the process must stop, since what it does from now on would be missing there.`;
  expect(() => sinkOn(disk(2), 't').write('abc\n')).toThrow(message('it takes no more bytes'));
  const full: Files = {
    ...disk(),
    write() {
      throw new Error('ENOSPC: no space left on device, write');
    },
  };
  expect(() => sinkOn(full, 't').write('abc\n')).toThrow(message('ENOSPC: no space left on device, write'));
  const path = join(folder, 'nowhere', 't.ndjson');
  expect(() => fileSink(path).write('abc\n')).toThrow(/cannot write the trace .*ENOENT/u);
});
