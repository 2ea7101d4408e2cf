import { GraphBuilder } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { type Random, random } from '../../../tla/fuzz/random.js';
import { type TraceCoverage, traceCoverage } from '../../src/coverage/trace-coverage.js';
import { graphSpace } from '../../src/trace/graph-space.js';
import { readTrace } from '../../src/trace/read/read-trace.js';
import { validateTrace } from '../../src/trace/validate.js';
import { chance } from './chance.js';
import { type Draft, linesOfDraft } from './draft.js';
import { everyBehaviour } from './exercised.js';
import { textOf } from './lines.js';
import { type Material, material } from './material.js';
import { randomTrace } from './random-trace.js';

/** A graph of a few states, some of them alike in what can be seen of them, with steps as chance makes them. */
function randomGraph(random: Random): Material {
  const builder = new GraphBuilder('Chance', ['x', 'y']);
  const size = 2 + random.below(4);
  for (let state = 0; state < size; state++) builder.state([state % 2, Math.floor(state / 2)]);
  builder.initial(0);
  if (chance(random, 30)) builder.initial(1);
  const labels = [
    builder.label('A', [1]),
    builder.label('A', [2]),
    builder.label('B', []),
    builder.label('C', []),
  ];
  const steps = size + random.below(6);
  for (let step = 0; step < steps; step++) {
    builder.step(random.below(size), random.pick(labels), random.below(size));
  }
  // Every action is one.
  for (const label of labels) builder.step(random.below(size), label, random.below(size));
  const graph = builder.build();
  return material({
    graph,
    formals: new Map([
      ['A', ['n']],
      ['B', []],
      ['C', []],
    ]),
    operators: new Map([['sum', (state) => (graph.values(state) as number[]).reduce((x, y) => x + y)]]),
  });
}

function marks(coverage: TraceCoverage, kind: 'taken' | 'perhaps'): readonly string[] {
  return [
    ...coverage.steps[kind].map((step) => `step ${step}`),
    ...coverage.states[kind].map((state) => `state ${state}`),
    ...coverage.actions[kind].map((action) => `action ${action}`),
  ].toSorted();
}

describe.each<Draft['order']>(['total', 'clock', 'interval'])('what traces in %s order exercise', (order) => {
  it('is what all behaviours have in common, and what only some do', { timeout: 60_000 }, async () => {
    let compared = 0;
    const seen = { taken: 0, perhaps: 0, hidden: 0, silent: 0, taught: 0 };
    for (let run = 0; run < 400; run++) {
      const chance = random(21, run);
      const made = randomGraph(chance);
      const lines = linesOfDraft(randomTrace(made, chance, { order, steps: 5 }));
      const expected = everyBehaviour(lines, made, 20_000);
      if (expected === undefined) continue;
      compared++;
      const text = textOf(lines);
      const space = graphSpace(made.graph, { parameters: true, ...made });
      const trace = await readTrace({ chunks: [Buffer.from(text)], file: 'trace' });
      const coverage = traceCoverage(validateTrace(trace, space), made.graph);
      const said = { taken: marks(coverage, 'taken'), perhaps: marks(coverage, 'perhaps') };
      expect(said, `run ${run}:\n${text}`).toEqual(expected);
      expect(coverage).toMatchObject({ conforms: true, exact: true, events: lines.events.length });

      const named = new Set(lines.events.map(({ action }) => action));
      if (coverage.steps.taken.length > 0) seen.taken++;
      if (coverage.steps.perhaps.length > 0) seen.perhaps++;
      if (lines.header.hidden?.length) seen.hidden++;
      if (named.has(undefined)) seen.silent++;
      if (coverage.actions.taken.some((action) => !named.has(action))) seen.taught++;

      // What is said when not everything is looked at is no more than that.
      const less = traceCoverage(validateTrace(trace, space), made.graph, { pairs: 0 });
      expect(less.exact).toBe(false);
      expect(expected.taken).toEqual(expect.arrayContaining([...marks(less, 'taken')]));
      expect([...expected.taken, ...expected.perhaps]).toEqual(
        expect.arrayContaining([...marks(less, 'perhaps')]),
      );
    }
    expect(compared).toBeGreaterThan(300);
    for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(25);
  });
});
