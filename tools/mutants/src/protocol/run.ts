import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judgement, Task } from './judge.js';
import type { HiddenMistake, Mistake } from './mistake.js';
import { newPool, type Pool } from './pool.js';
import type { Scenario } from './scenario.js';
import { isCaught, type Trial } from './trial.js';

/** A mistake, and what came of it. */
export interface ProtocolResult extends Judgement {
  readonly mistake: Mistake | HiddenMistake;
  /**
   * `hidden`: as its proof says, it is not caught. `stale`: it is caught, though there is a proof that it is not. `refuted`: its
   * witness shows a difference that its proof denies.
   */
  readonly outcome: 'caught' | 'survived' | 'hidden' | 'stale' | 'refuted';
}

/** The protocol without mistakes, in the scenario and with the seeds that mistakes were tried with. */
export interface DeployedResult {
  readonly scenario: Scenario;
  readonly trial: Trial;
  readonly isAccepted: boolean;
}

export interface ProtocolReport {
  readonly results: readonly ProtocolResult[];
  readonly deployed: readonly DeployedResult[];
  readonly seconds: number;
}

export interface ProtocolRunOptions {
  readonly mistakes: readonly Mistake[];
  readonly hidden: readonly HiddenMistake[];
  /** The most runs of a mistake: 2,000 unless given. */
  readonly seeds?: number | undefined;
  /** The URL of a module that exports a `ProtocolHost`. */
  readonly host: string;
  readonly project: string;
  /** As many as there are cores, and no more than 4, unless given. The result does not depend on it. */
  readonly workers?: number | undefined;
  readonly onResult?: (result: ProtocolResult, done: number) => void;
}

/** So many runs of a mistake show that agreement alone would have caught it, or that it is slow to. */
const alone = 100;

/** So many runs of a mistake that cannot be caught. */
const hiddenSeeds = 100;

/**
 * Tries mistakes in the protocol, each in a copy of the compiled roles, in simulated clusters.
 *
 * @throws InputError if a patch does not fit the roles as they are built
 */
export async function runProtocolMutants(options: ProtocolRunOptions): Promise<ProtocolReport> {
  const start = performance.now();
  const { host, project, mistakes, hidden } = options;
  const count = Math.min(
    options.workers ?? Math.min(4, availableParallelism()),
    mistakes.length + hidden.length,
  );
  const scratch = await mkdtemp(join(tmpdir(), 'synod-protocol-mutants-'));
  const pool = newPool(count, { host, project, scratch });
  try {
    const results = await tryAll(pool, options);
    const deployed = await tryDeployed(pool, results);
    return { results, deployed, seconds: (performance.now() - start) / 1000 };
  } finally {
    await pool.end();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function tryAll(pool: Pool, options: ProtocolRunOptions): Promise<readonly ProtocolResult[]> {
  const { mistakes, hidden, seeds = 2000, onResult } = options;
  const tasks = [
    ...mistakes.map((mistake): Task => ({ type: 'mistake', mistake, bounds: { seeds, alone } })),
    ...hidden.map((mistake): Task => {
      const bounds = { seeds: Math.min(seeds, hiddenSeeds), alone: 0 };
      return { type: 'mistake', mistake, bounds };
    }),
  ];
  const all = [...mistakes, ...hidden];
  const results: ProtocolResult[] = [];
  let done = 0;
  await pool.judge(tasks, (index, judgement) => {
    const mistake = all[index] as Mistake | HiddenMistake;
    const result = { ...judgement, mistake, outcome: outcomeOf(mistake, judgement) };
    results[index] = result;
    onResult?.(result, ++done);
  });
  return results;
}

function outcomeOf(
  mistake: Mistake | HiddenMistake,
  { trial, witness }: Judgement,
): ProtocolResult['outcome'] {
  if (!('proof' in mistake)) return isCaught(trial) ? 'caught' : 'survived';
  if (isCaught(trial)) return 'stale';
  return witness?.difference === undefined ? 'hidden' : 'refuted';
}

/** With each scenario, as many runs as the mistake there took that was hardest to catch. */
async function tryDeployed(
  pool: Pool,
  results: readonly ProtocolResult[],
): Promise<readonly DeployedResult[]> {
  const runs = new Map<string, { readonly scenario: Scenario; readonly seeds: number }>();
  for (const { mistake, trial } of results) {
    const { scenario } = mistake;
    const seeds = trial.validation?.seed ?? Math.min(trial.runs, hiddenSeeds);
    const before = runs.get(scenario.name)?.seeds ?? 0;
    runs.set(scenario.name, { scenario, seeds: Math.max(seeds, before) });
  }
  const asked = [...runs.values()];
  const deployed: DeployedResult[] = [];
  const tasks = asked.map(({ scenario, seeds }): Task => ({ type: 'deployed', scenario, seeds }));
  await pool.judge(tasks, (index, { trial }) => {
    const { scenario } = asked[index] as (typeof asked)[number];
    const isAccepted = trial.validation === undefined && Object.keys(trial.violations).length === 0;
    deployed[index] = { scenario, trial, isAccepted };
  });
  return deployed;
}

/** The exit code: 1 if a mistake survives, a proof is wrong, or the protocol as it is deployed is not accepted. */
export function protocolExitCode({ results, deployed }: ProtocolReport): 0 | 1 {
  const good = results.every(({ outcome }) => outcome === 'caught' || outcome === 'hidden');
  return good && deployed.every(({ isAccepted }) => isAccepted) ? 0 : 1;
}
