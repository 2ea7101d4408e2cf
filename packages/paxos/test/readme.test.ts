import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { phases } from './readme-example.js';

it('the example is the one in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('the example chooses a value', () => {
  expect(phases()).toEqual(['{}', '{v2}']);
});
