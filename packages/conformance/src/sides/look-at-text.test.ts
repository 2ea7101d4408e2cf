import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { key } from '@synod/tla';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../engine/open-engine.js';
import { variablesOf } from '../engine/variables-of.js';
import type { Signature } from '../operators.js';
import type { FoundInText } from './found.js';
import { askedOperators, lookAtText } from './look-at-text.js';

const text = `---- MODULE Steps ----
EXTENDS Integers
CONSTANT Few
VARIABLES n, seen
Init == n = 0 /\\ seen = [i \\in Few |-> {}]
Next == \\E i \\in Few :
  /\\ n' = (n + i) % 5
  /\\ (n = 3 \\/ i = 1 \\/ n = 0)
  /\\ seen' = [seen EXCEPT ![i] = @ \\cup {n}]
i0 == IF seen[1] = {} THEN 0 ELSE 1
Sum == n * 10 + i0
IsSeen(i, j) == i \\in seen[j]
\\* Only where nothing is in range does it break a rule, and that is not known beforehand.
Apart == <<n, 7>>[IF 4 \\in seen[1] /\\ ~ (0 \\in seen[1]) /\\ ~ (0 \\in seen[2]) THEN 3 ELSE 1]
Never == <<5, 6>>[n]
====
`;

const operators: readonly Signature[] = [
  { name: 'Sum', formals: [] },
  { name: 'Apart', formals: [] },
  { name: 'i0', formals: [] },
  {
    name: 'IsSeen',
    formals: [
      { name: 'i', constant: 'Few' },
      { name: 'j', constant: 'Few' },
    ],
  },
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synod-'));
  await writeFile(join(folder, 'Steps.tla'), text);
  await writeFile(join(folder, 'Steps.cfg'), 'CONSTANT Few = {1, 2}\nINIT Init NEXT Next\n');
});
afterAll(() => rm(folder, { recursive: true }));

const domain = (): readonly number[] => [1, 2];

async function lookedAt(
  tier: 'packed' | 'values',
  wanted: readonly Signature[] = operators,
  inTable: readonly Signature[] = wanted,
): Promise<FoundInText & { readonly native: readonly string[] }> {
  const asked = askedOperators(inTable, domain);
  const { engine, lowered } = await openEngine({ spec: join(folder, 'Steps.tla'), tier, operators: asked });
  const native = asked.filter((each) => engine.table?.column(each) !== undefined).map(({ name }) => name);
  const mentions = (name: string): readonly number[] => variablesOf(lowered, name);
  return { ...lookAtText(engine, { expected: 1000, operators: wanted, domain, mentions }), native };
}

/** All that is in a graph and a table, in some order of its own. */
function linesOf({ graph, operators: table }: FoundInText): readonly string[] {
  const states = Array.from({ length: graph.size }, (_, state) => graph.values(state).map(key).join());
  const values = states.map((state, number) =>
    [state, ...table.signatures.map((_, operator) => table.value(number, operator))].join(' | '),
  );
  const steps = states.flatMap((state, from) =>
    Array.from(graph.targets.subarray(graph.offsets[from], graph.offsets[from + 1]), (target, at) => {
      const label = graph.labels[graph.stepLabels[(graph.offsets[from] as number) + at] as number];
      return `${state} ${label?.key} ${states[target]}`;
    }),
  );
  return [`${graph.generated} generated`, ...values.toSorted(), ...steps.toSorted()];
}

describe('a compiled text', () => {
  it('is the same in both tiers, whoever evaluates an operator', async () => {
    const packed = await lookedAt('packed');
    expect(packed.native).toEqual(['Sum', 'i0', 'IsSeen']);
    const values = await lookedAt('values');
    expect(values.native).toEqual([]);
    expect(packed.graph.size).toBeGreaterThan(50);
    expect(packed.operators.arguments).toEqual([1, 1, 1, 4]);
    expect(linesOf(packed)).toEqual(linesOf(values));
    const without = await lookedAt('packed', operators, []);
    expect(linesOf(without)).toEqual(linesOf(values));
  });

  it('breaks the same rule in both tiers', async () => {
    const never: readonly Signature[] = [...operators, { name: 'Never', formals: [] }];
    const error = async (tier: 'packed' | 'values'): Promise<string> =>
      lookedAt(tier, never).then(() => '', String);
    expect(await error('packed')).toMatch(/^EvaluationError: 0 is outside the domain/);
    expect(await error('packed')).toBe(await error('values'));
  });

  it('has an operator that it was exported with', async () => {
    const other: readonly Signature[] = [{ name: 'Other', formals: [] }];
    await expect(lookedAt('packed', other)).rejects.toMatchObject({ code: 'operators-differ' });
  });
});
