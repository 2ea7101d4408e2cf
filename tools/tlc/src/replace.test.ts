import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../test/folder.js';
import { replaceFolder } from './replace.js';

it('writes a folder, then another in its place', async () => {
  const parent = join(temporaryFolder(), 'new');
  const folder = join(parent, 'a');
  for (const name of ['one', 'two']) {
    await replaceFolder(folder, async ({ result, work }) => {
      writeFileSync(join(result, name), name);
      writeFileSync(join(work, 'scratch'), '');
    });
    expect(readdirSync(folder)).toEqual([name]);
    expect(readdirSync(parent)).toEqual(['a']);
  }
});

it('leaves what was there if the new one fails', async () => {
  const parent = temporaryFolder();
  const folder = join(parent, 'a');
  mkdirSync(folder);
  writeFileSync(join(folder, 'old'), 'old');
  const failing = replaceFolder(folder, async ({ result }) => {
    writeFileSync(join(result, 'half'), '');
    throw new Error('no good');
  });
  await expect(failing).rejects.toThrow('no good');
  expect(readdirSync(parent)).toEqual(['a']);
  expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('old');
});
