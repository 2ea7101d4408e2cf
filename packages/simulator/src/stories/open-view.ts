import type { Cluster, NodeId } from '@synod/roles';
import { openWorld, type World, type WorldOptions } from '../world/world.js';
import type { View } from './view.js';

/** A view that also has the world in it. */
export interface WorldView extends View {
  readonly world: World;
}

/** A cluster in which nothing has happened yet, to be narrated. */
export function openView(cluster: Cluster, options: WorldOptions = {}): WorldView {
  const world = openWorld(cluster, options);
  // How many records of a ledger are there for certain: all, whenever the disk has nothing else to do.
  const certain = new Map<NodeId, number>();
  return {
    world,
    apply(move) {
      if (!world.apply(move)) return false;
      const id = 'node' in move ? move.node : move.to;
      const node = world.node(id);
      if (node.disk.durable === node.disk.length) certain.set(id, node.records().length);
      return true;
    },
    look(id) {
      const node = world.node(id);
      const { up, state } = node;
      const records = node.records();
      const durable = certain.get(id) ?? 0;
      return { state, down: !up, durable: records.slice(0, durable), unsynced: records.slice(durable) };
    },
    underway: () => world.messages,
  };
}
