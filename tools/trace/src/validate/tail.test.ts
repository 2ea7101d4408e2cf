import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { tail, untilAborted } from './tail.js';

const folder = mkdtempSync(join(tmpdir(), 'synod-tail-'));
const file = join(folder, 'log');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => writeFileSync(file, 'one\n'));

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk.slice());
  return Buffer.concat(parts).toString();
}

describe('the bytes of a file that grows', () => {
  it('are given as they are written, until the signal', async () => {
    const stop = new AbortController();
    const later = ['two\n', 'three\n'];
    const write = (): void => {
      const next = later.shift();
      if (next === undefined) stop.abort();
      else appendFileSync(file, next);
    };
    expect(await textOf(tail(file, stop.signal, write))).toBe('one\ntwo\nthree\n');
  });

  it('are all those that were written before the signal, and no later ones', async () => {
    const stop = new AbortController();
    const chunks = tail(file, stop.signal, () => {
      appendFileSync(file, 'two\n');
      stop.abort();
    });
    expect(await textOf(chunks)).toBe('one\ntwo\n');
    expect(await textOf(tail(file, AbortSignal.abort()))).toBe('one\ntwo\n');

    const long = 'x'.repeat(100_000);
    writeFileSync(file, long);
    let length = 0;
    const stopped = new AbortController();
    stopped.abort();
    for await (const chunk of tail(file, stopped.signal)) {
      // Somebody writes faster than it is read.
      if (length === 0) appendFileSync(file, long);
      length += chunk.length;
    }
    expect(length).toBeLessThan(200_000);
    expect(length).toBeGreaterThanOrEqual(100_000);
  });

  it('are an error if there are fewer than before', async () => {
    const chunks = tail(file, new AbortController().signal, () => truncateSync(file, 1));
    await expect(textOf(chunks)).rejects.toThrow('became shorter while it was followed: begin again');
  });

  it('are an error if there is no such file', async () => {
    const chunks = tail(join(folder, 'gone'), new AbortController().signal);
    await expect(textOf(chunks)).rejects.toThrow('cannot be read: there is no such file');
  });
});

describe('what comes from elsewhere', () => {
  it('is given until it ends', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one');
      yield Buffer.from('two');
    }
    expect(await textOf(untilAborted(chunks(), new AbortController().signal))).toBe('onetwo');
  });

  it('is left when the signal comes, though more may come', async () => {
    const stop = new AbortController();
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one');
      stop.abort();
      await new Promise(() => {});
    }
    expect(await textOf(untilAborted(chunks(), stop.signal))).toBe('one');
  });
});
