import type { Place } from '@synod/tla';
import type { Trace, TraceEvent } from './trace.js';

/** What an event says of a step: events that say the same share one of these. */
export type Said = Pick<TraceEvent, 'action' | 'parameters' | 'state' | 'derived'>;

/** The events of a trace in a few bytes each, in the order of the lines. */
export interface EventLog {
  readonly length: number;
  /** What any of them says; each at least once in the log, in the order in which they first stand there. */
  readonly said: readonly Said[];
  /** The index in `said` of what an event says. */
  saidBy(index: number): number;
  place(index: number): Place;
}

/** How many events a trace has, which need not be made for that. */
export function eventCount(trace: Trace): number {
  return trace.log?.length ?? trace.events.length;
}

/** Whether a trace says something of operators. */
export function asksForOperators(trace: Trace): boolean {
  return (trace.log?.said ?? trace.events).some(({ derived }) => derived.size > 0);
}
