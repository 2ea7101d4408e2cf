import type { NodeId } from '@synod/roles';
import type { InFlight } from '../world/network.js';
import { nameOf } from '../world/network.js';
import type { Hooks } from '../world/world.js';
import type { Sky } from './sky.js';

/** Says when what is pending happens: messages arrive, timers ring, disks are done. */
export function scheduleHooks(sky: () => Sky, nodes: readonly NodeId[]): Hooks {
  const places = new Map(nodes.map((node, at) => [node, at]));
  const last = new Array<number>(nodes.length * nodes.length).fill(0);
  const place = (node: NodeId): number => places.get(node) ?? 0;
  return {
    sent(flight) {
      const link = place(flight.from) * nodes.length + place(flight.to);
      const time = arrival(sky(), flight, last[link] ?? 0, place(flight.to));
      last[link] = Math.max(time, last[link] ?? 0);
      sky().agenda.add(time, { type: 'arrival', name: nameOf(flight) });
    },
    timer(node, of, id, delay) {
      const { weather, random, agenda, now, calm, lives, count } = sky();
      const speed = calm ? 100 : (weather.speed[place(node)] ?? 100);
      if (speed !== 100) count('skew');
      const due = weather.wild && !calm ? random.wait(weather.latency) : Math.floor((delay * 100) / speed);
      const time = calm ? due : due * 2 ** weather.patience;
      agenda.add(now + time, { type: 'timer', node, of, id, life: lives.get(node) ?? 0 });
    },
    wrote(node) {
      const { weather, random, agenda, now, calm, lives, syncing, count } = sky();
      if (syncing.has(node)) return;
      syncing.add(node);
      const usual = calm ? 1 : (weather.disk[place(node)] ?? 1);
      if (usual > 4) count('slow-disk');
      const time = weather.wild && !calm ? random.wait(weather.latency) : random.below(2 * usual);
      agenda.add(now + time, { type: 'sync', node, life: lives.get(node) ?? 0 });
    },
  };
}

/**
 * @param before when the last message between the two nodes arrives
 * @param place the number of the node that it goes to
 */
function arrival(
  { weather, random, now, calm, count }: Sky,
  { from, to, message }: InFlight,
  before: number,
  place: number,
): number {
  if (from === to) return Math.max(now, before);
  if (calm) return now + 1 + random.below(8);
  const { wild, late, overtaking, slowTypes, slowNodes } = weather;
  const latency = weather.latency << Math.max(slowTypes[message.type] ?? 0, slowNodes[place] ?? 0);
  let time = now + (wild ? random.wait(latency) : 1 + random.below(2 * latency));
  if (random.happens(late)) {
    count('delay');
    time += random.wait(32 * latency);
  }
  if (!overtaking) return Math.max(time, before);
  if (time < before) count('reordering');
  return time;
}
