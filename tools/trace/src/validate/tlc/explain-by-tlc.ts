import {
  type DivergenceReport,
  type EventOrder,
  type EventReport,
  eventReport,
  type MismatchReport,
  nextEvents,
  orderEvents,
  type Trace,
  type TraceEvent,
} from '@synod/conformance';
import { key, type TlaValue } from '@synod/tla';
import type { TlcModel } from './open-model.js';
import { type TlcRequest, type TlcTraceOutcome, validateWithTlc } from './validate-with-tlc.js';

/** How many next events are looked into. */
const mostEvents = 20;

/** An event after a maximal cut, which nothing matches. */
interface Next {
  readonly cut: number;
  readonly event: TraceEvent;
  /** The trace up to the cut. */
  readonly before: readonly TraceEvent[];
}

/**
 * Why a trace diverges, as far as TLC alone can say: with each event that does not match it is asked again whether the
 * event would without what it observes, and without its parameters.
 */
export async function explainByTlc(
  trace: Trace,
  { maximal, first, variables }: TlcTraceOutcome,
  request: TlcModel & Pick<TlcRequest, 'tlc' | 'timeout'>,
): Promise<DivergenceReport> {
  const order = orderEvents(trace);
  const reports = new Map(trace.events.map((event, i) => [event, eventReport(event, i, undefined)]));
  const report = (event: TraceEvent): EventReport => reports.get(event) as EventReport;
  const next = maximal.flatMap(({ cut }, i) => nextAfter(order, cut, i)).slice(0, mostEvents);
  const asked = next.filter(
    ({ cut, event }) => event.action !== undefined && maximal[cut]?.states.length !== 0,
  );
  const variants = asked.flatMap((one) => [
    { ...trace, events: [...one.before, unobserved(one.event)] },
    { ...trace, events: [...one.before, { ...unobserved(one.event), parameters: undefined }] },
  ]);
  const answers = variants.length === 0 ? [] : await validateWithTlc({ ...request, traces: variants });
  const mismatches = next.map((one): MismatchReport & { readonly cut: number } => {
    const i = asked.indexOf(one);
    const event = report(one.event);
    const hasStates = maximal[one.cut]?.states.length !== 0;
    const [bare, loose] = [answers[2 * i]?.conforms === true, answers[2 * i + 1]?.conforms === true];
    return {
      cut: one.cut,
      event,
      conjuncts: [],
      possible: [],
      ...kindOf(event, hasStates, i < 0 || bare, loose),
    };
  });
  return {
    first: report(first as TraceEvent),
    prefixCount: maximal.length,
    prefixes: maximal.map(({ cut, states }, i) => ({
      matched: cut.reduce((sum, count) => sum + count, 0),
      cut,
      states: states.slice(0, 10).map((values) => stateOf(variables, values)),
      stateCount: states.length,
      next: mismatches.filter((mismatch) => mismatch.cut === i).map(({ cut: _, ...mismatch }) => mismatch),
    })),
    lanes: order.logs.map((log, process) => ({
      ...(trace.header.order === 'total' ? {} : { process: order.processes[process] as string }),
      events: log.map(report),
    })),
  };
}

function nextAfter(order: EventOrder, cut: readonly number[], index: number): readonly Next[] {
  const before = order.logs.flatMap((log, process) => log.slice(0, cut[process]));
  return nextEvents(order, cut).flatMap((next) => {
    const event = order.logs[next.process]?.[next.index];
    return event === undefined ? [] : [{ cut: index, event, before }];
  });
}

function unobserved(event: TraceEvent): TraceEvent {
  return { ...event, state: new Map(), derived: new Map() };
}

function kindOf(
  { text, action }: EventReport,
  hasStates: boolean,
  isPossible: boolean,
  hasOthers: boolean,
): Pick<MismatchReport, 'kind' | 'message'> {
  if (!hasStates) return { kind: 'init', message: 'no initial state is as init says' };
  if (isPossible)
    return { kind: 'observation', message: `${text} is possible here, but leads to no state as observed` };
  if (hasOthers)
    return { kind: 'parameters', message: `${action} is possible here, but not with these parameters` };
  return { kind: 'action', message: `no step of ${action} is possible here` };
}

function stateOf(
  variables: readonly string[],
  values: readonly TlaValue[],
): { readonly [name: string]: string } {
  return Object.fromEntries(variables.map((variable, i) => [variable, key(values[i] as TlaValue)]));
}
