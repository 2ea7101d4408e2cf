import type { DieAfter } from '../../node/options.js';
import type { LocalCluster } from '../local-cluster.js';
import { type NodeChild, startChild } from '../node-child.js';
import { stopChildren } from '../with-children.js';

/** A node that is started again whenever it was killed. */
export interface WatchedNode {
  readonly id: string;
  readonly up: boolean;
  /** Whether it is to kill itself. */
  readonly armed: boolean;
  /** Kills it now, if it is up. */
  readonly kill: () => boolean;
  /** Stops it for good. */
  readonly stop: () => Promise<void>;
  /** Resolves when it has been started for the first time. */
  readonly started: Promise<void>;
}

export interface WatchOptions {
  readonly cluster: LocalCluster;
  readonly id: string;
  /** When it is to kill itself next, if it is. */
  readonly arm: () => DieAfter | undefined;
  /** How long it stays down, in milliseconds. */
  readonly downtime: () => number;
  /** Called when it is down, before it is started again. */
  readonly onKilled: (how: DieAfter['moment'] | 'any') => void;
  /** Called when it is up. */
  readonly onUp: () => void;
  /** Called when it ended by itself, with what it said. */
  readonly onFailed: (sentence: string) => void;
}

/** What is known of the process that is the node now. */
interface Current {
  child: NodeChild | undefined;
  up: boolean;
  /** Whether it was killed from outside. */
  killed: boolean;
  stopping: boolean;
}

/** Starts a node, and keeps it up. */
export function watchNode(options: WatchOptions): WatchedNode {
  const current: Current = { child: undefined, up: false, killed: false, stopping: false };
  const first = startAgain(options, current);
  void keepUp(options, current);
  return {
    id: options.id,
    get up() {
      return current.up;
    },
    get armed() {
      return current.child?.dieAfter !== undefined;
    },
    kill() {
      if (!current.up) return false;
      current.killed = true;
      current.child?.signal('SIGKILL');
      return true;
    },
    async stop() {
      current.stopping = true;
      if (current.child !== undefined) await stopChildren([current.child]);
    },
    started: first,
  };
}

function startAgain({ cluster, id, arm, onUp }: WatchOptions, current: Current): Promise<void> {
  const dieAfter = arm();
  const child = startChild({ ...cluster.options(id), logLevel: 'silent', ...(dieAfter && { dieAfter }) });
  current.child = child;
  current.killed = false;
  const up = async (): Promise<void> => {
    await child.ready;
    current.up = true;
    onUp();
  };
  return up();
}

async function keepUp(options: WatchOptions, current: Current): Promise<void> {
  const { id, downtime, onKilled, onFailed } = options;
  for (;;) {
    const { child } = current;
    const { signal, code } = (await child?.exited) ?? { signal: null, code: null };
    current.up = false;
    if (current.stopping) return;
    if (signal !== 'SIGKILL') {
      return onFailed(`${id} ended with ${signal ?? `exit code ${code}`}: ${child?.lastWords() ?? ''}`);
    }
    onKilled(current.killed ? 'any' : (child?.dieAfter?.moment ?? 'any'));
    await new Promise((resolve) => {
      setTimeout(resolve, downtime());
    });
    if (isStopping(current)) return;
    // What it fails of is seen when it has ended.
    startAgain(options, current).catch(() => {});
  }
}

/** It may have changed while something was waited for. */
function isStopping({ stopping }: Current): boolean {
  return stopping;
}
