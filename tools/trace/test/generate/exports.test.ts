import { join } from 'node:path';
import { type Cover, generateBehaviours, openGraph } from '@synod/conformance';
import type { StateGraph } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { slow } from '../validate/bench.js';
import { twoPhase } from './bench.js';

/** The steps that behaviours take, after it is made sure that there are such steps. */
function stepsTaken(
  graph: StateGraph,
  generated: ReturnType<typeof generateBehaviours>,
): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { start, steps } of generated.behaviours) {
    if (!graph.initial.includes(start)) throw new Error(`${start} is not initial`);
    let from = start;
    for (const { label, to } of steps) {
      const end = graph.offsets[from + 1] ?? 0;
      let step = graph.offsets[from] ?? 0;
      while (
        step < end &&
        !(graph.targets[step] === to && graph.labels[graph.stepLabels[step] ?? -1] === label)
      )
        step++;
      if (step === end) throw new Error(`there is no step ${label.key} from ${from} to ${to}`);
      taken.add(step);
      from = to;
    }
  }
  return taken;
}

const tiny = join(root, 'traces/tlc/MCPaxosTiny');
const voting = join(root, 'traces/tlc/MCVoting');
const consensus = join(root, 'traces/tlc/MCConsensus');

describe('the exports of TLC', () => {
  it.each<[string, string, Cover, number, number, number]>([
    ['MCPaxosTiny', tiny, 'steps', 22_994, 49_896, 3_111],
    ['MCPaxosTiny', tiny, 'states', 3_921, 12_200, 1_028],
    ['MCPaxosTiny', tiny, 'actions', 4, 5, 1],
    ['MCVoting', voting, 'steps', 26_904, 82_440, 8_835],
    ['MCVoting', voting, 'states', 6_752, 11_290, 1_164],
    ['MCVoting', voting, 'actions', 2, 3, 1],
    ['MCConsensus', consensus, 'steps', 3, 3, 3],
    ['MCConsensus', consensus, 'states', 4, 3, 3],
    ['two-phase commit', twoPhase, 'steps', 1_005, 2_766, 394],
    ['two-phase commit', twoPhase, 'states', 416, 918, 126],
    ['two-phase commit', twoPhase, 'actions', 6, 6, 1],
  ])('%s (%s): all %s are covered with as few events as there can be', slow, async (...row) => {
    const [, folder, cover, total, events, behaviours] = row;
    const { graph } = await openGraph(folder);
    const generated = generateBehaviours(graph, { cover });
    expect(generated).toMatchObject({ total, covered: total, events, uncovered: [] });
    expect(generated.bound).toEqual({ events, behaviours, exact: true });
    expect(generated.behaviours.length).toBe(behaviours);
    const taken = stepsTaken(graph, generated);
    const visited = new Set(graph.initial);
    const actions = new Set<string>();
    for (const step of taken) {
      visited.add(graph.targets[step] ?? -1);
      actions.add(graph.labels[graph.stepLabels[step] ?? -1]?.action ?? '');
    }
    expect({ steps: taken, states: visited, actions }[cover].size).toBe(total);
  });

  it.each([10, 16, 20, 43])('MCPaxosTiny in behaviours of at most %d steps', slow, async (maxLength) => {
    const { graph } = await openGraph(tiny);
    const generated = generateBehaviours(graph, { cover: 'steps', maxLength });
    expect(Math.max(...generated.behaviours.map(({ steps }) => steps.length))).toBeLessThanOrEqual(maxLength);
    expect(stepsTaken(graph, generated).size).toBe(generated.covered);
    expect(generated.uncovered.length).toBe(graph.targets.length - generated.covered);
    expect(generated.uncovered.every(({ needs = 0 }) => needs > maxLength)).toBe(true);
  });

  it.each([20, 43])(
    'MCPaxosTiny: all steps in at most %d, within 1.3 times the bound',
    slow,
    async (maxLength) => {
      const { graph } = await openGraph(tiny);
      const { uncovered, events, bound } = generateBehaviours(graph, { cover: 'steps', maxLength });
      expect(uncovered).toEqual([]);
      expect(events / bound.events).toBeLessThan(1.3);
    },
  );
});
