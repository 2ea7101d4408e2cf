import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import type { StateTable } from './state-table.js';

/**
 * Says whether there is memory for the table to grow, and for what the engine itself keeps: its values.
 *
 * @param most bytes for states; half of what there is, unless given
 */
export function memoryFor(table: StateTable, most: number = machine() / 2): () => boolean {
  return () => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    return table.bytesGrown <= most && used < limit * 0.9;
  };
}

function machine(): number {
  // A container may have less than its machine; 0 or a number without meaning says that it has not.
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(totalmem(), constrained) : totalmem();
}
