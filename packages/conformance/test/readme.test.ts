import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conforms } from './readme-example.js';

const dot = (steps: string): string =>
  `strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n1 [label="on = FALSE",style = filled]\n${steps}2 [label="on = TRUE"];\n{rank = same; 1;}\n}\n}\n`;
const step = (from: number, to: number): string =>
  `${from} -> ${to} [label="Flip",color="black",fontcolor="black"];\n`;
const states = '<<"S", <<FALSE>>, TRUE>>\n<<"S", <<TRUE>>, FALSE>>\n';

it('the example is the one in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('the example tells a switch that flips from one that sticks', async () => {
  expect(await conforms(dot(step(1, 2) + step(2, 1)), states)).toBe(true);
  expect(await conforms(dot(step(1, 2) + step(2, 2)), states)).toBe(false);
});
