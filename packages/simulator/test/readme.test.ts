import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMistake, learned, trace } from './readme-example.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the example in the README is the one that is tested here', () => {
  const example = /```ts\n(.*?)```/su.exec(text('../README.md'))?.[1];
  expect(example).toBe(text('readme-example.ts'));
});

test('it does what the README says', () => {
  expect(new Set(learned).size).toBe(1);
  expect(trace[0]).toContain('"spec":"Paxos"');
  expect(findMistake()).toMatch(/^6 moves: a\d had taken part in ballot \d, and started again with -1\.$/u);
});
