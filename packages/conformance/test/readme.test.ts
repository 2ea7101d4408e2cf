import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conforms, Switch } from './readme-example.js';
import { judge } from './readme-trace-example.js';

const dot = (steps: string): string =>
  `strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n1 [label="on = FALSE",style = filled]\n${steps}2 [label="on = TRUE"];\n{rank = same; 1;}\n}\n}\n`;
const step = (from: number, to: number): string =>
  `${from} -> ${to} [label="Flip",color="black",fontcolor="black"];\n`;
const states = '<<"S", <<FALSE>>, TRUE>>\n<<"S", <<TRUE>>, FALSE>>\n';

it.each(['readme-example.ts', 'readme-trace-example.ts'])('%s is the one in the README', (file) => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL(file, import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('the example tells a switch that flips from one that sticks', async () => {
  expect(await conforms(dot(step(1, 2) + step(2, 1)), states)).toBe(true);
  expect(await conforms(dot(step(1, 2) + step(2, 2)), states)).toBe(false);
});

it('the example of traces tells one that conforms from one that does not', async () => {
  const flip = { action: 'Flip', state: { on: true } };
  const trace = (events: readonly object[]): string =>
    [{ trace: 1, spec: 'Switch' }, ...events].map((line) => JSON.stringify(line)).join('\n');
  expect(await judge(Switch, {}, trace([flip]))).toBeUndefined();
  expect(await judge(Switch, {}, trace([flip, flip]))).toBe(
    'line 3: Flip: Flip is possible in the state, but leads to no state as observed',
  );
});
