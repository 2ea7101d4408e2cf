import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine } from '../engine/open-engine.js';
import { lookAtText } from './look-at-text.js';

const text = `---- MODULE Up ----
EXTENDS Integers
VARIABLE n
Init == n = 0
Next == n < 4 /\\ n' = n + 1
Fine == n < 9
Low == n < 3
FromOne == n = 1
NeverTwo == [](n # 2)
NoFour == [][n' # 4]_n
Upwards == [](n >= 0) /\\ [][n' > n]_n /\\ n = 0
====
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synod-'));
  await writeFile(join(folder, 'Up.tla'), text);
  const cfg = 'INIT Init NEXT Next INVARIANTS Fine Low PROPERTIES FromOne NeverTwo NoFour Upwards';
  await writeFile(join(folder, 'Up.cfg'), cfg);
});
afterAll(() => rm(folder, { recursive: true }));

it.each(['packed', 'values'] as const)(
  'what does not hold of a compiled text is told once, with how often: %s',
  async (tier) => {
    const { engine } = await openEngine({ spec: join(folder, 'Up.tla'), tier });
    const { broken } = lookAtText(engine, { expected: 5, operators: [], domain: () => [] });
    const told = broken.map(({ path, ...what }) => ({
      ...what,
      through: [path.initial, ...path.steps.map(({ state }) => state)].map(({ n }) => n),
    }));
    expect(told).toMatchObject([
      { type: 'invariant', invariant: 'Low', side: 'compiled', through: [0, 1, 2, 3], count: 2 },
      { type: 'property', property: 'FromOne', through: [0], count: 1 },
      { type: 'property', property: 'NeverTwo', through: [0, 1, 2], count: 1 },
      { type: 'property', property: 'NoFour', through: [0, 1, 2, 3], target: { n: 4 }, count: 1 },
    ]);
    expect(told).toHaveLength(4);
  },
);
