import type { LivenessProblem } from '../src/problem.js';

/**
 * Whether a fair behaviour never reaches the goal, and the length of the shortest way to the cycle of one: found by
 * trying all walks from each state back to it, remembering of each what it has met. It shares nothing with the search
 * but the problem, and is for a handful of states and constraints.
 *
 * @returns -1 if there is none
 */
export function shortestPrefixByBruteForce(problem: LivenessProblem): number {
  const distances = distancesAvoiding(problem);
  const knots = [...distances]
    .filter(([state]) => closesFairly(problem, state))
    .map(([, distance]) => distance);
  return knots.length === 0 ? -1 : Math.min(...knots);
}

/** All steps that a behaviour may take and that change the state, as pairs of states. */
function moves({
  graph,
  allowed = () => true,
}: LivenessProblem): readonly { from: number; to: number; step: number }[] {
  const all = [];
  for (let from = 0; from < graph.size; from++) {
    const first = graph.offsets.at(from) ?? 0;
    for (const [i, to] of graph.targets.slice(first, graph.offsets.at(from + 1)).entries()) {
      if (to !== from && allowed(first + i)) all.push({ from, to, step: first + i });
    }
  }
  return all;
}

/** How far each state is in which the goal can be owed and not reached: relaxed until nothing changes. */
function distancesAvoiding(problem: LivenessProblem): ReadonlyMap<number, number> {
  const { goal, graph } = problem;
  const start = Object.fromEntries(graph.initial.map((state) => [state, 0]));
  if (goal.type === 'eventually') return relax(problem, start, (state) => !goal.holds(state));
  const anywhere = relax(problem, start, () => true);
  const debts = [...anywhere].filter(([state]) => goal.from(state) && !goal.to(state));
  return relax(problem, Object.fromEntries(debts), (state) => !goal.to(state));
}

function relax(
  problem: LivenessProblem,
  start: { readonly [state: string]: number },
  may: (state: number) => boolean,
): ReadonlyMap<number, number> {
  const distances = new Map<number, number>();
  for (const [state, distance] of Object.entries(start))
    if (may(Number(state))) distances.set(Number(state), distance);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of moves(problem)) {
      const distance = (distances.get(from) ?? Number.POSITIVE_INFINITY) + 1;
      if (!may(to) || distance >= (distances.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      distances.set(to, distance);
      changed = true;
    }
  }
  return distances;
}

/** Whether some walk from a state comes back to it, or stays, having been fair and without reaching the goal. */
function closesFairly(problem: LivenessProblem, knot: number): boolean {
  const { fairness, goal } = problem;
  const reached = goal.type === 'eventually' ? goal.holds : goal.to;
  const all = moves(problem).filter(({ to }) => !reached(to));
  // Two bits a constraint: its action was taken; it was enabled somewhere, or, if weak, disabled somewhere.
  const seenAt = (state: number): number =>
    fairness.reduce(
      (bits, { kind, enabled }, i) => bits | (enabled(state) === (kind === 'strong') ? 2 << (2 * i) : 0),
      0,
    );
  const takenBy = (step: number): number =>
    fairness.reduce((bits, { isStep }, i) => bits | (isStep(step) ? 1 << (2 * i) : 0), 0);
  const isFair = (bits: number): boolean =>
    fairness.every(({ kind }, i) => {
      const [taken, seen] = [(bits & (1 << (2 * i))) !== 0, (bits & (2 << (2 * i))) !== 0];
      return taken || seen === (kind === 'weak');
    });

  const known = new Set<string>();
  const queue = [{ state: knot, bits: seenAt(knot) }];
  for (const { state, bits } of queue) {
    if (known.has(`${state} ${bits}`)) continue;
    known.add(`${state} ${bits}`);
    if (state === knot && isFair(bits)) return true;
    for (const { from, to, step } of all) {
      if (from === state) queue.push({ state: to, bits: bits | takenBy(step) | seenAt(to) });
    }
  }
  return false;
}
