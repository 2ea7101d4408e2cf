import { type Effect, type EffectQueue, effectQueue, type Released } from '@synod/roles';
import type { Ledger } from '../storage/ledger.js';
import type { Instance } from './instance.js';
import type { NodeMetrics } from './metrics.js';

/** What has the effects of steps take place, once what they rest on is durable. */
export interface Commits {
  /** Gives the effects of a step. Those that rest on nothing that is not durable take place before this returns. */
  push(of: Instance, effects: readonly Effect[]): void;
  /** Resolves when nothing waits any more, or nothing goes on. */
  idle(): Promise<void>;
}

export interface CommitOptions {
  readonly ledger: Ledger;
  readonly metrics: NodeMetrics;
  /** Lets effects take place. */
  readonly apply: (released: readonly Released<Instance>[]) => void;
  /** The disk failed, or an effect did: nothing takes place any more. */
  readonly fail: (error: unknown) => void;
  /** Called when a sync was done, and nothing was made of it yet. */
  readonly synced: () => void;
}

/**
 * Syncs the ledger for all instances of a node together: while one sync is under way, steps go on, and the next writes what
 * they left.
 */
export function commits(options: CommitOptions): Commits {
  const { ledger, metrics, apply, fail } = options;
  const counts = { appended: 0, durable: 0 };
  let failed = false;
  let busy = false;
  let done: Promise<void> = Promise.resolve();
  const queue: EffectQueue<Instance> = effectQueue((of, record) => {
    ledger.append({ instance: of.name, record });
    counts.appended += 1;
  });
  const sync = async (): Promise<void> => {
    const { appended } = counts;
    const started = performance.now();
    await ledger.sync();
    metrics.synced((performance.now() - started) / 1000, appended - counts.durable);
    counts.durable = appended;
    options.synced();
  };
  const run = async (): Promise<void> => {
    busy = true;
    try {
      // What can take place at once does; what comes of it may be more.
      while (queue.size > 0 || counts.appended > counts.durable) {
        if (counts.appended > counts.durable) await sync();
        apply(queue.release(counts.durable));
      }
    } catch (error) {
      failed = true;
      fail(error);
    } finally {
      busy = false;
    }
  };
  return {
    push(of, effects) {
      if (failed) return;
      try {
        queue.push(of, effects);
      } catch (error) {
        failed = true;
        fail(error);
      }
      if (!busy) done = run();
    },
    idle: () => done,
  };
}
