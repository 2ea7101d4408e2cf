import type { StateGraph } from '@synod/spec';
import type { FairStates } from './fair-states.js';
import type { Fairness } from './fairness.js';
import { shortestWay } from './shortest-way.js';

/**
 * A cycle from a state, among states of its number, that meets every constraint. It goes to the nearest state or step
 * that meets one not met so far, until all are met, and back.
 *
 * @returns the indices of its steps; none if staying in the state is fair
 */
export function fairCycle(
  graph: StateGraph,
  start: number,
  fair: FairStates,
  allowed: (step: number) => boolean,
  fairness: readonly Fairness[],
): readonly number[] {
  const component = fair[start] as number;
  const mayTake = (step: number): boolean =>
    fair[graph.targets[step] as number] === component && allowed(step);
  const walk = (from: number, wanted: (step: number, to: number) => boolean): readonly number[] => {
    const way = shortestWay(graph, from, mayTake, wanted);
    if (way === undefined) throw new Error('a component is not strongly connected');
    return way;
  };

  // A strong constraint is met where its action is nowhere enabled; once it is enabled somewhere, a step must be taken.
  const somewhere = enabledSomewhere(fair, component, fairness);
  const idleAt = (constraint: Fairness, state: number): boolean =>
    constraint.kind === 'weak' ? !constraint.enabled(state) : !somewhere.has(constraint);
  const metBy = (constraint: Fairness, step: number, to: number): boolean =>
    constraint.isStep(step) || idleAt(constraint, to);

  let pending = fairness.filter((constraint) => !idleAt(constraint, start));
  let here = start;
  const cycle: number[] = [];
  while (pending.length > 0) {
    for (const step of walk(here, (candidate, to) => pending.some((c) => metBy(c, candidate, to)))) {
      here = graph.targets[step] as number;
      cycle.push(step);
      pending = pending.filter((constraint) => !metBy(constraint, step, here));
    }
  }
  return here === start ? cycle : [...cycle, ...walk(here, (_, to) => to === start)];
}

/** The strong constraints whose action is enabled in some state of a component. */
function enabledSomewhere(
  fair: FairStates,
  component: number,
  fairness: readonly Fairness[],
): ReadonlySet<Fairness> {
  const strong = fairness.filter(({ kind }) => kind === 'strong');
  return new Set(
    strong.filter(({ enabled }) => fair.some((id, state) => id === component && enabled(state))),
  );
}
