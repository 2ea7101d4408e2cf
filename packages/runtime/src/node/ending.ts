/** How a node comes to its end. */
export interface Ending {
  /** Whether it has begun: nothing new is taken in any more. */
  readonly begun: boolean;
  /** It cannot go on: nothing that waits takes place. */
  fail(error: unknown): void;
  /** Nothing new is taken in; what was begun is finished. Resolves, or rejects, as `ended` does. */
  stop(): Promise<void>;
  /** Resolves when all is closed; rejects with what the node failed of. */
  readonly ended: Promise<void>;
}

export interface EndingOptions {
  /** Resolves when nothing waits for the ledger any more. */
  readonly idle: () => Promise<void>;
  /** Closes all that is open; not all of it may work any more after a failure. */
  readonly close: (failed: boolean) => Promise<void>;
}

export function ending({ idle, close }: EndingOptions): Ending {
  let begun = false;
  let resolve: (outcome: Promise<void>) => void = () => {};
  const ended = new Promise<void>((done) => {
    resolve = done;
  });
  // Whoever is interested waits for it; a failure that nobody waits for is logged by whoever runs the node.
  ended.catch(() => {});
  const finish = async (): Promise<void> => {
    await idle();
    await close(false);
  };
  const failWith = async (error: unknown): Promise<never> => {
    await close(true).catch(() => {});
    throw error;
  };
  return {
    get begun() {
      return begun;
    },
    fail(error) {
      begun = true;
      resolve(failWith(error));
    },
    stop() {
      if (!begun) {
        begun = true;
        resolve(finish());
      }
      return ended;
    },
    ended,
  };
}
