import type { Emit, Engine } from '../engine.js';
import type { Checks } from './checks.js';
import type { Keys } from './keys.js';
import type { Problem } from './problem.js';
import { Recent } from './recent.js';
import { type SettleOptions, settler } from './settle.js';
import { finished, hashOf, mixed, type StateTable } from './state-table.js';
import { Waiting } from './waiting.js';

/**
 * Successors on their way into the table. They go in many at a time: memory is read for all of them before the first is looked
 * at, and the processor waits for all at once.
 */
export interface Batch {
  /** States that were generated so far, those included that are waiting. */
  readonly generated: number;
  readonly problem: Problem | undefined;
  /** Whether there are states for which the table has no room. */
  readonly isFull: boolean;
  /** Is told of initial states. */
  readonly initial: Emit;
  /** Is told of successors of the state in this row, which lies here. */
  from(row: number, states: Int32Array, at: number): Emit;
  /** Adds what is waiting, as far as there is room, and checks it. */
  flush(): void;
}

export function batch(
  engine: Engine,
  table: StateTable,
  keys: Keys,
  checks: Checks,
  options: SettleOptions,
): Batch {
  const { successor, width } = engine;
  const waiting = new Waiting(keys);
  // Nothing is asked of a state that is known, unless of the step to it.
  const recent = checks.step === undefined && checks.within === undefined ? new Recent(width) : undefined;
  const settle = settler(table, waiting, checks, options);
  let [generated, parent, parentAt] = [0, -1, 0];
  let problem: Problem | undefined;
  let isFull = false;
  let parentStates: Int32Array = successor;

  const flush = (): void => {
    if (problem !== undefined) return;
    const settled = settle();
    ({ problem, isFull } = settled);
    // What was generated after it does not count: nobody looks at it.
    if (problem !== undefined) generated = settled.generated;
  };
  const wait = (hash: number): void => {
    if (recent?.has(successor, hash) === true) return;
    if (waiting.count === waiting.capacity) {
      flush();
      if (problem !== undefined) return;
      if (waiting.count === waiting.capacity) waiting.grow();
    }
    waiting.add(successor, hash, parent, generated);
  };
  const emit = (): void => {
    if (problem !== undefined) return;
    generated += engine.multiplicity ?? 1;
    let isChanged = false;
    let hash = 0;
    for (let i = 0; i < width; i++) {
      const word = successor[i] as number;
      if (word !== parentStates[parentAt + i]) isChanged = true;
      hash = mixed(hash, word);
    }
    // A step that changes nothing leads to a state that is known, and is a step of every [A]_v.
    if (isChanged) wait(finished(hash));
  };
  return {
    get generated() {
      return generated;
    },
    get problem() {
      return problem;
    },
    get isFull() {
      return isFull;
    },
    initial() {
      if (problem !== undefined) return;
      generated += engine.multiplicity ?? 1;
      wait(hashOf(successor, 0, width));
    },
    from(row, states, at) {
      parent = row;
      parentStates = states;
      parentAt = at;
      return emit;
    },
    flush,
  };
}
