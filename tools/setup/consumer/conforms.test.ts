// A test in a project of its own, which has nothing of these packages but the entry points for its test tools.
import { behaviours } from '@synod/conformance/fast-check';
import { type Model, openModel, type TraceInput } from '@synod/conformance/vitest';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** A counter modulo 2, as TLC would export it. */
const dot = [
  'strict digraph DiskGraph {',
  'nodesep=0.35;',
  'subgraph cluster_graph {',
  'color="white";',
  '1 [label="x = 0",style = filled]',
  '2 [label="x = 1"];',
  '1 -> 2 [label="Flip",color="black",fontcolor="black"];',
  '2 -> 1 [label="Flip",color="black",fontcolor="black"];',
  '{rank = same; 1;}',
  '}',
  '}',
  '',
].join('\n');

interface Flip {
  readonly actions: { readonly Flip: Readonly<Record<string, never>> };
  readonly variables: 'x';
}

it('holds executions against a graph', async () => {
  const { writeFileSync } = await import('node:fs');
  writeFileSync('flip.dot', dot);
  const model: Model<Flip> = await openModel<Flip>({ graph: 'flip.dot' });
  const header = { trace: 1, spec: 'Flip' };
  const once: TraceInput = [header, { action: 'Flip', state: { x: 1 } }];
  expect(once).toConformTo(model);
  expect([header, { action: 'Flip', state: { x: 0 } }]).not.toConformTo(model);
  expect([once]).toCover(model, { actions: 100, states: 100, steps: 50 });
  expect([once]).not.toCover(model, { steps: 51 });
  const labels = new Set(
    fc.sample(behaviours(model), 20).flatMap(({ steps }) => steps.map(({ action }) => action)),
  );
  expect([...labels]).toEqual(['Flip']);
});
