import type { Moment } from '@synod/runtime';
import type { DieAfter } from '../../node/options.js';
import type { LocalCluster } from '../local-cluster.js';
import { type Chance, oneOf } from './chance.js';
import { type WatchedNode, watchNode } from './watched-node.js';

/** Nodes that are killed and come back. */
export interface Unrest {
  readonly kills: Readonly<Record<Moment | 'any', number>>;
  readonly restarts: number;
  /** A round begins: nodes that come back may be killed again. */
  readonly begin: () => void;
  /**
   * Has a node killed: one that is to kill itself is given the time until the round's proposals are answered; if none does, and in
   * some rounds anyway, one is killed from outside.
   */
  readonly killSomeone: (answered: Promise<unknown>) => Promise<void>;
  /** Resolves when all nodes are up. */
  readonly allUp: () => Promise<void>;
  /** How long ago a node was killed or came back, or the round began, in milliseconds. */
  readonly quiet: () => number;
  readonly stop: () => Promise<void>;
  /** What nodes said that ended by themselves. */
  readonly failures: readonly string[];
}

/** How often nodes may kill themselves in one round. */
const budget = 2;

export interface UnrestOptions {
  readonly cluster: LocalCluster;
  readonly chance: Chance;
  /** Called when a node is down after a kill: its files are as the kill left them. */
  readonly onKilled: (id: string) => void;
}

/** Starts all nodes of a cluster, each of which is to kill itself at some time. */
export async function unrest({ cluster, chance, onKilled }: UnrestOptions): Promise<Unrest> {
  const kills = { ledger: 0, trace: 0, send: 0, any: 0 };
  const failures: string[] = [];
  const state = { restarts: 0, changed: performance.now(), killed: 0, waiting: [] as (() => void)[] };
  const changed = (): void => {
    state.changed = performance.now();
    for (const resume of state.waiting.splice(0)) resume();
  };
  const watched: readonly WatchedNode[] = cluster.ids.map((id) =>
    watchNode({
      cluster,
      id,
      arm: () => (state.killed >= budget || chance() < 0.25 ? undefined : armed(chance)),
      downtime: () => Math.floor(chance() * 150),
      onKilled(how) {
        kills[how] += 1;
        state.killed += 1;
        changed();
        onKilled(id);
      },
      onUp() {
        state.restarts += 1;
        changed();
      },
      onFailed(sentence) {
        failures.push(sentence);
        changed();
      },
    }),
  );
  await Promise.all(watched.map(({ started }) => started));
  state.restarts = 0;
  const anyChange = (): Promise<void> => new Promise((resolve) => state.waiting.push(resolve));
  return {
    kills,
    failures,
    get restarts() {
      return state.restarts;
    },
    begin() {
      state.killed = 0;
      changed();
    },
    async killSomeone(answered) {
      const moment = pause(chance() * 300);
      const victim = oneOf(chance, watched as [WatchedNode, ...WatchedNode[]]);
      const waits = chance() < 0.75 && watched.some(({ armed: one }) => one);
      await (waits ? answered : moment);
      if (state.killed === 0 && victim.kill()) await anyChange();
    },
    async allUp() {
      while (failures.length === 0 && watched.some(({ up }) => !up)) await anyChange();
    },
    quiet: () => performance.now() - state.changed,
    async stop() {
      await Promise.all(watched.map(async (node) => node.stop()));
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Of each moment, there are about so many in a round for a node. */
const moments = { ledger: 2, trace: 3, send: 10 } as const;

function armed(chance: Chance): DieAfter {
  const moment = oneOf(chance, ['ledger', 'trace', 'send'] as const);
  return { moment, times: 1 + Math.floor(chance() * moments[moment]) };
}
