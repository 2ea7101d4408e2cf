import { InputError } from '@synod/tla';
import type { ShrunkReport } from '../report.js';
import type { SearchOptions } from '../search-options.js';
import type { Trace, TraceEvent } from '../trace.js';
import { traceLines } from '../trace-text.js';
import { nextEvents, type Validation, validateTrace } from '../validate.js';
import { eventReports } from './explain-trace.js';
import { type ExplainGuards, mismatch } from './mismatch.js';
import { reasonText } from './reason.js';
import { shortestTotal } from './shrink-total.js';

/**
 * A shortest sub-trace that diverges in the same way: at the same event, for the same reason. (To diverge at all, a
 * trace of one event would mostly do, and say nothing.) In a partial order: one of which no event can be left out.
 *
 * @param validation one that diverges
 */
export function shrinkTrace(
  validation: Validation,
  guards: ExplainGuards | undefined,
  options: SearchOptions = {},
): ShrunkReport {
  const { trace, outcome } = validation;
  const first = outcome.first as TraceEvent;
  const exact = trace.header.order === 'total' ? shortestTotal(validation, guards, options) : undefined;
  const kept = exact ?? leaveOut(validation, first, guards, options);
  const reports = eventReports(validation);
  const events = kept.map((event) => reports.get(event)).filter((event) => event !== undefined);
  const isWritable = trace.header.format === 'synod';
  const lines = isWritable ? traceLines(subTrace(trace, new Set(kept))) : [];
  return { shortest: exact !== undefined, events, lines };
}

/** Leaves out ever smaller pieces, as long as the same divergence remains (Zeller and Hildebrandt 2002, ddmin). */
function leaveOut(
  validation: Validation,
  first: TraceEvent,
  guards: ExplainGuards | undefined,
  options: SearchOptions,
): readonly TraceEvent[] {
  const { trace, outcome, order, space } = validation;
  const wanted = reasonOf(validation, first, guards);
  const diverges = (events: readonly TraceEvent[]): boolean => {
    const smaller = subTrace(trace, new Set([...events, first]));
    try {
      const tried = validateTrace(smaller, space, options);
      const found = tried.outcome.first;
      return found?.place === first.place && reasonOf(tried, found, guards) === wanted;
    } catch (error) {
      // Without some events, what is left may contradict itself, or take too long.
      if (error instanceof InputError) return false;
      throw error;
    }
  };
  const within = outcome.maximal.find(({ cut }) =>
    nextEvents(order, cut).some(({ process, index }) => order.logs[process]?.[index] === first),
  )?.cut;
  const prefix = new Set(order.logs.flatMap((log, process) => log.slice(0, within?.[process])));
  let kept = trace.events.filter((event) => prefix.has(event) && event !== first);
  for (let size = Math.ceil(kept.length / 2); size >= 1; ) {
    let removed = false;
    for (let start = kept.length - size; start > -size; start -= size) {
      const without = [...kept.slice(0, Math.max(0, start)), ...kept.slice(start + size)];
      if (!diverges(without)) continue;
      kept = without;
      removed = true;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (!removed) break;
  }
  return [...kept, first];
}

/** Why an event does not match after the largest prefixes that it is next to. */
function reasonOf(validation: Validation, event: TraceEvent, guards: ExplainGuards | undefined): string {
  const { order, outcome, search, space } = validation;
  const report = eventReports(validation).get(event);
  for (const { cut, states } of outcome.maximal) {
    for (const { process, index } of nextEvents(order, cut)) {
      if (order.logs[process]?.[index] !== event || report === undefined) continue;
      const reachable = [...new Set(states.flatMap((state) => search.matcher.closure(state)))];
      const kind = search.binder.kinds[search.kinds[process]?.[index] as number];
      if (kind !== undefined) return reasonText(mismatch(space, reachable, kind, report, guards));
    }
  }
  return '';
}

/** The trace with some of its events only, `seq` counted anew. Events keep their places. */
function subTrace(trace: Trace, kept: ReadonlySet<TraceEvent>): Trace {
  const counts = new Map<string, number>();
  const events = trace.events.filter((event) => kept.has(event));
  const bySeq = events.toSorted((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
  const renumbered = new Map<TraceEvent, TraceEvent>();
  for (const event of bySeq) {
    if (event.process === undefined || event.seq === undefined) continue;
    const seq = counts.get(event.process) ?? 0;
    counts.set(event.process, seq + 1);
    renumbered.set(event, { ...event, seq });
  }
  return { ...trace, events: events.map((event) => renumbered.get(event) ?? event) };
}
