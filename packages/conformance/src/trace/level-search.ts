import { TupleTable } from '@synod/spec';
import type { EventOrder } from './order.js';
import type { PartialMoves } from './partial-moves.js';
import type { Found, PartialResult } from './partial-search.js';
import { defaultMaxFrontier, limitReached, outOfTime, type SearchOptions } from './search-options.js';

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
        cut: [...pair.slice(0, -1)],
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
    level = next;
  }
  return { end: undefined, stuck, visited };
}
