import { InputError } from '@synod/tla';
import type { Cut } from './outcome.js';
import type { Trace, TraceEvent } from './trace.js';

/** The events of a trace by who logged them, and which must come before which. */
export interface EventOrder {
  /** The processes, sorted; a single one without a name if the order is total. */
  readonly processes: readonly string[];
  /** The log of each process, by `seq`. */
  readonly logs: readonly (readonly TraceEvent[])[];
  /** For an event, how many events of each process come before it. Of its own process: all earlier ones. */
  readonly needs: (process: number, index: number) => Cut;
}

/**
 * Orders the events of a trace.
 *
 * @throws InputError if clocks or times contradict each other
 */
export function orderEvents(trace: Trace): EventOrder {
  const { order } = trace.header;
  if (order === 'total') {
    return {
      processes: [''],
      // Of a long trace, events are made when somebody asks for one.
      get logs() {
        return [trace.events];
      },
      needs: (_, index) => [index],
    };
  }
  const byProcess = new Map<string, TraceEvent[]>();
  for (const event of trace.events) {
    const process = event.process as string;
    const log = byProcess.get(process);
    if (log === undefined) byProcess.set(process, [event]);
    else log.push(event);
  }
  const processes = [...byProcess.keys()].toSorted();
  const logs = processes.map((process) =>
    (byProcess.get(process) as TraceEvent[]).toSorted(
      (one, other) => (one.seq as number) - (other.seq as number),
    ),
  );
  const before = order === 'clock' ? clockNeeds(processes, logs) : intervalNeeds(logs);
  if (order === 'interval')
    logs.forEach((log, process) => refuseBackwards(log, (event) => before(event, process)));
  const known: (Cut | undefined)[][] = logs.map(() => []);
  const needs = (process: number, index: number): Cut => {
    const found = known[process]?.[index];
    if (found !== undefined) return found;
    const event = logs[process]?.[index] as TraceEvent;
    const cut = logs.map((_, other) => (other === process ? index : before(event, other)));
    (known[process] as Cut[])[index] = cut;
    return cut;
  };
  refuseCycles({ processes, logs, needs });
  return { processes, logs, needs };
}

/** How many events of a process come before an event of another one. */
type Before = (event: TraceEvent, process: number) => number;

/** An event knows of those whose own entry its clock has reached; own entries rise, so they are a prefix. */
function clockNeeds(processes: readonly string[], logs: EventOrder['logs']): Before {
  const entries = logs.map((log, process) =>
    log.map(({ clock }) => clock?.get(processes[process] as string) ?? 0),
  );
  return ({ clock }, process) => {
    const known = clock?.get(processes[process] as string) ?? 0;
    return firstBeyond(entries[process] as readonly number[], known);
  };
}

/** Everything up to the last event that ended before this one started: within a process, `seq` orders. */
function intervalNeeds(logs: EventOrder['logs']): Before {
  // From its end backwards, the earliest end: sorted, and an event that ended late hides none that came after it.
  const ends = logs.map((log) => {
    const earliest = log.map(({ end }) => end as number);
    for (let i = earliest.length - 2; i >= 0; i--) {
      earliest[i] = Math.min(earliest[i] as number, earliest[i + 1] as number);
    }
    return earliest;
  });
  return ({ start }, process) =>
    firstBeyond(ends[process] as readonly number[], start as number, (end, limit) => end < limit);
}

/** Refuses a log in which an event has ended before an earlier one began. */
function refuseBackwards(log: readonly TraceEvent[], before: (event: TraceEvent) => number): void {
  const index = log.findIndex((event, i) => before(event) > i + 1);
  const event = log[index];
  if (event === undefined) return;
  const message = `start: this event, ${placeText(event)}, began after a later event of its process had ended: correct seq or the times.`;
  throw new InputError('trace-order', message, event.place);
}

/** The index of the first number that is not within a limit; all before it are. */
function firstBeyond(
  numbers: readonly number[],
  limit: number,
  within: (number: number, limit: number) => boolean = (number, most) => number <= most,
): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (within(numbers[middle] as number, limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes every event once, each after those that come before it; what is then left waits for itself. */
function refuseCycles({ logs, needs }: EventOrder): void {
  const cut = logs.map(() => 0);
  const waits = (process: number): boolean =>
    needs(process, cut[process] as number).some((count, other) => count > (cut[other] as number));
  for (let moved = true; moved; ) {
    moved = false;
    for (let process = 0; process < logs.length; process++) {
      while ((cut[process] as number) < (logs[process] as readonly TraceEvent[]).length && !waits(process)) {
        cut[process] = (cut[process] as number) + 1;
        moved = true;
      }
    }
  }
  const stuck = logs.flatMap((log, process) => log.slice(cut[process], (cut[process] as number) + 1));
  const [first, second] = stuck;
  if (first === undefined) return;
  const other = second === undefined ? 'a later event of the same process' : placeText(second);
  const message = `this event and ${other} each come before the other, by what ${first.clock === undefined ? 'start, end and seq' : 'clock and seq'} say: correct them.`;
  throw new InputError('trace-order', message, first.place);
}

function placeText({ process, seq }: TraceEvent): string {
  return `event ${seq} of ${process}`;
}
