import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { failure, fixture } from '../../test/fixture.js';
import { InputError } from '../index.js';
import { readBytes, readBytesSync } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'synod-tla-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function text(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(path)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('files', () => {
  const content = fixture('Val-tlc174.dump').repeat(400);

  test('plain and gzip, whatever the name', async () => {
    expect(await text(file('plain.gz', content))).toBe(content);
    expect(await text(file('zipped.dump', gzipSync(content)))).toBe(content);
    const twice = Buffer.concat([gzipSync('a'), gzipSync('b')]);
    expect(await text(file('two.gz', twice))).toBe('ab');
    expect(await text(file('short', 'a'))).toBe('a');
  });

  test('in one piece', () => {
    expect(Buffer.from(readBytesSync(file('one.gz', gzipSync(content)))).toString('utf8')).toBe(content);
    expect(Buffer.from(readBytesSync(file('one', content))).toString('utf8')).toBe(content);
  });

  test('a reader that stops early leaves nothing open', async () => {
    for await (const chunk of readBytes(file('big.gz', gzipSync(content)))) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  test('every cut of a gzip, and every changed byte, is read or refused', async () => {
    const small = gzipSync(fixture('Lz-tlc174.dump'));
    for (let at = 2; at < small.length; at++) {
      const cut = await failure(() => text(file('cut', small.subarray(0, at))));
      expect(cut, `${at}`).toMatchObject({ name: 'InputError' });
    }
    for (let at = 2; at < small.length; at += 3) {
      const changed = Uint8Array.from(small, (byte, i) => (i === at ? byte ^ 0x41 : byte));
      const error = await failure(() => text(file('changed', changed)));
      expect(error === undefined || error instanceof InputError, `${at}: ${String(error)}`).toBe(true);
    }
  });

  const zipped = gzipSync(content);
  const corrupted = Uint8Array.from(zipped, (byte, i) => (i === zipped.length >> 1 ? byte ^ 0xff : byte));
  test.each([
    ['a missing file', () => join(folder, 'no-such-file'), 'missing-file'],
    ['a folder', () => folder, 'not-a-file'],
    ['an empty file', () => file('empty', ''), 'empty'],
    ['an empty gzip', () => file('empty.gz', gzipSync('')), 'empty'],
    ['a truncated gzip', () => file('cut.gz', zipped.subarray(0, zipped.length >> 1)), 'gzip-truncated'],
    ['a gzip that lacks its last byte', () => file('cut1.gz', zipped.subarray(0, -1)), 'gzip-truncated'],
    ['a corrupted gzip', () => file('corrupted.gz', corrupted), 'gzip-corrupted'],
    [
      'what only begins like a gzip',
      () => file('not.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4])),
      'gzip-corrupted',
    ],
  ])('%s is refused', async (_, path, code) => {
    const name = path();
    const refused = { name: 'InputError', code, place: { file: name } };
    expect(await failure(() => text(name))).toMatchObject(refused);
    expect(await failure(() => readBytesSync(name))).toMatchObject(refused);
  });
});
