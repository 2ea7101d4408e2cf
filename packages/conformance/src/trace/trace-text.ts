import type { Json } from '@synod/tla';
import type { EventParameters, Observation, Trace, TraceEvent, TraceHeader } from './trace.js';

/** A trace as its lines: the header, then an event each. */
export function traceLines({ header, events }: Trace): readonly string[] {
  return [headerJson(header), ...events.map(eventJson)].map((json) => JSON.stringify(json));
}

function headerJson({ spec, constants, model, init, hidden, order }: TraceHeader): Json {
  return {
    trace: 1,
    ...(spec === undefined ? {} : { spec }),
    ...(constants.size === 0 ? {} : { constants: Object.fromEntries(constants) }),
    ...(model === undefined ? {} : { model }),
    ...(init.size === 0 ? {} : { init: observationJson(init) }),
    ...(hidden.length === 0 ? {} : { hidden }),
    ...(order === 'total' ? {} : { order }),
  };
}

function eventJson({
  action,
  parameters,
  state,
  derived,
  process,
  seq,
  clock,
  start,
  end,
}: TraceEvent): Json {
  return {
    ...(process === undefined ? {} : { process }),
    ...(seq === undefined ? {} : { seq }),
    ...(clock === undefined ? {} : { clock: Object.fromEntries(clock) }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(action === undefined ? {} : { action }),
    ...(parameters === undefined ? {} : { params: parametersJson(parameters) }),
    ...(state.size === 0 ? {} : { state: observationJson(state) }),
    ...(derived.size === 0 ? {} : { derived: observationJson(derived) }),
  };
}

/** The parameters of an event as a trace has them. */
export function parametersJson(parameters: EventParameters): Json {
  return parameters.by === 'name'
    ? observationJson(parameters.values)
    : parameters.values.map(({ json }) => json);
}

/** What is said of variables as a trace has it. */
export function observationJson(observation: Observation): { readonly [name: string]: Json } {
  return Object.fromEntries(Array.from(observation, ([name, { json }]) => [name, json]));
}
