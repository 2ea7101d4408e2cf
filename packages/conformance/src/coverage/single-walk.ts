import type { StateGraph } from '@synod/spec';
import type { Validation } from '../trace/validate.js';
import { type Exercised, exercised } from './common.js';
import type { EventSteps } from './event-steps.js';

/** What the one behaviour that was found for a trace takes, with as few hidden steps as possible. */
export function singleWalk({ search }: Validation, graph: StateGraph, allowed: EventSteps): Exercised {
  const walk = search.walk(search.kinds.map((log) => log.length));
  if (walk === undefined) return exercised(graph, [], new Set());
  const taken: number[] = [];
  const next = search.kinds.map(() => 0);
  let state = walk.start;
  const states = new Set([state]);
  for (const { process, state: after } of walk.steps) {
    const index = next[process] as number;
    next[process] = index + 1;
    for (const step of stepsTo(allowed, search.kinds[process]?.[index] as number, state, after)) {
      taken.push(step);
      if (step >= 0) states.add(graph.targets[step] as number);
    }
    state = after;
  }
  return exercised(graph, taken, states);
}

/** The steps from a state to the one after an event of a kind: hidden ones, then its own. */
function stepsTo(allowed: EventSteps, kind: number, from: number, after: number): readonly number[] {
  const ways = new Map<number, readonly number[]>([[from, []]]);
  for (const [state, way] of ways) {
    let own: number | undefined;
    allowed.event(kind, state, (step, to) => {
      if (to === after) own ??= step;
    });
    if (own !== undefined) return [...way, own];
    allowed.hidden(state, (step, to) => {
      if (!ways.has(to)) ways.set(to, [...way, step]);
    });
  }
  return [];
}
