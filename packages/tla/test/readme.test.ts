import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { same, steps } from './readme-example.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the example in the README is the one that is tested here', () => {
  const example = /```ts\n(.*?)```/su.exec(text('../README.md'))?.[1];
  expect(example).toBe(text('readme-example.ts'));
});

test('it does what the README says', async () => {
  expect(same).toBe(true);
  const found = await steps(fileURLToPath(new URL('../fixtures/ConL-tlchead.dot', import.meta.url)));
  expect(found).toHaveLength(13);
  expect(found[0]).toBe('Inc: o = {}, x = 0 -> o = {}, x = 1');
  expect(found[1]).toBe('Add(p1): o = {}, x = 0 -> o = {p1}, x = 0');
});
