import type { Checks } from './checks.js';
import { evaluationError } from './errors.js';
import type { Problem } from './problem.js';
import { full, type StateTable } from './state-table.js';
import type { Waiting } from './waiting.js';

export interface SettleOptions {
  /** Lets the table grow, and says whether it could; undefined if this thread may not. */
  readonly makeRoom: (() => boolean) | undefined;
  /** The most states. */
  readonly limit: number;
}

/** Whether something is wrong with a state, or there was no room for one: it still waits then. */
export interface Settled {
  readonly problem: Problem | undefined;
  readonly isFull: boolean;
  /** How many states had been generated when something was wrong. */
  readonly generated: number;
}

const done: Settled = { problem: undefined, isFull: false, generated: 0 };
const noRoom: Settled = { problem: undefined, isFull: true, generated: 0 };

/** Puts waiting states into the table, and checks them, in their order: until something is wrong, or there is no room. */
export function settler(
  table: StateTable,
  waiting: Waiting,
  { state: checkState, step: checkStep, within }: Checks,
  { makeRoom, limit }: SettleOptions,
): () => Settled {
  const { stateAt } = table.layout;
  const isChecked = (checkState ?? checkStep ?? within) !== undefined;

  /** The row if it is new, `~row` if it is known, {@link full}. */
  const addOne = (index: number): number => {
    const at = index * waiting.width;
    return table.add(waiting.rows, at, waiting.hashes[index] as number, waiting.parents[index] as number);
  };
  /** Adds a state unless it is outside, and checks it: what is wrong, or whether there was room. */
  const addChecked = (index: number): Problem | boolean => {
    const row = waiting.parents[index] as number;
    const from = row < 0 ? undefined : table.segment(row);
    const fromAt = row < 0 ? 0 : table.start(row) + stateAt;
    const to = waiting.rows;
    const toAt = index * waiting.width + stateAt;
    try {
      const added = within === undefined || within(from, fromAt, to, toAt) ? addOne(index) : 0;
      if (added === full) return false;
      const complaint =
        (added >= 0 ? checkState?.(to, toAt, row < 0) : undefined) ??
        (from === undefined ? undefined : checkStep?.(from, fromAt, to, toAt));
      if (complaint !== undefined) return { type: 'complaint', complaint, row, state: copy(index) };
      return added < limit || { type: 'limit' };
    } catch (error) {
      return { type: 'error', error: evaluationError(error), row, state: copy(index) };
    }
  };
  const copy = (index: number): Int32Array =>
    waiting.rows.slice(index * waiting.width + stateAt, (index + 1) * waiting.width);
  const addPlain = (index: number): Problem | boolean => {
    const added = addOne(index);
    return added === full ? false : added < limit || { type: 'limit' };
  };
  const addNext = isChecked ? addChecked : addPlain;

  return () => {
    for (let i = 0; i < waiting.count; i++) table.touch(waiting.hashes[i] as number);
    for (let i = 0; i < waiting.count; ) {
      const added = addNext(i);
      if (added === true) i++;
      else if (added !== false)
        return { problem: added, isFull: false, generated: waiting.generated[i] as number };
      else if (makeRoom?.() !== true) {
        waiting.drop(i);
        return noRoom;
      }
    }
    waiting.count = 0;
    return done;
  };
}
