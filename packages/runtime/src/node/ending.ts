/** How a node comes to its end. */
export interface Ending {
  /** Whether it has begun: nothing new is taken in any more. */
  readonly begun: boolean;
  /** It cannot go on: nothing that waits takes place. */
  readonly fail: (error: unknown) => void;
  /** Nothing new is taken in; what was begun is finished. Resolves, or rejects, as `ended` does. */
  readonly stop: () => Promise<void>;
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
  const { promise: ended, settle } = open();
  return {
    get begun() {
      return begun;
    },
    fail(error) {
      begun = true;
      settle(failed(close, error));
    },
    stop() {
      if (!begun) {
        begun = true;
        settle(finished(idle, close));
      }
      return ended;
    },
    ended,
  };
}

async function finished(idle: EndingOptions['idle'], close: EndingOptions['close']): Promise<void> {
  await idle();
  await close(false);
}

async function failed(close: EndingOptions['close'], error: unknown): Promise<never> {
  try {
    await close(true);
  } catch {
    // What the node failed of is what matters.
  }
  throw error;
}

interface Open {
  readonly promise: Promise<void>;
  /** What it comes to, once. */
  readonly settle: (outcome: Promise<void>) => void;
}

function open(): Open {
  let settle: Open['settle'] | undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  // Not everybody waits for it.
  promise.catch(() => {});
  return { promise, settle: (outcome) => settle?.(outcome) };
}
