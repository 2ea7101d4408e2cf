import { readFileSync } from 'node:fs';
import { key } from '@synod/tla';
import { expect, it } from 'vitest';
import { agreement, first } from './readme-example.js';

it('the example is the one in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('the example does what it says', () => {
  expect(agreement()).toEqual([3, true]);
  expect(first.map((state) => key(state.chosen))).toEqual(['{v1}', '{v2}']);
});
