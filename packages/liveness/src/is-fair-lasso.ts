import type { StateGraph } from '@synod/spec';
import type { Fairness } from './fairness.js';
import type { Lasso } from './lasso.js';
import type { LivenessProblem } from './problem.js';

/**
 * Whether a lasso is a fair behaviour of a problem's graph that never does what it should: checked by the definitions
 * alone, without anything that the search is made of.
 */
export function isFairLasso(problem: LivenessProblem, lasso: Lasso): boolean {
  const { graph, fairness, allowed = () => true } = problem;
  const steps = [...lasso.prefix, ...lasso.cycle];
  const states = [lasso.start, ...steps.map((step) => graph.targets[step] as number)];
  if (!graph.initial.includes(lasso.start)) return false;
  for (const [i, step] of steps.entries()) {
    const from = states[i] as number;
    if (!(step >= (graph.offsets[from] as number) && step < (graph.offsets[from + 1] as number)))
      return false;
    if (states[i + 1] !== from && !allowed(step)) return false;
  }
  // Those that the behaviour is in again and again, and comes back to.
  const around = states.slice(lasso.prefix.length);
  if (around.at(-1) !== around[0]) return false;
  return (
    neverReaches(problem, states, lasso.prefix.length) &&
    fairness.every((constraint) => isFair(graph, constraint, around))
  );
}

/** Whether the goal is not reached on a behaviour's states, of which those from `knot` on come again and again. */
function neverReaches({ goal }: LivenessProblem, states: readonly number[], knot: number): boolean {
  if (goal.type === 'eventually') return !states.some(goal.holds);
  if (states.slice(knot).some(goal.to)) return false;
  // After the last state that pays all debts, a new one is made.
  return states.slice(states.findLastIndex(goal.to) + 1).some(goal.from);
}

/** Whether going round these states for ever, the last being the first, or staying in the only one, is fair. */
function isFair(graph: StateGraph, { kind, enabled, isStep }: Fairness, around: readonly number[]): boolean {
  const taken = around.slice(1).some((to, i) => joins(graph, around[i] as number, to, isStep));
  if (kind === 'weak') return taken || !around.every(enabled);
  return taken || !around.some(enabled);
}

function joins(graph: StateGraph, from: number, to: number, isStep: (step: number) => boolean): boolean {
  if (from === to) return false;
  const between = Array.from(
    { length: (graph.offsets[from + 1] as number) - (graph.offsets[from] as number) },
    (_, i) => (graph.offsets[from] as number) + i,
  );
  return between.some((step) => graph.targets[step] === to && isStep(step));
}
