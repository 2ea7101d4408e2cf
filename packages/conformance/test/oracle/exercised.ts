import type { Label, StateGraph } from '@synod/spec';
import type { Json, TlaValue } from '@synod/tla';
import { predecessors } from './before.js';
import type { EventLine, TraceLines } from './lines.js';
import { says } from './says.js';
import { initialStates, type OracleSpace } from './steps.js';

/** What all behaviours take that a trace allows, and what only some of them do. */
export interface Answer {
  readonly taken: readonly string[];
  readonly perhaps: readonly string[];
}

/** A behaviour so far: the events it has taken, where it is, and all that it has gone through. */
interface Partway {
  readonly cut: string;
  readonly state: number;
  readonly marks: ReadonlySet<string>;
}

/**
 * Follows every behaviour that a trace allows, and remembers of each what it went through: `step 3`, `state 0`, `action
 * A`. Behaviours that have come to the same place through the same things go on as one, so that cycles end. Small and
 * slow on purpose, and written from the trace format alone.
 *
 * @returns nothing if there is no such behaviour, or if there are more than so many places
 */
export function everyBehaviour(lines: TraceLines, space: OracleSpace, most: number): Answer | undefined {
  const { header, events } = lines;
  const { graph } = space;
  const before = predecessors([lines], events);
  const hidden = new Set(header.hidden);
  const found = new Map<string, Partway>();
  const reach = (cut: string, state: number, marks: readonly string[]): void => {
    const sorted = [...new Set([...marks, `state ${state}`])].toSorted();
    found.set(`${cut}|${state}|${sorted.join()}`, { cut, state, marks: new Set(sorted) });
  };
  for (const state of initialStates([lines], space)) reach('.'.repeat(events.length), state, []);
  // A map that grows while it is walked is walked to its end.
  for (const { cut, state, marks } of found.values()) {
    if (found.size > most) return undefined;
    for (let step = graph.offsets[state] as number; step < (graph.offsets[state + 1] as number); step++) {
      const { action, parameters } = labelOf(graph, step);
      const to = graph.targets[step] as number;
      const now = [...marks, `step ${step}`, `action ${action}`];
      if (hidden.has(action)) reach(cut, to, now);
      for (const next of nextEvents(cut, before)) {
        const event = events[next] as EventLine;
        const isIt = event.action === undefined || isLabelled(event, action, parameters, space);
        if (isIt && isSeen(event, to, space)) reach(withEvent(cut, next), to, now);
      }
    }
    for (const next of nextEvents(cut, before)) {
      const event = events[next] as EventLine;
      if (event.action === undefined && isSeen(event, state, space)) {
        reach(withEvent(cut, next), state, [...marks]);
      }
    }
  }
  const ends = [...found.values()].filter(({ cut }) => !cut.includes('.'));
  const some = new Set(ends.flatMap(({ marks }) => [...marks]));
  if (ends.length === 0) return undefined;
  const taken = [...some].filter((mark) => ends.every(({ marks }) => marks.has(mark)));
  return {
    taken: taken.toSorted(),
    perhaps: [...some].filter((mark) => !taken.includes(mark)).toSorted(),
  };
}

function labelOf({ labels, stepLabels }: StateGraph, step: number): Label {
  return labels[stepLabels[step] as number] as Label;
}

function nextEvents(cut: string, before: readonly (readonly number[])[]): readonly number[] {
  return before.flatMap((needed, event) =>
    cut[event] === '.' && needed.every((one) => cut[one] === 'x') ? [event] : [],
  );
}

function withEvent(cut: string, event: number): string {
  return `${cut.slice(0, event)}x${cut.slice(event + 1)}`;
}

function isLabelled(
  { action: said, params = {} }: EventLine,
  action: string,
  parameters: readonly TlaValue[],
  { formals }: OracleSpace,
): boolean {
  if (said !== action) return false;
  return Object.entries(params as { [name: string]: Json }).every(([name, json]) => {
    const place = Array.isArray(params) ? Number(name) : (formals.get(action) ?? []).indexOf(name);
    return says(json, parameters[place] as TlaValue);
  });
}

function isSeen({ state = {}, derived = {} }: EventLine, after: number, space: OracleSpace): boolean {
  const { graph, operators } = space;
  const values = graph.values(after);
  return (
    Object.entries(state).every(([name, json]) =>
      says(json, values[graph.variables.indexOf(name)] as TlaValue),
    ) &&
    Object.entries(derived).every(([name, json]) =>
      says(json, (operators.get(name) as (state: number) => TlaValue)(after)),
    )
  );
}
