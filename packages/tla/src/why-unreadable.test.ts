import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whyUnreadable } from './why-unreadable.js';

function whyNot(path: string): string {
  try {
    readFileSync(path);
  } catch (cause) {
    return whyUnreadable(cause);
  }
  return 'it can be read';
}

test.each([
  ['none.tla', 'there is no such file'],
  ['.', 'it is a folder, not a file'],
  ['index.ts/none.tla', 'there is no such file'],
  ['index.ts', 'it can be read'],
])('%s: %s', (name, why) => {
  expect(whyNot(join(import.meta.dirname, name))).toBe(why);
});

test('what is not known is told as it was thrown', () => {
  expect(whyUnreadable(new Error('the disk is on fire'))).toBe('the disk is on fire');
  expect(whyUnreadable('a text')).toBe('a text');
});
