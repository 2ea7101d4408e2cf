import type { Cluster, NodeId } from '@synod/roles';
import type { Move } from '../move.js';
import type { Random } from '../random/random.js';
import type { World } from '../world/world.js';
import type { Agenda } from './agenda.js';
import type { FaultName, Faults } from './faults.js';
import type { Happening } from './happening.js';
import type { Weather } from './weather.js';

/** One simulation while it runs. */
export interface Sky {
  readonly cluster: Cluster;
  readonly world: World;
  readonly random: Random;
  readonly faults: Faults;
  readonly weather: Weather;
  readonly agenda: Agenda<Happening>;
  readonly values: readonly string[];
  /** Milliseconds since the start. */
  now: number;
  /** Whether nothing goes wrong any more. */
  calm: boolean;
  /** How many moves were made. */
  moves: number;
  /** Some nodes that are cut off from the others; one way: they can hear, and are not heard. */
  cut: { readonly side: ReadonlySet<NodeId>; readonly oneWay: boolean } | undefined;
  /** How often each node has crashed. */
  readonly lives: Map<NodeId, number>;
  /** Nodes that wait for their disk. */
  readonly syncing: Set<NodeId>;
  /** The node that does not start again, if there is one. */
  readonly mortal: NodeId | undefined;
  readonly count: (fault: FaultName) => void;
}

/** Makes a move. */
export function make(sky: Sky, move: Move): boolean {
  if (!sky.world.apply(move)) return false;
  sky.moves += 1;
  return true;
}

/** What a role draws: in 1024ths, so that it is short in a file. */
export function drawChance({ random }: Sky): number {
  return (random.next() >>> 22) / 1024;
}

/** One of several; there must be one. */
export function oneOf<T>({ random }: Pick<Sky, 'random'>, several: readonly T[]): T {
  const one = several[random.below(several.length)];
  if (one === undefined) throw new RangeError('there is nothing to choose from.');
  return one;
}
