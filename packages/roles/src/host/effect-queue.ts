import type { LedgerRecord } from '../ledger/record.js';
import type { Effect } from '../role.js';

/** An effect that may take place, and which consensus it belongs to. */
export interface Released<C> {
  readonly of: C;
  readonly effect: Exclude<Effect, { readonly type: 'persist' }>;
}

/** The effects of a node in their order, of which none passes a record that is not durable. */
export interface EffectQueue<C> {
  /** Adds the effects of a step. */
  push(of: C, effects: readonly Effect[]): void;
  /**
   * Takes out what may take place now.
   *
   * @param durable how many of the records given to `append` are durable, since the queue was made
   */
  release(durable: number): readonly Released<C>[];
  /** How many effects wait. */
  readonly size: number;
}

/**
 * The order in which a node does things, for whoever runs it: what a role wants to be durable goes to the ledger at once, and
 * everything else waits until all of that which came before it is there.
 *
 * @typeParam C what tells several consensuses of one node apart
 * @param append gives a record to the ledger; it need not be durable when this returns
 */
export function effectQueue<C>(append: (of: C, record: LedgerRecord) => void): EffectQueue<C> {
  // What waits, each with the number of records that must be durable first.
  let waiting: { readonly after: number; readonly released: Released<C> }[] = [];
  let appended = 0;
  return {
    push(of, effects) {
      for (const effect of effects) {
        if (effect.type === 'persist') {
          append(of, effect.record);
          appended += 1;
        } else {
          waiting.push({ after: appended, released: { of, effect } });
        }
      }
    },
    release(durable) {
      const first = waiting.findIndex(({ after }) => after > durable);
      const ready = first === -1 ? waiting : waiting.slice(0, first);
      waiting = first === -1 ? [] : waiting.slice(first);
      return ready.map(({ released }) => released);
    },
    get size() {
      return waiting.length;
    },
  };
}
