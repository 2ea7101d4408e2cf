import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  graphSpace,
  readExecution,
  type TraceCoverage,
  traceCoverage,
  validateTrace,
} from '@synod/conformance';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Subject, subject } from './agree/materials.js';

const executions = join(import.meta.dirname, '..', '..', '..', 'traces', 'executions');
const actions = ['Phase1a', 'Phase1b', 'Phase2a', 'Phase2b'];

describe('what the recorded executions exercise of MCPaxosTiny', () => {
  let paxos: Subject;

  beforeAll(async () => {
    paxos = await subject('MCPaxosTiny');
  }, 60_000);

  async function covered(name: string): Promise<TraceCoverage> {
    const space = graphSpace(paxos.graph, { parameters: true, ...paxos.material });
    const trace = await readExecution({
      chunks: createReadStream(join(executions, `${name}.ndjson`)),
      file: name,
    });
    return traceCoverage(validateTrace(trace, space), paxos.graph);
  }

  function labels({ steps }: TraceCoverage): readonly (string | undefined)[] {
    return steps.taken
      .map((step) => paxos.graph.labels[paxos.graph.stepLabels[step] as number]?.key)
      .toSorted();
  }

  it('is each of their steps where every step is logged', async () => {
    const coverage = await covered('paxos');
    expect(labels(coverage)).toEqual([
      'Phase1a(0)',
      'Phase1b(a1)',
      'Phase1b(a3)',
      'Phase2a(0, v2)',
      'Phase2b(a1)',
      'Phase2b(a2)',
      'Phase2b(a3)',
    ]);
    expect(coverage).toMatchObject({
      conforms: true,
      exact: true,
      steps: { perhaps: [] },
      states: { perhaps: [] },
      actions: { taken: actions, perhaps: [] },
    });
  });

  it('is less where only acceptors log', async () => {
    const coverage = await covered('paxos-acceptors-only');
    // From the promise of a3 on, all messages before have been sent in whatever order: there is one state.
    expect(labels(coverage)).toEqual([
      'Phase1b(a2)',
      'Phase1b(a3)',
      'Phase2a(1, v2)',
      'Phase2b(a2)',
      'Phase2b(a3)',
    ]);
    expect(coverage.steps.perhaps).toHaveLength(42);
    // What leaders did is hidden, and there is no way without it.
    expect(coverage).toMatchObject({ exact: true, actions: { taken: actions, perhaps: [] } });
  });

  it('is what all orders have in common where they overlap', async () => {
    const coverage = await covered('paxos-interval');
    // The two promises came in one order or the other: two steps each. The vote of a2 can only be before that of a1.
    expect(labels(coverage)).toEqual([
      'Phase1a(0)',
      'Phase2a(0, v1)',
      'Phase2b(a1)',
      'Phase2b(a2)',
      'Phase2b(a3)',
    ]);
    expect(coverage.steps.perhaps).toHaveLength(4);
    expect(coverage).toMatchObject({ exact: true, actions: { taken: actions, perhaps: [] } });
  });
});
