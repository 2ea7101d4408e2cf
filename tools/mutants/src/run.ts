import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Witness } from './equivalent/witness.js';
import type { Judgement, Task } from './judge.js';
import { modelsOf } from './models.js';
import type { Mutant } from './mutant.js';
import { judgeAll, type Outcome } from './pool.js';

/** A mutant, and what came of it. */
export interface Result {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  /** Where it shows, if no model shows it. */
  readonly witness?: Witness;
}

/** What came of all mutants. */
export interface Report {
  readonly results: readonly Result[];
  /** Ids that a witness names and no mutant has. */
  readonly unknown: readonly string[];
  readonly seconds: number;
}

/** What {@link runMutants} needs. */
export interface RunOptions {
  /** The mutants to try, of `all`, which the witnesses speak of. */
  readonly mutants: readonly Mutant[];
  readonly all: readonly Mutant[];
  readonly witnesses: readonly Witness[];
  /** The URL of the module whose export `host` gives the models. */
  readonly host: string;
  /** The folder of the project that the models are of. */
  readonly project: string;
  /** How many are tried at once: as many as there are cores, and no more than 4, unless given. */
  readonly workers?: number;
  /** How many seconds one may take. */
  readonly timeout?: number;
  readonly onResult?: (result: Result, done: number) => void;
}

/**
 * Tries mutants, each on copies of the transcriptions in a folder of its own: nothing of the repository changes.
 *
 * @throws InputError if a model cannot be read
 */
export async function runMutants(options: RunOptions): Promise<Report> {
  const start = performance.now();
  const witnessOf = new Map(
    options.witnesses.flatMap((witness) => witness.mutants.map((id) => [id, witness] as const)),
  );
  const byId = new Map(options.all.map((mutant) => [mutant.id, mutant]));
  const beneathOf = ({ beneath }: Witness): Mutant | undefined =>
    beneath === undefined ? undefined : byId.get(beneath);
  const tasks = options.mutants.map((mutant): Task => {
    const witness = witnessOf.get(mutant.id);
    return { mutant, models: modelsOf(mutant), witness, beneath: witness && beneathOf(witness) };
  });

  const results: Result[] = [];
  let done = 0;
  // Removed as a whole in the end: what is stopped in the middle leaves its copies behind.
  const scratch = await mkdtemp(join(tmpdir(), 'synod-mutants-'));
  await judgeAll(tasks, {
    workers: options.workers ?? Math.min(4, availableParallelism()),
    timeout: options.timeout ?? 120,
    data: { host: options.host, project: options.project, scratch },
    onOutcome(index, outcome) {
      const { mutant, witness } = tasks[index] as Task;
      const result: Result = { mutant, outcome, ...(witness === undefined ? {} : { witness }) };
      results[index] = result;
      options.onResult?.(result, ++done);
    },
  }).finally(() => rm(scratch, { recursive: true, force: true }));
  const named = options.witnesses.flatMap(({ mutants, beneath }) => [
    ...mutants,
    ...(beneath ? [beneath] : []),
  ]);
  return {
    results,
    unknown: named.filter((id) => !byId.has(id)),
    seconds: (performance.now() - start) / 1000,
  };
}

/** Those of the judgements that say that the check bites. */
const good: ReadonlySet<Outcome['type']> = new Set<Judgement['type']>(['caught', 'equivalent']);

/** The exit code: 1 if a mutant survives or a witness is stale, else 2 if one could not be judged, else 0. */
export function exitCode({ results, unknown }: Report): 0 | 1 | 2 {
  const bad = results.filter(({ outcome }) => !good.has(outcome.type));
  if (unknown.length > 0 || bad.some(({ outcome }) => outcome.type !== 'undecided')) return 1;
  return bad.length > 0 ? 2 : 0;
}
