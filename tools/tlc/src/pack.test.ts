import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../test/folder.js';
import { sha256 } from './hash.js';
import { pack, stateCounter, stepCounter } from './pack.js';

function fail(): never {
  throw new Error('no good');
}

describe('pack', () => {
  it.each([
    ['with an end of the last line', '\n'],
    ['without', ''],
  ])('gives every line, however the file is read: %s', async (_, end) => {
    const folder = temporaryFolder();
    const file = join(folder, 'in');
    // More than two of the chunks in which the file is read.
    const lines = Array.from(
      { length: 60_000 },
      (_value, index) => `line ${index} ${'é'.repeat(index % 40)}`,
    );
    const text = lines.join('\n') + end;
    writeFileSync(file, text);
    const seen: string[] = [];
    const digest = await pack(file, join(folder, 'a.gz'), (line) => seen.push(line.toString()));
    expect(seen).toEqual(lines);
    expect(digest).toEqual({ sha256: sha256(text), bytes: Buffer.byteLength(text) });
    expect(gunzipSync(readFileSync(join(folder, 'a.gz'))).toString()).toBe(text);
    expect(await pack(file, undefined, () => {})).toEqual(digest);
  });

  it('writes the same bytes twice', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'in');
    writeFileSync(file, 'some text\n'.repeat(1000));
    for (const name of ['a.gz', 'b.gz']) await pack(file, join(folder, name), () => {});
    const packed = readFileSync(join(folder, 'a.gz'));
    expect(packed.equals(readFileSync(join(folder, 'b.gz')))).toBe(true);
    expect(packed.readUInt32LE(4)).toBe(0);
  });

  it('passes on what is thrown at a line', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'in');
    writeFileSync(file, 'a\nb\n');
    await expect(pack(file, join(folder, 'a.gz'), fail)).rejects.toThrow('no good');
    await expect(pack(file, undefined, fail)).rejects.toThrow('no good');
  });
});

describe('stepCounter', () => {
  const lines = [
    'strict digraph DiskGraph {',
    'nodesep=0.35;',
    '-1 [label="x = \\"-2 -> 3 [label=\\"",style = filled]',
    '-1 -> 2 [label="Go_1",color="black",fontcolor="black"];',
    '2 [label="x = 0"];',
    '2 -> 2 [label="Go_1",color="black",fontcolor="black"];',
    '{rank = same; -1;2;}',
    '}',
  ];

  it('counts nodes and edges', () => {
    const counter = stepCounter(['Go_1']);
    for (const line of lines) counter.line(Buffer.from(line));
    expect(counter.counts()).toEqual({ nodes: 2, edges: 2 });
  });

  it.each([['1 -> 2 [label="Go",color="black"];'], ['1 -> 2;'], ['1 -> 2 [style="dashed"];']])(
    'refuses %s',
    (line) => {
      const counter = stepCounter(['Go_1']);
      expect(() => counter.line(Buffer.from(line))).toThrow(
        expect.objectContaining({ code: 'unknown-label' }),
      );
    },
  );
});

describe('stateCounter', () => {
  it('counts states, and refuses what else is printed', () => {
    const counter = stateCounter();
    counter.line(Buffer.from('<<"S", <<1>>>>'));
    counter.line(Buffer.from('<<"S", <<2>>>>'));
    expect(counter.states()).toBe(2);
    expect(() => counter.line(Buffer.from('hello'))).toThrow(
      expect.objectContaining({ code: 'foreign-output', message: expect.stringContaining('"hello"') }),
    );
  });
});
