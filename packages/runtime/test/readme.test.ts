import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chosen } from './readme-example.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the example in the README is the one that is tested here', () => {
  const example = /```ts\n(.*?)```/su.exec(text('../README.md'))?.[1];
  expect(example).toBe(text('readme-example.ts'));
});

test('everybody says the same, after a restart too', async () => {
  const answers = await chosen();
  expect(answers).toHaveLength(3);
  expect(['olives', 'cheese']).toContain(answers[0]);
  expect(new Set(answers).size).toBe(1);
});
