import type { Engine } from '../engine.js';
import type { PathState } from './exploration.js';
import type { StateTable } from './state-table.js';

/**
 * The states on the way to a row, from an initial one: a shortest way, as each state's parent is one that it was first found
 * from.
 *
 * @param last the words of one more state behind it
 */
export function pathTo(
  engine: Engine,
  table: StateTable,
  row: number,
  last: Int32Array | undefined,
): readonly PathState[] {
  const path: PathState[] = last === undefined ? [] : [engine.decode(last, 0)];
  for (let at = row; at >= 0; at = table.parent(at)) {
    path.push(engine.decode(table.segment(at), table.start(at) + table.layout.stateAt));
  }
  return path.toReversed();
}
