import { availableParallelism } from 'node:os';
import { type CoverageReport, missedThresholds } from '@synod/conformance';
import type { Protocol } from '@synod/simulator';
import { InputError } from '@synod/tla';
import { colours } from '../output/colours.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { openBench, openSuite } from './bench.js';
import { shrunkFailure } from './failure.js';
import type { SimulateOptions } from './options.js';
import type { Plan } from './plan.js';
import { type Hand, ownHand, workerHand } from './pool.js';
import { printOutcome } from './print.js';
import { readPlan, readSeeds } from './read-options.js';
import { replayCommand } from './replay.js';
import { type Outcome, runSeeds } from './run-seeds.js';

/**
 * `synod simulate`: makes runs, each from its seed, and holds every one against the specification.
 *
 * @param protocol for tests: another one, in this thread only
 * @returns the exit code: 1 if a run fails, 2 if it was stopped before all were made, else 0
 */
export async function simulateCommand(
  openProject: () => Promise<Project>,
  options: SimulateOptions,
  protocol?: Protocol,
): Promise<number> {
  if (options.replay !== undefined) return replayCommand(openProject, options, options.replay, protocol);
  const seeds = readSeeds(options.seeds);
  const plan = await readPlan(await openProject(), options);
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const count = workersFor(options, seeds.to - seeds.from + 1, protocol);
  const progress = terminalProgress();
  const outcome = await withInterrupt(async (stopped) => {
    const hands = await openHands(plan, count, protocol);
    const total = seeds.to - seeds.from + 1;
    const onRuns = (runs: number): void =>
      progress(`${runs} of ${total} runs, ${Math.round(runs / seconds())} a second`);
    return runSeeds(seeds, hands, { stopped, onRuns });
  }).finally(() => progress.done());
  const took = seconds();
  const failure =
    outcome.failed === undefined
      ? undefined
      : await shrunkFailure(
          await openBench({ ...plan, coverage: false, record: undefined }, protocol),
          outcome.failed,
        );
  const coverage = failure === undefined ? await coverageOf(plan, outcome) : undefined;
  const result = { seeds, plan, outcome, seconds: took, workers: count, failure, coverage };
  const exitCode = printOutcome(result, options, colours(options.color));
  return exitCode === 0 ? tooFewStates(coverage, options) : exitCode;
}

/** @returns the exit code */
function tooFewStates(coverage: CoverageReport | undefined, { minStates: states }: SimulateOptions): 0 | 1 {
  const missed = coverage === undefined ? [] : missedThresholds(coverage, { states });
  for (const sentence of missed) console.error(`synod: ${sentence}`);
  return missed.length === 0 ? 0 : 1;
}

/** More threads than batches have nothing to do. */
function workersFor({ workers }: SimulateOptions, runs: number, protocol: Protocol | undefined): number {
  if (workers === 0) throw new InputError('options', '--workers must be at least 1.');
  if (protocol !== undefined) return 1;
  return Math.min(workers ?? availableParallelism(), 64, Math.ceil(runs / 50));
}

function openHands(plan: Plan, count: number, protocol: Protocol | undefined): Promise<readonly Hand[]> {
  if (count === 1) return openBench(plan, protocol).then((bench) => [ownHand(bench)]);
  return Promise.all(Array.from({ length: count }, () => workerHand(plan)));
}

/** While it works, Ctrl-C asks it to stop; a second one ends the program. */
async function withInterrupt<T>(work: (stopped: () => boolean) => Promise<T>): Promise<T> {
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
  };
  process.once('SIGINT', interrupt);
  try {
    return await work(() => interrupted);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** What all threads have seen together. */
async function coverageOf(plan: Plan, { exercised }: Outcome): Promise<CoverageReport | undefined> {
  const suite = await openSuite(plan);
  for (const report of exercised) suite?.merge(report);
  return suite?.report();
}
