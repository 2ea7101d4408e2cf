import type { Run, Schedule } from './run.js';
import { openWorld, type WorldOptions } from './world/world.js';

/** Lets happen again what a schedule says. Moves that are not possible are passed over. */
export function replay({ cluster, moves, seed }: Schedule, options: WorldOptions = {}): Run {
  const world = openWorld(cluster, options);
  for (const move of moves) world.apply(move);
  return world.run(seed);
}
