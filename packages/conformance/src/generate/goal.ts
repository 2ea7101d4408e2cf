import type { Cover, Uncovered } from './generated.js';
import type { Ground, Route } from './route.js';

/** What is to be covered, as things with numbers: actions, states or steps. */
export interface Goal {
  readonly size: number;
  /** The thing that each step covers, and the one that beginning in a state does; -1 for none. */
  readonly ofStep: Int32Array;
  readonly ofStart: (state: number) => number;
  /** What is said of a thing that is not covered. */
  readonly missing: (thing: number) => Uncovered;
}

/** What each of the graph's steps covers. */
export function goalOf(cover: Cover, ground: Ground): Goal {
  switch (cover) {
    case 'actions':
      return actionGoal(ground);
    case 'states':
      return stateGoal(ground);
    case 'steps':
      return stepGoal(ground);
  }
}

function actionGoal({ graph, paths, sources }: Ground): Goal {
  const { labels, stepLabels } = graph;
  const taken = new Set(stepLabels);
  const actions = [...new Set(labels.filter((_, label) => taken.has(label)).map(({ action }) => action))];
  const ofLabel = labels.map(({ action }) => actions.indexOf(action));
  const ofStep = stepLabels.map((label) => ofLabel[label] as number);
  const needs = new Array<number | undefined>(actions.length).fill(undefined);
  ofStep.forEach((action, step) => {
    const distance = paths.distances[sources[step] as number] as number;
    if (distance >= 0) needs[action] = Math.min(needs[action] ?? Infinity, distance + 1);
  });
  return {
    size: actions.length,
    ofStep,
    ofStart: () => -1,
    missing: (thing) => ({ type: 'action', action: actions[thing] as string, needs: needs[thing] }),
  };
}

function stateGoal({ graph, paths }: Ground): Goal {
  return {
    size: graph.size,
    ofStep: graph.targets,
    ofStart: (state) => state,
    missing: (state) => ({ type: 'state', state, needs: reached(paths.distances[state] as number, 0) }),
  };
}

function stepGoal({ graph, paths, sources }: Ground): Goal {
  return {
    size: graph.targets.length,
    ofStep: Int32Array.from(graph.targets, (_, step) => step),
    ofStart: () => -1,
    missing: (step) => {
      const from = sources[step] as number;
      const [label, to] = [graph.labels[graph.stepLabels[step] as number], graph.targets[step]];
      if (label === undefined || to === undefined) throw new Error(`the graph has no step ${step}`);
      return { type: 'step', from, label, to, needs: reached(paths.distances[from] as number, 1) };
    },
  };
}

function reached(distance: number, more: number): number | undefined {
  return distance < 0 ? undefined : distance + more;
}

/** How often each thing is covered by routes. */
export function timesCovered(goal: Goal, routes: readonly Route[]): Int32Array {
  const times = new Int32Array(goal.size);
  for (const route of routes) count(goal, route, times, 1);
  return times;
}

/** Counts what a route covers, so many times. */
export function count(goal: Goal, { start, steps }: Route, times: Int32Array, by: number): void {
  const begun = goal.ofStart(start);
  if (begun >= 0) times[begun] = (times[begun] as number) + by;
  countSteps(goal, steps, times, by);
}

/** Counts what steps cover, so many times. */
export function countSteps({ ofStep }: Goal, steps: readonly number[], times: Int32Array, by: number): void {
  for (const step of steps) {
    const thing = ofStep[step] as number;
    times[thing] = (times[thing] as number) + by;
  }
}
