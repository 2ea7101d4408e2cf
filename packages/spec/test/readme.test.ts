import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { count } from './readme-example.js';

it('the example is the one in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('the example explores the light', () => {
  expect(count(['red', 'green'])).toEqual([2, 2]);
  expect(count(['red', 'amber', 'green'])).toEqual([3, 6]);
});
