import { searchDepthFirst } from './depth-search.js';
import { Independence, regionOf } from './independence.js';
import { searchByLevels, searchNarrowly } from './level-search.js';
import type { Matcher } from './matcher.js';
import type { EventOrder } from './order.js';
import { type Cut, cutSize, type MaximalCut } from './outcome.js';
import { PartialMoves } from './partial-moves.js';
import { defaultMaxFrontier, type SearchOptions } from './search-options.js';
import { StubbornSets } from './stubborn.js';
import type { Walk } from './walk.js';

/** The patience where none is given. */
const defaultPatience = 20_000;

/** How many answers of a kind in a state may be needed to find out which events commute. */
const largestRegion = 10_000_000;

/** What a search of a partial order came to. */
export interface PartialResult {
  /** The last pair of a behaviour that takes every event; undefined if none does. */
  readonly end: Found | undefined;
  /** The pairs that nothing follows, if no behaviour takes every event: every maximal cut is among their cuts. */
  readonly stuck: readonly Found[];
  readonly visited: number;
}

/** A pair of a cut and a state. */
export interface Found {
  readonly cut: Cut;
  readonly state: number;
  /** How it was reached, if that was kept. */
  walk(): Walk | undefined;
}

/**
 * Follows a partial order over pairs of a cut and a state. First depth first, which is quick where a behaviour takes
 * every event. If that takes long, level by level with stubborn sets, so that events which commute are taken in one
 * order only: near the order in which things seem to have happened, and if no behaviour is found there, wholly.
 *
 * @param from the events already taken; none unless given
 * @throws InputError with the code `limit` if it may not go on
 */
export function searchPartial(
  matcher: Matcher,
  order: EventOrder,
  kinds: readonly (readonly number[])[],
  starts: readonly number[],
  options: SearchOptions = {},
  from: Cut = kinds.map(() => 0),
): PartialResult {
  const { patience = defaultPatience, maxFrontier = defaultMaxFrontier } = options;
  const pairs = starts.map((state) => Int32Array.from([...from, state]));
  const moves = new PartialMoves(matcher, order, kinds);
  const quick = searchDepthFirst(moves, order, pairs, Math.min(patience, maxFrontier));
  if (quick !== undefined) return quick;
  const distinct = [...new Set(kinds.flat())];
  const region = regionOf(matcher, starts, distinct, Math.ceil(largestRegion / distinct.length));
  const independence = region && new Independence(matcher, region, Math.max(...distinct) + 1);
  const stubborn = independence && new StubbornSets(order, kinds, independence);
  const reduced = new PartialMoves(matcher, order, kinds, stubborn);
  return searchNarrowly(reduced, order, pairs, options) ?? searchByLevels(reduced, order, pairs, options);
}

/** The maximal cuts among those of pairs that nothing follows, with all states of each. */
export function maximalCuts(stuck: readonly Found[]): readonly (MaximalCut & { readonly found: Found })[] {
  const byCut = new Map<string, { found: Found; states: Set<number> }>();
  for (const found of stuck) {
    const name = found.cut.join(' ');
    const known = byCut.get(name);
    if (known === undefined) byCut.set(name, { found, states: new Set([found.state]) });
    else known.states.add(found.state);
  }
  const largestFirst = [...byCut.values()].toSorted((one, other) =>
    compareCuts(one.found.cut, other.found.cut),
  );
  const maximal: { found: Found; states: Set<number> }[] = [];
  for (const candidate of largestFirst) {
    const { cut } = candidate.found;
    const isWithin = maximal.some(({ found }) => found.cut.every((count, i) => count >= (cut[i] as number)));
    if (!isWithin) maximal.push(candidate);
  }
  return maximal.map(({ found, states }) => ({ cut: found.cut, states: [...states], found }));
}

/** Those with most events first; of as many, those that have fewer of the first process. */
function compareCuts(one: Cut, other: Cut): number {
  const bySize = cutSize(other) - cutSize(one);
  if (bySize !== 0) return bySize;
  const index = one.findIndex((count, process) => count !== other[process]);
  return index < 0 ? 0 : (one[index] as number) - (other[index] as number);
}
