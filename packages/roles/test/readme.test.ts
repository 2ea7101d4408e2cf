import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choose } from './readme-example.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the example in the README is the one that is tested here', () => {
  const example = /```ts\n(.*?)```/su.exec(text('../README.md'))?.[1];
  expect(example).toBe(text('readme-example.ts'));
});

test('it does what the README says', () => {
  const story = choose({ a1: 'A' }).join('\n');
  expect(/```text\n(.*?)\n```/su.exec(text('../README.md'))?.[1]).toBe(story);
});

test('of two values one is chosen, and everybody knows which', () => {
  const known = choose({ a1: 'A', a3: 'K' }).filter((line) => line.endsWith('is chosen'));
  expect(new Set(known)).toEqual(new Set(['a1: K is chosen', 'a2: K is chosen', 'a3: K is chosen']));
});
