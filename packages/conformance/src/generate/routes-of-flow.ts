import type { Ground, Route } from './route.js';

/**
 * Takes a flow apart into as many routes as begin in it: each goes on until there is no step left, and then all cycles that
 * it comes by are taken in. Hierholzer, Über die Möglichkeit, einen Linienzug ohne Wiederholung … zu umfahren, 1873.
 * Cycles that no route comes by get routes of their own, with a shortest way to them.
 *
 * @param times how often each step is to be taken
 * @param starts how many routes begin in each state
 */
export function routesOfFlow(
  { graph, paths }: Ground,
  times: Int32Array,
  starts: Int32Array,
): readonly Route[] {
  const { offsets, targets, initial } = graph;
  const left = times.slice();
  const cursors = offsets.slice(0, -1);
  const nextStep = (state: number): number => {
    const end = offsets[state + 1] as number;
    let step = cursors[state] as number;
    while (step < end && left[step] === 0) step++;
    cursors[state] = step;
    if (step === end) return -1;
    left[step] = (left[step] as number) - 1;
    return step;
  };
  const walk = (from: number, steps: number[]): void => {
    let state = from;
    for (let step = nextStep(state); step >= 0; step = nextStep(state)) {
      steps.push(step);
      state = targets[step] as number;
    }
  };
  const withCycles = ({ start, steps }: Route): Route => {
    const way = [...steps];
    const reversed: number[] = [];
    for (;;) {
      walk(targets[way.at(-1) ?? -1] ?? start, way);
      const step = way.pop();
      if (step === undefined) break;
      reversed.push(step);
    }
    return { start, steps: reversed.toReversed() };
  };
  const plain: Route[] = [];
  for (const start of initial) {
    for (let i = 0; i < (starts[start] as number); i++) {
      const steps: number[] = [];
      walk(start, steps);
      plain.push({ start, steps });
    }
  }
  const routes = plain.map(withCycles);
  for (const state of paths.order) {
    const { steps } = withCycles({ start: state, steps: [] });
    if (steps.length > 0) routes.push({ start: paths.start(state), steps: [...paths.to(state), ...steps] });
  }
  return routes;
}
