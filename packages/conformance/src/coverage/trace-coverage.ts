import type { StateGraph } from '@synod/spec';
import type { TraceEvent } from '../trace/trace.js';
import type { Validation } from '../trace/validate.js';
import type { Exercised } from './common.js';
import { eventSteps } from './event-steps.js';
import { singleWalk } from './single-walk.js';
import { somehow, surely } from './surely.js';
import { unfold } from './unfold.js';

/** How much is looked at. */
export interface CoverageLimits {
  /** The most pairs of a cut and a state of one trace: 200,000 in a partial order, 1,000,000 in a total one, unless given. */
  readonly pairs?: number;
}

/** What one execution exercised of a graph. Nothing, if it diverges. */
export interface TraceCoverage {
  readonly conforms: boolean;
  /** How many events it has. */
  readonly events: number;
  /**
   * Whether all behaviours were looked at that the trace allows. If not, only the actions that events name are taken,
   * and only one behaviour is what may have been.
   */
  readonly exact: boolean;
  /** Steps by their index in the graph, rising. */
  readonly steps: TakenAndPerhaps<number>;
  readonly states: TakenAndPerhaps<number>;
  /** Actions by name, sorted. */
  readonly actions: TakenAndPerhaps<string>;
}

export interface TakenAndPerhaps<T> {
  /** What every behaviour takes that the trace allows. */
  readonly taken: readonly T[];
  /** What some of them take, and not all. */
  readonly perhaps: readonly T[];
}

const nothing: Exercised = { steps: new Set(), states: new Set(), actions: new Set() };

/**
 * What an execution surely exercised of a graph, and what it may have. A trace leaves open which hidden steps were
 * taken, which step an event was that says little, and in which order the events of a partial order came: what all
 * behaviours that it allows have in common was surely taken. Hidden steps after the last event never are.
 *
 * @param validation of the trace against a space of this graph: with the same numbers for states
 */
export function traceCoverage(
  validation: Validation,
  graph: StateGraph,
  limits: CoverageLimits = {},
): TraceCoverage {
  const { trace, outcome, order, search } = validation;
  const events = trace.events.length;
  if (!outcome.conforms) return covered({ conforms: false, events, exact: true }, nothing, nothing);
  const allowed = eventSteps(validation, graph);
  const most = limits.pairs ?? (trace.header.order === 'total' ? 1_000_000 : 200_000);
  const named = new Set(
    order.logs.flatMap((log: readonly TraceEvent[], process) =>
      log.flatMap((_, index) => {
        const kind = search.kinds[process]?.[index] as number;
        return search.binder.kinds[kind]?.question?.action ?? [];
      }),
    ),
  );
  const lattice = unfold(validation, allowed, most);
  if (lattice === undefined) {
    const taken = { ...nothing, actions: named };
    return covered({ conforms: true, events, exact: false }, taken, singleWalk(validation, graph, allowed));
  }
  const taken = surely(lattice, graph, named);
  return covered({ conforms: true, events, exact: true }, taken, somehow(lattice, graph));
}

function covered(
  of: Pick<TraceCoverage, 'conforms' | 'events' | 'exact'>,
  taken: Exercised,
  some: Exercised,
): TraceCoverage {
  return {
    ...of,
    steps: split(taken.steps, some.steps, (one, other) => one - other),
    states: split(taken.states, some.states, (one, other) => one - other),
    actions: split(taken.actions, some.actions, (one, other) => (one < other ? -1 : 1)),
  };
}

function split<T>(
  taken: ReadonlySet<T>,
  some: ReadonlySet<T>,
  order: (one: T, other: T) => number,
): TakenAndPerhaps<T> {
  return {
    taken: [...taken].toSorted(order),
    perhaps: [...some].filter((element) => !taken.has(element)).toSorted(order),
  };
}
