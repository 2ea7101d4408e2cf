import type { Place } from '@synod/tla';
import type { Observation, Trace, TraceEvent, TraceHeader } from '../trace.js';

/** A trace of whole states, as model checkers write them. */
export interface ForeignTrace {
  readonly format: 'itf' | 'tlc';
  readonly spec: string | undefined;
  readonly constants?: TraceHeader['constants'];
  readonly initial: Observation;
  /** The steps, and what is said of the state after each. */
  readonly steps: readonly Pick<TraceEvent, 'action' | 'parameters' | 'state' | 'place'>[];
  readonly place: Place;
  readonly warnings: readonly string[];
}

/**
 * The trace that such a trace is. Without steps, its only state is one event too: an event without action, which a
 * behaviour that has not moved matches.
 */
export function traceOf({ format, spec, constants, initial, steps, place, warnings }: ForeignTrace): Trace {
  const header: TraceHeader = {
    format,
    spec,
    constants: constants ?? new Map(),
    model: undefined,
    init: initial,
    hidden: [],
    order: 'total',
    place,
  };
  const only = { action: undefined, parameters: undefined, state: initial, place };
  const events = (steps.length === 0 ? [only] : steps).map((step) => ({ ...nothingElse, ...step }));
  return { header, events, warnings };
}

const nothingElse = {
  derived: new Map(),
  process: undefined,
  seq: undefined,
  clock: undefined,
  start: undefined,
  end: undefined,
} satisfies Partial<TraceEvent>;
