import type { NodeId } from '@synod/roles';
import type { MessageName } from '../move.js';
import type { Happening } from './happening.js';
import { drawChance, make, oneOf, type Sky } from './sky.js';

/** Lets happen what is due. */
export function happen(sky: Sky, what: Happening): void {
  switch (what.type) {
    case 'arrival':
      arrive(sky, what.name);
      return;
    case 'timer':
      ring(sky, what);
      return;
    case 'sync':
      syncDisk(sky, what.node, what.life);
      return;
    case 'propose':
      make(sky, { move: 'propose', node: what.node, value: what.value });
      return;
    case 'query':
      make(sky, { move: 'query', node: what.node });
      return;
    case 'crash':
      if (!sky.calm) crash(sky, what.node, 'disk');
      return;
    case 'restart':
      restart(sky, what.node);
      return;
    case 'part':
      part(sky, what.until);
      return;
    case 'heal':
      sky.cut = undefined;
      return;
    case 'calm':
      becalm(sky);
  }
}

function arrive(sky: Sky, name: MessageName): void {
  const { random, weather, calm, world, count } = sky;
  const { from, to } = name;
  const apart = !calm && isCut(sky, from, to);
  if (apart) count(sky.cut?.oneWay === true ? 'one-way' : 'partition');
  const lost = !calm && from !== to && random.happens(weather.loss[name.type] ?? 0);
  if (lost) count('loss');
  if (apart || lost || !world.node(to).up) {
    make(sky, { move: 'lose', ...name });
    return;
  }
  if (!calm && from !== to && random.happens(weather.twice)) {
    count('duplication');
    make(sky, { move: 'duplicate', ...name });
  }
  const chance = name.type === 'rejected' ? { chance: drawChance(sky) } : {};
  make(sky, { move: 'deliver', ...name, ...chance });
}

function isCut({ cut }: Sky, from: NodeId, to: NodeId): boolean {
  if (cut === undefined || cut.side.has(from) === cut.side.has(to)) return false;
  return !cut.oneWay || cut.side.has(from);
}

function ring(sky: Sky, { node, of, id, life }: Happening & { readonly type: 'timer' }): void {
  if (sky.lives.get(node) !== life || sky.world.node(node).timer(of) !== id) return;
  make(sky, { move: 'timeout', node, of, chance: drawChance(sky) });
}

function syncDisk(sky: Sky, node: NodeId, life: number): void {
  if (sky.lives.get(node) !== life) return;
  sky.syncing.delete(node);
  const { random, weather, calm } = sky;
  if (calm || !random.happens(weather.worstMoment)) make(sky, { move: 'sync', node });
  else crash(sky, node, oneOf(sky, ['ledger', 'trace', 'disk'] as const));
}

function crash(sky: Sky, node: NodeId, moment: 'ledger' | 'trace' | 'disk'): void {
  const between = moment === 'disk' ? undefined : moment;
  const { random, weather, faults, agenda, lives, syncing, count, world, now } = sky;
  const { durable, length } = world.node(node).disk;
  const unsynced = length - durable;
  const kept = between === undefined && faults.has('torn') ? random.below(Math.min(unsynced, 65535) + 1) : 0;
  const how = {
    ...(kept > 0 ? { kept } : {}),
    ...(between === undefined ? {} : { between }),
  };
  if (!make(sky, { move: 'crash', node, ...how })) return;
  count('crash');
  if (kept > 0 && kept < unsynced) count('torn');
  lives.set(node, (lives.get(node) ?? 0) + 1);
  syncing.delete(node);
  if (node !== sky.mortal) {
    agenda.add(now + random.wait(weather.latency << random.below(6)), { type: 'restart', node });
  }
}

/** Its client has got no answer, and tries again. */
function restart(sky: Sky, node: NodeId): void {
  if (!make(sky, { move: 'restart', node })) return;
  if (!sky.cluster.proposers.includes(node) || !sky.random.happens(512)) return;
  make(sky, { move: 'propose', node, value: oneOf(sky, sky.values) });
}

function part(sky: Sky, until: number): void {
  if (sky.calm) return;
  const { random, faults, world, agenda } = sky;
  const side = new Set(world.nodes.filter(() => random.happens(512)));
  const oneWay = faults.has('one-way') && (!faults.has('partition') || random.happens(512));
  sky.cut = { side, oneWay };
  agenda.add(until, { type: 'heal' });
}

/** Whoever is down starts, and clients want to know: from now on, a value can be chosen and everybody can know it. */
function becalm(sky: Sky): void {
  const { world, agenda, random, cluster, now } = sky;
  sky.calm = true;
  sky.cut = undefined;
  const up = world.nodes.filter((node) => world.node(node).up || node !== sky.mortal);
  for (const node of up) {
    if (!world.node(node).up) make(sky, { move: 'restart', node });
    if (world.node(node).state.learner?.chosen === undefined && cluster.learners.includes(node)) {
      agenda.add(now + random.below(100), { type: 'query', node });
    }
  }
  const proposers = cluster.proposers.filter((node) => up.includes(node));
  if (proposers.length === 0 || sky.values.length === 0) return;
  agenda.add(now + random.below(100), {
    type: 'propose',
    node: oneOf(sky, proposers),
    value: oneOf(sky, sky.values),
  });
}
