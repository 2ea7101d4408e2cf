import { anyStep, Matcher } from '../matcher.js';
import { type Cut, cutSize } from '../outcome.js';
import { searchPartial } from '../partial-search.js';
import type { SuggestionReport } from '../report.js';
import type { SearchOptions } from '../search-options.js';
import { TotalSearch } from '../total-search.js';
import type { TraceEvent } from '../trace.js';
import { nextEvents, type Validation } from '../validate.js';

/** How many longest prefixes are tried, and how many suggestions are made. */
const triedPrefixes = 20;
const mostSuggestions = 10;

/**
 * Which steps, had they happened without being logged, would let a diverging trace go on: a single step before the
 * first event that does not match, or an action added to the hidden ones. Those that get furthest come first.
 */
export function suggestHidden(
  validation: Validation,
  options: SearchOptions = {},
): readonly SuggestionReport[] {
  const { outcome } = validation;
  const found = [...lostSteps(validation, options), ...hiddenActions(validation, options)];
  return found
    .filter(({ matched }) => matched > outcome.matched)
    .toSorted(
      (one, other) =>
        other.matched - one.matched || Number(other.type === 'once') - Number(one.type === 'once'),
    )
    .slice(0, mostSuggestions);
}

/** Each step possible after a longest prefix that makes one of the next events possible. */
function lostSteps(validation: Validation, options: SearchOptions): readonly SuggestionReport[] {
  const { outcome, order, search, space, trace } = validation;
  const best = new Map<string, SuggestionReport>();
  for (const { cut, states } of outcome.maximal.slice(0, triedPrefixes)) {
    const next = nextEvents(order, cut).map(({ process, index }) => search.kinds[process]?.[index] as number);
    const targets = new Map<string, Set<number>>();
    for (const state of new Set(states.flatMap((from) => search.matcher.closure(from)))) {
      for (const { label, to } of space.steps(state, anyStep)) {
        if (trace.header.hidden.includes(label.action)) continue;
        if (!next.some((kind) => search.matcher.after(kind, to).length > 0)) continue;
        const known = targets.get(label.key);
        if (known === undefined) targets.set(label.key, new Set([to]));
        else known.add(to);
      }
    }
    for (const [step, reached] of targets) {
      const matched = furthest(validation, search.matcher, cut, [...reached], options);
      if (matched <= (best.get(step)?.matched ?? -1)) continue;
      best.set(step, { type: 'once', step, matched, conforms: matched === trace.events.length });
    }
  }
  return [...best.values()];
}

/** Each action that is not hidden, made so. */
function hiddenActions(validation: Validation, options: SearchOptions): readonly SuggestionReport[] {
  const { search, space, trace, order } = validation;
  const { hidden } = trace.header;
  return [...space.actions.keys()]
    .filter((action) => !hidden.includes(action))
    .map((action) => {
      const questions = [...hidden, action].map((name) => ({ action: name, parameters: [] }));
      const matcher = new Matcher(space, search.binder.kinds, questions, options);
      const matched = furthest(
        validation,
        matcher,
        order.logs.map(() => 0),
        search.starts,
        options,
      );
      return { type: 'hidden', step: action, matched, conforms: matched === trace.events.length };
    });
}

/** The most events that can be matched from a cut and states on. */
function furthest(
  { order, search, trace }: Validation,
  matcher: Matcher,
  cut: Cut,
  states: readonly number[],
  options: SearchOptions,
): number {
  if (states.length === 0) return cutSize(cut);
  if (trace.header.order === 'total') {
    const [kinds = []] = search.kinds;
    const [first = 0] = cut;
    const rest = new TotalSearch(matcher, states, options);
    while (first + rest.matched < kinds.length) {
      const next = first + rest.matched;
      if (!rest.push(kinds[next] as number, order.logs[0]?.[next] as TraceEvent)) break;
    }
    return first + rest.matched;
  }
  const kinds = search.kinds.map((log) => Array.from(log));
  const { end, stuck } = searchPartial(matcher, order, kinds, states, options, cut);
  return end === undefined
    ? stuck.reduce((most, found) => Math.max(most, cutSize(found.cut)), 0)
    : trace.events.length;
}
