import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { damages } from './readme-example.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the example is the one in the README', () => {
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('the example gives what the README says', async () => {
  const [first, second, ...rest] = await damages('Paxos!Send');
  expect(rest).toEqual([]);
  expect(readme).toContain(`\`${first}\``);
  expect(readme).toContain(`\`${second}\``);
});
