import type { Cluster, NodeId } from '@synod/roles';
import type { Protocol } from '../protocol.js';
import { randomFrom } from '../random/random.js';
import type { Run } from '../run.js';
import { hookedWorld } from '../world/world.js';
import { newAgenda } from './agenda.js';
import type { FaultName, Faults } from './faults.js';
import { happen } from './happen.js';
import type { Happening } from './happening.js';
import { scheduleHooks } from './schedule-hooks.js';
import { oneOf, type Sky } from './sky.js';
import { drawWeather } from './weather.js';

export interface SimulateOptions {
  readonly cluster: Cluster;
  /** What clients propose, at nodes and times by chance. At least one. */
  readonly values: readonly string[];
  readonly faults: Faults;
  /** After how many moves a run ends, if it has not ended before. Default: 2000. */
  readonly moves?: number | undefined;
  /**
   * What an event carries: what its node sees of the state (default), or all of it. With `all`, validating the trace in its total
   * order checks the refinement mapping at every step.
   */
  readonly observe?: 'own' | 'all' | undefined;
  readonly protocol?: Protocol | undefined;
  /** Called whenever something goes wrong. */
  readonly count?: ((fault: FaultName) => void) | undefined;
}

/**
 * One execution, drawn from a seed: the same seed and options give the same run on every machine. It ends when nothing goes wrong any
 * more and every learner that is up knows what was chosen; or at a limit of moves or of simulated time.
 *
 * @param seed a whole number from 0 to 2^53 - 1
 * @throws RangeError if there is no value to propose
 */
export function simulate(seed: number, options: SimulateOptions): Run {
  const { moves = 2000 } = options;
  const sky = open(seed, options);
  invite(sky);
  const { world, agenda, weather, cluster } = sky;
  const end = lastMoment(weather.calm, cluster);
  while (sky.moves < moves) {
    const due = agenda.take();
    if (due === undefined || due.time > end) break;
    sky.now = due.time;
    happen(sky, due.what);
    if (sky.calm && (!weather.drain || world.messages.length === 0) && allKnow(sky)) break;
  }
  return world.run(seed);
}

/** Where proposers run out of ballots, learners would ask for ever. */
function lastMoment(calm: number, { timing, lastBallot }: Cluster): number {
  const { retry, tries, backoff } = timing;
  return calm + (lastBallot === undefined ? 60 * retry + 4 * backoff.most : (tries + 2) * retry);
}

function open(seed: number, { cluster, values, faults, observe, protocol, count }: SimulateOptions): Sky {
  if (values.length === 0) throw new RangeError('there is no value to propose: give at least one.');
  const random = randomFrom(seed);
  const nodes = [...new Set([...cluster.acceptors, ...cluster.proposers, ...cluster.learners])];
  const world = hookedWorld(
    cluster,
    { observe, protocol },
    scheduleHooks(() => sky, nodes),
  );
  const sky: Sky = {
    cluster,
    world,
    random,
    faults,
    values,
    weather: drawWeather(random, faults, nodes.length, cluster.lastBallot !== undefined),
    agenda: newAgenda<Happening>(),
    now: 0,
    calm: false,
    moves: 0,
    cut: undefined,
    lives: new Map(nodes.map((node) => [node, 0])),
    syncing: new Set(),
    mortal: faults.has('crash') && random.happens(128) ? oneOf({ random }, nodes) : undefined,
    count: count ?? (() => {}),
  };
  return sky;
}

/** Puts on the agenda what comes from outside: clients, crashes, partitions, and when they end. */
function invite(sky: Sky): void {
  const { agenda, random, weather, cluster, world } = sky;
  const { calm } = weather;
  const time = (): number => Math.floor((random.below(65536) * calm) / 65536);
  agenda.add(calm, { type: 'calm' });
  const propose = (at: number, node: NodeId): void =>
    agenda.add(at, { type: 'propose', node, value: oneOf(sky, sky.values) });
  // The lowest ballots first, more often: then the others overlap with them.
  const first = Math.min(random.below(cluster.proposers.length), random.below(cluster.proposers.length));
  propose(0, cluster.proposers[first] ?? oneOf(sky, cluster.proposers));
  const together = 1 + (weather.latency << (random.below(5) + (cluster.lastBallot === undefined ? 0 : 1)));
  for (const node of cluster.proposers)
    if (random.happens(weather.rivals)) propose(random.below(together), node);
  for (let more = random.below(3); more > 0; more -= 1) propose(time(), oneOf(sky, cluster.proposers));
  for (let queries = random.below(3); queries > 0; queries -= 1) {
    agenda.add(time(), { type: 'query', node: oneOf(sky, cluster.learners) });
  }
  for (let crashes = weather.crashes; crashes > 0; crashes -= 1) {
    agenda.add(time(), { type: 'crash', node: oneOf(sky, world.nodes) });
  }
  for (let partings = weather.partings; partings > 0; partings -= 1) {
    const [from, until] = [time(), time()];
    agenda.add(Math.min(from, until), { type: 'part', until: Math.max(from, until) });
  }
}

/** What a learner knows counts when it has said so, which waits for the disk. */
function allKnow({ world, cluster }: Sky): boolean {
  return cluster.learners.every((id) => {
    const { up, state, waiting } = world.node(id);
    return !up || (waiting === 0 && state.learner?.chosen !== undefined);
  });
}
