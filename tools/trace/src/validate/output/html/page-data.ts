import type { DivergenceReport, EventReport, PrefixReport } from '@synod/conformance';
import { type LaneRow, laneRows, placeText } from '@synod/conformance/text';

/** What the page's script draws the lanes of one execution from. */
export interface PageExecution {
  /** The names of the processes. */
  readonly lanes: readonly string[];
  /** All events, by their index. */
  readonly events: { readonly [index: number]: PageEvent };
  readonly prefixes: readonly PagePrefix[];
}

interface PageEvent {
  readonly lane: number;
  readonly text: string;
  /** The line, for the margin. */
  readonly at: number;
  /** `trace.ndjson:7`. */
  readonly place: string;
  readonly seq?: number;
  /** What was logged. */
  readonly logged: { readonly [field: string]: unknown };
}

/** The rows of the lanes: the index of an event, or the label of a step that nobody logged. */
interface PagePrefix {
  readonly before: readonly (number | string)[];
  readonly next: readonly number[];
  readonly after: readonly number[];
}

/** The lanes of an execution, and how each of these prefixes divides them. */
export function pageExecution(
  divergence: DivergenceReport,
  prefixes: readonly PrefixReport[],
): PageExecution {
  const events = divergence.lanes.flatMap((lane, number) =>
    lane.events.map((event) => [event.index, pageEvent(event, number)] as const),
  );
  return {
    lanes: divergence.lanes.map(({ process }) => process ?? ''),
    events: Object.fromEntries(events),
    prefixes: prefixes.map((prefix) => {
      const { before, next, after } = laneRows(divergence, prefix);
      return {
        before: before.map(rowData),
        next: next.map(({ event }) => event.index),
        after: after.map(({ event }) => event.index),
      };
    }),
  };
}

function rowData(row: LaneRow): number | string {
  return row.type === 'event' ? row.event.index : row.label;
}

function pageEvent(event: EventReport, lane: number): PageEvent {
  const { text, seq, line, index, action, params, state, derived } = event;
  return {
    lane,
    text,
    at: line ?? index + 1,
    place: placeText(event),
    ...(seq === undefined ? {} : { seq }),
    logged: {
      ...(action === undefined ? {} : { action }),
      ...(params === undefined ? {} : { params }),
      ...(state === undefined ? {} : { state }),
      ...(derived === undefined ? {} : { derived }),
    },
  };
}
