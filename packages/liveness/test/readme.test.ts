import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strongly, weakly } from './readme-example.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the example in the README is the one that is tested here', () => {
  const example = /```ts\n(.*?)```/su.exec(text('../README.md'))?.[1];
  expect(example).toBe(text('readme-example.ts'));
});

test('it does what the README says', () => {
  expect(weakly).toEqual(['Turn', 'Turn', 'and again from state 0']);
  expect(strongly).toEqual(['holds']);
});
