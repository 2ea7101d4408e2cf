import { InputError } from '@synod/tla';
import { Binder, isAsObserved } from './bind.js';
import type { EventLog, Said } from './event-log.js';
import { Matcher } from './matcher.js';
import { type EventOrder, orderEvents } from './order.js';
import { type Cut, cutSize, type MaximalCut, type Outcome } from './outcome.js';
import { maximalCuts, type PartialResult, searchPartial } from './partial-search.js';
import { limitedAt, type SearchOptions } from './search-options.js';
import type { StateSpace } from './space.js';
import { TotalSearch } from './total-search.js';
import type { Trace, TraceEvent } from './trace.js';
import type { Walk } from './walk.js';

/** An execution held against a space: the outcome, and what it takes to explain it. */
export interface Validation {
  readonly trace: Trace;
  readonly space: StateSpace;
  readonly order: EventOrder;
  readonly outcome: Outcome;
  /** What could not be compared: sentences for a person. */
  readonly warnings: readonly string[];
  readonly search: SearchContext;
}

/** What a search went through. */
export interface SearchContext {
  readonly binder: Binder;
  readonly matcher: Matcher;
  /** The kind of each event, by process. */
  readonly kinds: readonly ArrayLike<number>[];
  /** The initial states that are as `init` says. */
  readonly starts: readonly number[];
  /** States that a behaviour went through to some cut of the outcome, one after each event; undefined if none does. */
  walk(cut: Cut): Walk | undefined;
}

/**
 * Whether an execution is a behaviour of a specification. All states and cuts that the trace allows are kept, so that
 * the answer does not depend on which of them was looked at first.
 *
 * @throws InputError if the trace names what the specification does not have, or (code `limit`) a limit is reached
 */
export function validateTrace(trace: Trace, space: StateSpace, options: SearchOptions = {}): Validation {
  refuseOtherSpec(trace, space);
  const order = orderEvents(trace);
  const { binder, matcher, starts } = bindHeader(trace.header, space, options);
  const isTotal = trace.header.order === 'total';
  const kinds =
    isTotal && trace.log !== undefined
      ? [kindsOf(trace.log, binder)]
      : order.logs.map((log) => log.map((event) => binder.kind(event)));
  const [outcome, walk] = isTotal
    ? total(trace, order, kinds, matcher, starts, options)
    : partial(order, matcher, kinds as readonly (readonly number[])[], starts, options);
  const search = { binder, matcher, kinds, starts, walk };
  return { trace, space, order, outcome, warnings: binder.warnings, search };
}

/** What a header says, in the words of a space. */
export function bindHeader(
  header: Trace['header'],
  space: StateSpace,
  options: SearchOptions = {},
): Pick<SearchContext, 'binder' | 'matcher' | 'starts'> {
  const binder = new Binder(space, header);
  const hidden = header.hidden.map((name, i) => binder.action(name, `hidden[${i}]`, header.place));
  const init = binder.observation(header.init, header.place, 'init');
  const starts = space.initial.filter((state) => isAsObserved(init, state));
  return { binder, matcher: new Matcher(space, binder.kinds, hidden, options), starts };
}

/** Refuses a trace that claims to follow another module. */
export function refuseOtherSpec({ header }: Pick<Trace, 'header'>, { name }: StateSpace): void {
  if (header.spec === undefined || name === '' || header.spec === name) return;
  const message = `spec: this trace is one of ${header.spec}, and it is held against ${name}: name the model or the graph of ${header.spec}.`;
  throw new InputError('other-spec', message, header.place);
}

/** The kinds of events, of which those that say the same are bound once, where the first of them stands. */
function kindsOf(log: EventLog, binder: Binder): Int32Array {
  const kinds = new Int32Array(log.length);
  const known = new Int32Array(log.said.length).fill(-1);
  for (let i = 0; i < log.length; i++) {
    const said = log.saidBy(i);
    if (known[said] === -1) known[said] = binder.kind({ ...(log.said[said] as Said), place: log.place(i) });
    kinds[i] = known[said] as number;
  }
  return kinds;
}

type Searched = readonly [Outcome, SearchContext['walk']];

function total(
  trace: Trace,
  order: EventOrder,
  [kinds = []]: readonly ArrayLike<number>[],
  matcher: Matcher,
  starts: readonly number[],
  options: SearchOptions,
): Searched {
  const search = new TotalSearch(matcher, starts, options);
  const { length } = kinds;
  // Where an event stands is asked for when the search comes to a limit there.
  const event = {
    get place() {
      return trace.log?.place(search.matched) ?? (trace.events[search.matched] as TraceEvent).place;
    },
  };
  while (search.matched < length) {
    if (!search.push(kinds[search.matched] as number, event)) break;
  }
  const { matched, states, visited } = search;
  const walk = (): Walk | undefined => search.walk();
  if (matched === length && states.length > 0) {
    return [{ conforms: true, matched, maximal: [], first: undefined, visited }, walk];
  }
  const maximal: MaximalCut[] = [{ cut: [matched], states }];
  return [{ conforms: false, matched, maximal, first: firstUnmatched(order, maximal), visited }, walk];
}

function partial(
  order: EventOrder,
  matcher: Matcher,
  kinds: readonly (readonly number[])[],
  starts: readonly number[],
  options: SearchOptions,
): Searched {
  const place = order.logs[0]?.[0]?.place;
  const result = limitedAt(place, () => searchPartial(matcher, order, kinds, starts, options));
  const { end, stuck, visited } = result;
  if (end !== undefined) {
    const matched = cutSize(end.cut);
    return [{ conforms: true, matched, maximal: [], first: undefined, visited }, walkOf(result)];
  }
  const maximal: readonly MaximalCut[] =
    starts.length === 0 ? [{ cut: kinds.map(() => 0), states: [] }] : maximalCuts(stuck);
  const matched = cutSize((maximal[0] as MaximalCut).cut);
  const first = firstUnmatched(order, maximal);
  return [{ conforms: false, matched, maximal, first, visited }, walkOf(result)];
}

function walkOf({ end, stuck }: PartialResult): SearchContext['walk'] {
  return (cut) => {
    const name = cut.join(' ');
    return (end ?? stuck.find((candidate) => candidate.cut.join(' ') === name))?.walk();
  };
}

/** The next events after a cut: those of each process whose predecessors are all in it. */
export function nextEvents(order: EventOrder, cut: Cut): readonly { process: number; index: number }[] {
  return order.logs.flatMap((log, process) => {
    const index = cut[process] as number;
    if (index >= log.length) return [];
    const mayCome = order.needs(process, index).every((count, other) => count <= (cut[other] as number));
    return mayCome ? [{ process, index }] : [];
  });
}

/** Among the cuts with most events matched, the least next event by process, then by its place there. */
export function firstUnmatched(order: EventOrder, maximal: readonly MaximalCut[]): TraceEvent | undefined {
  const most = maximal.reduce((size, { cut }) => Math.max(size, cutSize(cut)), 0);
  const [least] = maximal
    .filter((candidate) => cutSize(candidate.cut) === most)
    .flatMap(({ cut }) => nextEvents(order, cut))
    .toSorted((one, other) => one.process - other.process || one.index - other.index);
  return least && order.logs[least.process]?.[least.index];
}
