import { key, type TlaValue } from '@synod/tla';
import { anyStep } from '../matcher.js';
import { type Cut, cutSize } from '../outcome.js';
import { differences } from '../pattern.js';
import type {
  BehaviourStep,
  DivergenceReport,
  EventReport,
  LaneReport,
  MismatchReport,
  NearestReport,
  PrefixReport,
  StateReport,
} from '../report.js';
import type { StateSpace } from '../space.js';
import type { TraceEvent } from '../trace.js';
import { nextEvents, type Validation } from '../validate.js';
import { stepsBetween } from '../walk.js';
import { eventReport } from './event-report.js';
import { type ExplainGuards, labelsOf, mismatch } from './mismatch.js';

/** How many states of a prefix are shown, and how many prefixes are explained. */
const shownStates = 10;
const shownPrefixes = 100;

/** For how many prefixes the behaviour that leads there is given. */
const walkedPrefixes = 10;

/**
 * Why an execution diverges: every longest matching prefix, the states possible after it, what they allow, and why no
 * next event is among that.
 *
 * @param guards evaluates the guards of the module's own text, where there is one
 */
export function explainTrace(validation: Validation, guards?: ExplainGuards): DivergenceReport {
  const { outcome, order, space } = validation;
  const events = eventReports(validation);
  const report = (event: TraceEvent): EventReport => events.get(event) as EventReport;
  const lanes = order.logs.map((log, process): LaneReport => {
    const name = order.processes[process] as string;
    return {
      ...(validation.trace.header.order === 'total' ? {} : { process: name }),
      events: log.map(report),
    };
  });
  const prefixes = outcome.maximal.slice(0, shownPrefixes).map(({ cut, states }, i): PrefixReport => {
    const { matcher, binder, kinds } = validation.search;
    const reachable = [...new Set(states.flatMap((state) => matcher.closure(state)))];
    const next = nextEvents(order, cut).map(({ process, index }): MismatchReport => {
      const event = report(order.logs[process]?.[index] as TraceEvent);
      const found = mismatch(space, reachable, kind(binder.kinds, kinds, process, index), event, guards);
      return found.kind === 'init' ? { ...found, ...nearestInitial(validation) } : found;
    });
    const behaviour = i < walkedPrefixes ? behaviourTo(validation, cut, events) : undefined;
    return {
      matched: cutSize(cut),
      cut,
      ...(behaviour === undefined ? {} : { behaviour }),
      states: states.slice(0, shownStates).map((state) => stateReport(space, state)),
      stateCount: states.length,
      enabled: labelsOf(space, reachable, anyStep),
      next,
    };
  });
  return { first: report(outcome.first as TraceEvent), prefixes, prefixCount: outcome.maximal.length, lanes };
}

/** Each event of a trace as a report has it. */
export function eventReports({ trace, space }: Validation): ReadonlyMap<TraceEvent, EventReport> {
  return new Map(trace.events.map((event, index) => [event, eventReport(event, index, space)]));
}

function kind<K>(all: readonly K[], kinds: readonly ArrayLike<number>[], process: number, index: number): K {
  return all[kinds[process]?.[index] as number] as K;
}

/** The values of a state as texts. */
function stateReport(space: StateSpace, state: number): StateReport {
  const values = space.values(state);
  return Object.fromEntries(space.variables.map((variable, i) => [variable, key(values[i] as TlaValue)]));
}

/** The labels of a behaviour that takes the events of a cut. */
function behaviourTo(
  { search, space, order, trace }: Validation,
  cut: Cut,
  events: ReadonlyMap<TraceEvent, EventReport>,
): readonly BehaviourStep[] | undefined {
  const walk = search.walk(cut);
  if (walk === undefined) return undefined;
  const hidden = trace.header.hidden.map((action) => ({ action, parameters: [] }));
  const taken = order.logs.map(() => 0);
  const steps: BehaviourStep[] = [];
  let from = walk.start;
  for (const { process, state } of walk.steps) {
    const index = taken[process] as number;
    taken[process] = index + 1;
    const event = events.get(order.logs[process]?.[index] as TraceEvent) as EventReport;
    const between = stepsBetween(
      space,
      hidden,
      kind(search.binder.kinds, search.kinds, process, index),
      from,
      state,
    );
    steps.push(...between.hidden.map((label) => ({ label })));
    steps.push({ label: between.own ?? 'no step', event: event.index });
    from = state;
  }
  return steps;
}

/** The initial state that comes nearest to what `init` says. */
function nearestInitial({ trace, space }: Validation): { readonly nearest?: NearestReport } {
  const found = space.initial.map((state) => {
    const values = space.values(state);
    return [...trace.header.init].flatMap(([name, pattern]) =>
      differences(pattern, values[space.variables.indexOf(name)] as TlaValue, name),
    );
  });
  const [best] = found.toSorted((one, other) => one.length - other.length);
  return best === undefined ? {} : { nearest: { differences: best } };
}
