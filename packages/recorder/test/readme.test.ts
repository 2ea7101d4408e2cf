import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrace } from '@synod/conformance';
import { expect, test } from 'vitest';
import { inFile, inMemory } from './readme-example.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the example in the README is the one that is tested here', () => {
  const example = /```ts\n(.*?)```/su.exec(text('../README.md'))?.[1];
  expect(example).toBe(text('readme-example.ts'));
});

test('it does what the README says', async () => {
  expect((await readTrace({ chunks: [inMemory()], file: 'a1' })).events[0]?.clock).toEqual(
    new Map(Object.entries({ p0: 1, a1: 1 })),
  );
  const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
  try {
    const path = join(folder, 'a1.ndjson');
    expect([inFile(path), inFile(path)]).toEqual([{ a1: 1 }, { a1: 2 }]);
    const { events } = await readTrace({ chunks: [readFileSync(path)], file: path });
    expect(events.map(({ seq }) => seq)).toEqual([0, 1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
