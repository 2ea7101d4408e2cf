import type { DivergenceReport, EventReport, PrefixReport } from '../report.js';

/** A row of the lanes that shows an event. */
export interface EventRow {
  readonly type: 'event';
  /** Which lane. */
  readonly lane: number;
  readonly event: EventReport;
}

/** A row of the lanes: an event of one of them, or a step that nobody logged. */
export type LaneRow = EventRow | { readonly type: 'hidden'; readonly label: string };

/** The events of all lanes, below each other, as a prefix divides them. */
export interface LaneRows {
  /** What the prefix has, in the order of a behaviour that has it. */
  readonly before: readonly LaneRow[];
  /** The events that could be next and do not match: at most one a lane. */
  readonly next: readonly EventRow[];
  /** All later ones. */
  readonly after: readonly EventRow[];
}

/** Puts the events of all lanes into one order, divided by a prefix. */
export function laneRows(divergence: DivergenceReport, prefix: PrefixReport): LaneRows {
  const rows = divergence.lanes.map(({ events }, lane) =>
    events.map((event): EventRow => ({ type: 'event', lane, event })),
  );
  const end = (lane: number): number => prefix.cut[lane] ?? 0;
  const unmatched = new Set(prefix.next.map(({ event }) => event.index));
  const isNext = ({ event, lane }: EventRow): boolean =>
    unmatched.has(event.index) && rows[lane]?.[end(lane)]?.event.index === event.index;
  const matched = rows.map((row, lane) => row.slice(0, end(lane)));
  const rest = rows.map((row, lane) => row.slice(end(lane)));
  return {
    before:
      prefix.behaviour === undefined ? inOrder(matched, true) : alongBehaviour(matched, prefix.behaviour),
    next: rest.flatMap((row) => row.slice(0, 1).filter(isNext)),
    after: inOrder(
      rest.map((row) => row.filter((one) => !isNext(one))),
      false,
    ),
  };
}

/** The steps of a behaviour; of each lane, what the behaviour does not name before what it names. */
function alongBehaviour(
  lanes: readonly (readonly EventRow[])[],
  behaviour: NonNullable<PrefixReport['behaviour']>,
): readonly LaneRow[] {
  const places = new Map(
    lanes.flatMap((rows) => rows.map((row, place) => [row.event.index, { lane: row.lane, place }] as const)),
  );
  const taken = lanes.map(() => 0);
  const result: LaneRow[] = [];
  const takeTo = (lane: number, end: number): void => {
    const from = taken[lane] as number;
    if (end <= from) return;
    for (const row of lanes[lane]?.slice(from, end) ?? []) result.push(row);
    taken[lane] = end;
  };
  for (const { label, event } of behaviour) {
    const found = event === undefined ? undefined : places.get(event);
    if (found !== undefined) takeTo(found.lane, found.place + 1);
    else if (event === undefined) result.push({ type: 'hidden', label });
  }
  for (const [lane, rows] of lanes.entries()) takeTo(lane, rows.length);
  return result;
}

/**
 * By lines. Those of several files are not ordered among each other: there, what is equally far from the cut
 * stands together.
 */
function inOrder(lanes: readonly (readonly EventRow[])[], beforeCut: boolean): readonly EventRow[] {
  const files = new Set(lanes.flatMap((rows) => rows.map(({ event }) => event.file)));
  if (files.size <= 1) return lanes.flat().toSorted((one, other) => one.event.index - other.event.index);
  const distant = lanes.flatMap((rows) =>
    rows.map((row, place) => ({ row, distance: beforeCut ? place - rows.length : place })),
  );
  return distant
    .toSorted((one, other) => one.distance - other.distance || one.row.lane - other.row.lane)
    .map(({ row }) => row);
}
