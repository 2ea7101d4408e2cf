import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exploration, isStep, why } from './readme-example.js';

it('the example in the README is the one that is tested here', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/su.exec(readme)?.[1]).toBe(example);
});

it('explores as the README says', () => {
  expect(exploration).toMatchObject({
    ending: { type: 'invariant', name: 'Low', path: [{}, {}, {}, {}] },
    distinct: 4,
    generated: 4,
  });
});

it('explains as the README says', () => {
  expect(isStep).toBe(true);
  expect(why).toMatchObject({
    holds: false,
    conjuncts: [{ text: 'count < Limit', place: { file: 'Counter.tla', line: 7, column: 6 } }],
  });
});
