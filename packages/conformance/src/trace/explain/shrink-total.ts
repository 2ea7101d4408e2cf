import type { MismatchReport } from '../report.js';
import { outOfTime, type SearchOptions } from '../search-options.js';
import type { TraceEvent } from '../trace.js';
import type { Validation } from '../validate.js';
import { eventReports } from './explain-trace.js';
import { type ExplainGuards, mismatch } from './mismatch.js';
import { reasonText } from './reason.js';

/** How many choices of events are looked at before it is given up. */
const mostChoices = 200_000;

/** Some events taken in their order, and the states possible after them. */
interface Choice {
  readonly states: readonly number[];
  /** The index of the event after the last one taken. */
  readonly next: number;
  readonly last: TraceEvent | undefined;
  readonly before: Choice | undefined;
}

/**
 * The fewest events of a total order after which the first unmatched one fails for the same reason: breadth first over
 * the sets of states that choices of events lead to. Undefined if there are too many.
 */
export function shortestTotal(
  validation: Validation,
  guards: ExplainGuards | undefined,
  options: SearchOptions,
): readonly TraceEvent[] | undefined {
  const { order, outcome, search, space } = validation;
  const [events = []] = order.logs;
  const [kinds = []] = search.kinds;
  const [cut] = outcome.maximal;
  const bad = outcome.matched;
  const first = events[bad] as TraceEvent;
  const report = eventReports(validation).get(first) as MismatchReport['event'];
  const kind = search.binder.kinds[kinds[bad] as number] as (typeof search.binder.kinds)[number];
  const reason = (states: readonly number[]): string => {
    const reachable = [...new Set(states.flatMap((state) => search.matcher.closure(state)))];
    return reasonText(mismatch(space, reachable, kind, report, guards));
  };
  const wanted = reason(cut?.states ?? []);
  const fails = (states: readonly number[]): boolean =>
    states.every((state) => search.matcher.after(kinds[bad] as number, state).length === 0) &&
    reason(states) === wanted;

  const earliest = new Map<string, number>();
  let looked = 0;
  let choices: Choice[] = [{ states: search.starts, next: 0, last: undefined, before: undefined }];
  if (fails(search.starts)) return [first];
  while (choices.length > 0) {
    const longer: Choice[] = [];
    for (const choice of choices) {
      if (options.expired?.() === true) throw outOfTime(bad, first.place);
      for (let i = choice.next; i < bad; i++) {
        if (++looked > mostChoices) return undefined;
        const states = after(search.matcher, kinds[i] as number, choice.states);
        if (states.length === 0) continue;
        const name = states.join(' ');
        const known = earliest.get(name);
        if (known !== undefined && known <= i) continue;
        const taken = { states, next: i + 1, last: events[i], before: choice };
        if (known === undefined && fails(states)) return [...eventsOf(taken), first];
        earliest.set(name, i);
        longer.push(taken);
      }
    }
    choices = longer;
  }
  return undefined;
}

function after(
  matcher: Validation['search']['matcher'],
  kind: number,
  states: readonly number[],
): readonly number[] {
  const reached = new Set<number>();
  for (const state of states) for (const next of matcher.after(kind, state)) reached.add(next);
  return [...reached].toSorted((one, other) => one - other);
}

function eventsOf(choice: Choice): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let at: Choice | undefined = choice; at?.last !== undefined; at = at.before) events.push(at.last);
  return events.toReversed();
}
