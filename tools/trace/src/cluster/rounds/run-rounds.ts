import type { Progress } from '../../progress.js';
import { type LocalCluster, localCluster } from '../local-cluster.js';
import { withChildren } from '../with-children.js';
import { type Answers, answers } from './answers.js';
import { type Chance, chanceFrom } from './chance.js';
import { instanceJudge, type JudgedInstance } from './judge-instance.js';
import { ledgerWatch } from './ledger-watch.js';
import type { RoundsResult } from './result.js';
import { query, round } from './round.js';
import { unrest } from './unrest.js';

export interface RoundsOptions {
  readonly folder: string;
  readonly nodes: number;
  readonly rounds: number;
  readonly seed: number;
  /** The longest that a round may take once nodes stay up, in milliseconds. */
  readonly bound: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Nodes on one machine need not wait long for each other. */
const timing = { retry: 100, tries: 3, backoff: { least: 20, most: 500 } };

/**
 * Runs rounds against real processes that are killed, and checks all that can be known of them: what clients were told, what the
 * ledgers have, and every trace against Paxos.tla.
 */
export async function runRounds(options: RoundsOptions): Promise<RoundsResult> {
  const started = performance.now();
  const { folder, nodes, rounds, seed, bound, signal, progress } = options;
  const cluster = await localCluster(folder, { nodes, timing, fresh: true });
  const chance = chanceFrom(seed);
  const told = answers();
  const killed = await killing({ ...options, cluster, chance, told });
  const failures = [...killed.failures];
  const over = (): boolean => signal.aborted;
  if (failures.length === 0 && !over()) {
    progress('asking again, after all nodes were started anew');
    failures.push(...(await askAgain(cluster, killed.instances, chance, told, over)));
  }
  const judge = await instanceJudge(cluster);
  const judged: JudgedInstance[] = [];
  for (const instance of killed.instances) {
    progress(`${instance} of ${rounds}: held against Paxos.tla`);
    judged.push(await judge(instance));
  }
  failures.push(...judged.flatMap(({ failure }) => failure ?? []));
  return {
    seed,
    rounds: killed.instances.length,
    wanted: rounds,
    kills: killed.kills,
    restarts: killed.restarts,
    traces: judged.filter(({ failure }) => failure === undefined).length,
    events: judged.reduce((sum, { events }) => sum + events, 0),
    ballot: judged.reduce((most, { ballot }) => Math.max(most, ballot), 0),
    answers: told.count,
    longest: killed.longest,
    bound,
    seconds: (performance.now() - started) / 1000,
    failures,
  };
}

interface Killing extends RoundsOptions {
  readonly cluster: LocalCluster;
  readonly chance: Chance;
  readonly told: Answers;
}

interface Killed extends Pick<RoundsResult, 'kills' | 'restarts' | 'longest' | 'failures'> {
  readonly instances: readonly string[];
}

/** The rounds themselves. They end with the first that is not as it must be. */
async function killing({ cluster, chance, told, rounds, bound, signal, progress }: Killing): Promise<Killed> {
  const ledgers = ledgerWatch(cluster);
  const nodes = await unrest({ cluster, chance, onKilled: ledgers.look });
  const instances: string[] = [];
  const failures: string[] = [];
  let longest = 0;
  const over = (): boolean => signal.aborted || nodes.failures.length > 0;
  try {
    while (instances.length < rounds && failures.length === 0 && !over()) {
      const instance = `round-${instances.length + 1}`;
      progress(`${instance} of ${rounds}`);
      const options = { cluster, chance, answers: told, unrest: nodes, bound, over };
      const ended = await round(instance, instances, options);
      failures.push(...ledgers.failures);
      if (signal.aborted) {
        // A terminal tells nodes, too, to stop: that none answered, or came up, means nothing.
        failures.push(...ended.failures);
        break;
      }
      longest = Math.max(longest, ended.took);
      instances.push(instance);
      // When a node does not come up again, nothing else means anything.
      failures.push(...(nodes.failures.length > 0 ? nodes.failures : ended.failures));
    }
  } finally {
    await nodes.stop();
  }
  return { instances, failures, kills: nodes.kills, restarts: nodes.restarts, longest };
}

/** All nodes are started again, and asked for everything. */
async function askAgain(
  cluster: LocalCluster,
  instances: readonly string[],
  chance: Chance,
  told: Answers,
  over: () => boolean,
): Promise<readonly string[]> {
  const failures: string[] = [];
  const quiet = (id: string) => ({ ...cluster.options(id), logLevel: 'silent' as const });
  await withChildren(
    { ...cluster, options: quiet },
    () => {},
    async () => {
      for (const instance of instances) {
        const end = performance.now() + 20_000;
        const late = (): boolean => over() || performance.now() > end;
        const node = Math.floor(chance() * cluster.ids.length);
        await query(instance, node, late, { cluster, answers: told, over }, failures);
      }
    },
  );
  return failures;
}
