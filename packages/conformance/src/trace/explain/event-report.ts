import { key } from '@synod/tla';
import type { Pattern } from '../pattern.js';
import type { EventReport } from '../report.js';
import type { StateSpace } from '../space.js';
import type { TraceEvent } from '../trace.js';
import { observationJson, parametersJson } from '../trace-text.js';

/**
 * An event as a report has it.
 *
 * @param index its place among all events, by the order of the lines
 * @param space knows the parameters of actions; without it they are shown with their names
 */
export function eventReport(event: TraceEvent, index: number, space: StateSpace | undefined): EventReport {
  const { action, parameters, process, seq, place } = event;
  return {
    index,
    text: eventText(event, space),
    ...(process === undefined ? {} : { process }),
    ...(seq === undefined ? {} : { seq }),
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(action === undefined ? {} : { action }),
    ...(parameters === undefined ? {} : { params: parametersJson(parameters) }),
    ...(event.state.size === 0 ? {} : { state: observationJson(event.state) }),
    ...(event.derived.size === 0 ? {} : { derived: observationJson(event.derived) }),
  };
}

/** `Phase1b(a1)`; `Phase2a(b = 1)` where not all parameters are said; `any step` where there is no action. */
function eventText({ action, parameters }: TraceEvent, space: StateSpace | undefined): string {
  if (action === undefined) return 'any step';
  if (parameters === undefined) return action;
  if (parameters.by === 'position') return call(action, parameters.values.map(patternText));
  const formals = space?.actions.get(action)?.formals;
  if (formals?.every((formal) => parameters.values.has(formal)) === true) {
    return call(
      action,
      formals.map((formal) => patternText(parameters.values.get(formal) as Pattern)),
    );
  }
  return call(
    action,
    Array.from(parameters.values, ([name, pattern]) => `${name} = ${patternText(pattern)}`),
  );
}

function call(action: string, values: readonly string[]): string {
  return values.length === 0 ? action : `${action}(${values.join(', ')})`;
}

/** A string of the trace may be a model value: it is shown as one, as the specification's own labels are. */
function patternText(pattern: Pattern): string {
  if (pattern.type !== 'whole') return JSON.stringify(pattern.json);
  return typeof pattern.value === 'string' ? pattern.value : key(pattern.value);
}
