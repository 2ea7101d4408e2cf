import type { Cluster, LedgerRecord, NodeId } from '@synod/roles';
import { openWorld, type World, type WorldOptions } from '../world/world.js';
import type { View } from './view.js';

/** A view that also has the world in it. */
export interface WorldView extends View {
  readonly world: World;
}

/** A cluster in which nothing has happened yet, to be narrated. */
export function openView(cluster: Cluster, options: WorldOptions = {}): WorldView {
  const world = openWorld(cluster, options);
  // What each ledger has, read again only after a move that may have changed it; and how much of that is there for certain.
  const read = new Map<NodeId, { readonly length: number; readonly records: readonly LedgerRecord[] }>();
  const certain = new Map<NodeId, number>();
  const recordsOf = (id: NodeId): readonly LedgerRecord[] => {
    const { disk } = world.node(id);
    const known = read.get(id);
    if (known?.length === disk.length) return known.records;
    const records = world.node(id).records();
    read.set(id, { length: disk.length, records });
    return records;
  };
  return {
    world,
    apply(move) {
      if (!world.apply(move)) return false;
      const id = 'node' in move ? move.node : move.to;
      if (move.move === 'crash' || move.move === 'restart') read.delete(id);
      const { disk } = world.node(id);
      // A disk that has nothing to do has it all for certain.
      if (disk.durable === disk.length) certain.set(id, recordsOf(id).length);
      return true;
    },
    look(id) {
      const { up, state } = world.node(id);
      const records = recordsOf(id);
      const durable = certain.get(id) ?? 0;
      return { state, down: !up, durable: records.slice(0, durable), unsynced: records.slice(durable) };
    },
    underway: () => world.messages,
  };
}
