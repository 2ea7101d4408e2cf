import type { LocalCluster } from '../local-cluster.js';
import type { Answers } from './answers.js';
import { askUntil } from './ask.js';
import { type Chance, oneOf } from './chance.js';
import type { Unrest } from './unrest.js';

export interface RoundOptions {
  readonly cluster: LocalCluster;
  readonly chance: Chance;
  readonly answers: Answers;
  readonly unrest: Unrest;
  /** The longest it may take once nodes stay up, in milliseconds. */
  readonly bound: number;
  readonly over: () => boolean;
}

export interface RoundEnd {
  /** What is not as it must be: sentences. */
  readonly failures: readonly string[];
  /** How long it took from when the last node was killed or came back, in milliseconds. */
  readonly took: number;
}

/**
 * One round: different values are proposed at different nodes, nodes are killed and come back, and every node is asked until it
 * says what was chosen; then some are asked for what was chosen before.
 */
export async function round(
  instance: string,
  before: readonly string[],
  options: RoundOptions,
): Promise<RoundEnd> {
  const { cluster, chance, unrest, bound } = options;
  const failures: string[] = [];
  const late = (): boolean => options.over() || unrest.quiet() > bound;
  const proposers = Array.from({ length: chance() < 0.3 ? 3 : 2 }, (_, i) => i);
  const first = Math.floor(chance() * cluster.ids.length);
  unrest.begin();
  const answered = Promise.all(
    proposers.map((i) => propose(instance, `${'ABC'[i]}${instance}`, first + i, late, options, failures)),
  );
  await unrest.killSomeone(answered);
  await answered;
  await unrest.allUp();
  await Promise.all(cluster.ids.map((_, node) => query(instance, node, late, options, failures)));
  const took = unrest.quiet();
  if (took > bound && !options.over())
    failures.push(
      `${instance}: not all nodes knew what was chosen ${bound / 1000} s after the last of them came up`,
    );
  const [one, ...others] = before;
  if (one !== undefined) {
    const node = Math.floor(chance() * cluster.ids.length);
    await query(oneOf(chance, [one, ...others]), node, late, options, failures);
  }
  return { failures, took };
}

async function propose(
  instance: string,
  value: string,
  first: number,
  late: () => boolean,
  { cluster, answers }: RoundOptions,
  failures: string[],
): Promise<void> {
  answers.proposed(instance, value);
  const asked = await askUntil(cluster, first, late, (client) => client.propose(instance, value));
  const failure = asked && answers.told(instance, asked.answer.val, `${asked.node}, to whom proposed it,`);
  if (failure !== undefined) failures.push(failure);
}

/** Asks a node; another one if it is down. */
export async function query(
  instance: string,
  node: number,
  late: () => boolean,
  { cluster, answers, over }: Pick<RoundOptions, 'cluster' | 'answers' | 'over'>,
  failures: string[],
): Promise<void> {
  const asked = await askUntil(cluster, node, late, (client) => client.query(instance));
  if (asked === undefined) {
    if (!over()) failures.push(`${instance}: nobody answered what was chosen in time`);
    return;
  }
  const { answer } = asked;
  const failure = answers.told(instance, answer.type === 'chosen' ? answer.val : undefined, asked.node);
  if (failure !== undefined) failures.push(failure);
}
