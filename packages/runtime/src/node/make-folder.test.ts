import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synod-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('it is made with those above it, and may be there', () => {
  const path = join(folder, 'a', 'b', 'c');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

test('where it cannot be made the error of the system is thrown, and nothing waits', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(folder, 'file', 'a'))).toThrow(/ENOTDIR|EEXIST/);
});

test.runIf(process.platform === 'linux')('where a folder refuses every name', () => {
  expect(() => makeFolder('/proc/synod/a/b')).toThrow('ENOENT');
});
