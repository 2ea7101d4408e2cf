import type { EventLine, TraceLines } from './lines.js';

/** In a total order there is one next event at most, and nothing to compare. */
export function byProcessAndSeq(one: number, other: number, events: readonly EventLine[]): number {
  const [left, right] = [events[one] as EventLine, events[other] as EventLine];
  const [leftName, rightName] = [left.process ?? '', right.process ?? ''];
  if (leftName !== rightName) return leftName < rightName ? -1 : 1;
  return (left.seq ?? one) - (right.seq ?? other);
}

/** For each event, those that come before it. */
export function predecessors(
  files: readonly TraceLines[],
  events: readonly EventLine[],
): readonly (readonly number[])[] {
  const order = files[0]?.header.order ?? 'total';
  return events.map((event, index) =>
    events.flatMap((earlier, at) => {
      if (at === index) return [];
      if (order === 'total') return at < index ? [at] : [];
      return (order === 'clock' ? isBeforeByClock : isBeforeByTime)(earlier, event) ? [at] : [];
    }),
  );
}

function isBeforeByClock(e: EventLine, f: EventLine): boolean {
  const process = e.process as string;
  return isBeforeInLog(e, f) || (f.clock?.[process] ?? 0) >= (e.clock?.[process] ?? 0);
}

function isBeforeByTime(e: EventLine, f: EventLine): boolean {
  return isBeforeInLog(e, f) || (e.end as number) < (f.start as number);
}

function isBeforeInLog(e: EventLine, f: EventLine): boolean {
  return e.process === f.process && (e.seq as number) < (f.seq as number);
}
