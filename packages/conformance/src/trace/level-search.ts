import { TupleTable } from '@synod/spec';
import { prioritiesOf } from './depth-search.js';
import type { EventOrder } from './order.js';
import type { PartialMoves } from './partial-moves.js';
import type { Found, PartialResult } from './partial-search.js';
import { defaultMaxFrontier, limitReached, outOfTime, type SearchOptions } from './search-options.js';

/**
 * Searches level by level as {@link searchByLevels} does, but of a level that is too wide keeps only the cuts that are
 * nearest to the order in which things seem to have happened. So it can only find a behaviour, not that there is none.
 *
 * @returns nothing if it finds none
 */
export function searchNarrowly(
  moves: PartialMoves,
  order: EventOrder,
  starts: readonly Int32Array[],
  options: SearchOptions,
): PartialResult | undefined {
  const ranks = ranksOf(order);
  const score = (level: TupleTable, row: number): number =>
    ranks.reduce((sum, sums, process) => sum + (sums[level.at(row, process)] as number), 0);
  const result = search(moves, order, starts, options, (level) => {
    if (level.size <= narrow) return level;
    const scores = Float64Array.from({ length: level.size }, (_, row) => score(level, row));
    const best = Array.from(scores.keys()).toSorted(
      (one, other) => (scores[one] as number) - (scores[other] as number),
    );
    const kept = new TupleTable(level.width);
    for (const row of best.slice(0, narrow)) kept.add(rowOf(level, row));
    return kept;
  });
  return result.end === undefined ? undefined : result;
}

/** How many pairs of a level are kept then. */
const narrow = 300;

/** For each process and number of events taken, the sum of the places that they have among all, by when they seem to have happened. */
function ranksOf(order: EventOrder): readonly (readonly number[])[] {
  const priorities = prioritiesOf(order);
  const sorted = priorities.flat().toSorted((one, other) => one - other);
  const ranks = new Map(sorted.map((priority, rank) => [priority, rank]));
  return priorities.map((log) => {
    const sums = [0];
    for (const priority of log) sums.push((sums.at(-1) as number) + (ranks.get(priority) as number));
    return sums;
  });
}

function rowOf(level: TupleTable, row: number): Int32Array {
  return Int32Array.from({ length: level.width }, (_, column) => level.at(row, column));
}

/**
 * Searches level by level: all cuts with one event, then all with two. Only two levels are kept, so that what it takes
 * depends on how much is concurrent and not on how long the logs are.
 *
 * @throws InputError with the code `limit` if a level is too large, or the time is over
 */
export function searchByLevels(
  moves: PartialMoves,
  order: EventOrder,
  starts: readonly Int32Array[],
  options: SearchOptions,
): PartialResult {
  return search(moves, order, starts, options, (level) => level);
}

function search(
  moves: PartialMoves,
  order: EventOrder,
  starts: readonly Int32Array[],
  options: SearchOptions,
  keep: (level: TupleTable) => TupleTable,
): PartialResult {
  const most = options.maxFrontier ?? defaultMaxFrontier;
  const place = order.logs[0]?.[0]?.place;
  const pair = new Int32Array(moves.width + 1);
  const stuck: Found[] = [];
  let visited = 0;
  let level = new TupleTable(moves.width + 1);
  for (const start of starts) level.add(start);
  while (level.size > 0) {
    const next = new TupleTable(moves.width + 1);
    for (let row = 0; row < level.size; row++) {
      for (let i = 0; i < pair.length; i++) pair[i] = level.at(row, i);
      if ((++visited & 255) === 0 && options.expired?.() === true) throw outOfTime(moves.size(pair), place);
      const chosen = moves.choose(pair);
      for (const process of chosen) moves.take(pair, process, (reached) => next.add(reached));
      if (chosen.length > 0) continue;
      const found = {
        cut: Array.from(pair.subarray(0, moves.width)),
        state: pair[moves.width] as number,
        walk: () => undefined,
      };
      if (moves.size(pair) === moves.events) return { end: found, stuck: [], visited };
      stuck.push(found);
    }
    if (next.size > most) {
      const message = `more than ${most} pairs of a cut and a state are possible after ${moves.size(pair) + 1} of ${moves.events} events: give a greater --max-frontier, or log more of what happens.`;
      throw limitReached(message, place);
    }
    level = keep(next);
  }
  return { end: undefined, stuck, visited };
}
