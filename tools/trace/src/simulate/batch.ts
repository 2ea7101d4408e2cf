import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageSuite } from '@synod/conformance';
import { type FaultName, type Protocol, type Run, simulate } from '@synod/simulator';
import { InputError } from '@synod/tla';
import type { Judge } from './judge.js';
import type { Plan, Seeds } from './plan.js';
import { recordedText } from './run-trace.js';
import { addTallies, noRuns, type Tally, tallyOf } from './tally.js';

/** What runs are made and judged with. */
export interface Bench {
  readonly plan: Plan;
  readonly judge: Judge;
  /** Counts what the runs exercise, if that is asked for. */
  readonly suite: CoverageSuite | undefined;
  /** Tests give another protocol, to see that its mistakes are found. */
  readonly protocol?: Protocol | undefined;
}

/** What came of some seeds. */
export interface BatchResult {
  readonly seeds: Seeds;
  /** Of the runs up to the first that failed, which is among them. */
  readonly tally: Tally;
  /** The seed of the first run that failed. */
  readonly failed: number | undefined;
}

/** Makes and judges the runs of some seeds, until one fails. */
export function runBatch(bench: Bench, seeds: Seeds): BatchResult {
  let tally = noRuns;
  for (let seed = seeds.from; seed <= seeds.to; seed += 1) {
    const faults: Partial<Record<FaultName, number>> = {};
    const run = simulatedRun(bench, seed, (fault) => {
      faults[fault] = (faults[fault] ?? 0) + 1;
    });
    tally = addTallies(tally, tallyOf(run, faults));
    if (bench.plan.record !== undefined) record(run, bench.plan, bench.plan.record, seed);
    const { failure, validation } = bench.judge(run);
    if (failure !== undefined) return { seeds, tally, failed: seed };
    if (validation !== undefined) bench.suite?.add([`seed ${seed}`], { type: 'judged', validation });
  }
  return { seeds, tally, failed: undefined };
}

/** @param count is told of all that goes wrong */
export function simulatedRun(
  { plan, protocol }: Pick<Bench, 'plan' | 'protocol'>,
  seed: number,
  count?: (fault: FaultName) => void,
): Run {
  const { cluster, values, faults, observe, moves } = plan;
  return simulate(seed, { cluster, values, faults: new Set(faults), observe, moves, protocol, count });
}

function record(run: Run, plan: Plan, folder: string, seed: number): void {
  const file = join(folder, `seed-${seed}.ndjson`);
  // A trace without events is refused by whoever reads it.
  if (run.events.length === 0) return;
  try {
    writeFileSync(file, recordedText(run, plan));
  } catch (cause) {
    const message = `the trace cannot be written: ${(cause as Error).message}`;
    throw new InputError('record', message, { file }, { cause });
  }
}
