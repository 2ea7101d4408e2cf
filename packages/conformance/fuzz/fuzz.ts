/**
 * Feeds damaged files to the readers of graphs and traces; `npm run fuzz` runs it after the readers of `packages/tla`.
 *
 *   npx tsx packages/conformance/fuzz/fuzz.ts --runs 100000 [--seed 1]
 *
 * Exit code 0: all were read or refused. 1: one was neither; its seed and run are printed. 2: wrong use.
 */
import { parseArgs } from 'node:util';
import { type Ended, fuzzFiles, fuzzTraces } from '../test/graph-fuzz.js';
import { fuzzExecutions } from '../test/trace-fuzz.js';

const { values } = parseArgs({
  strict: false,
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];

function tell(what: string, { read, refused }: Ended): void {
  console.log(`${what}: ${read + refused} inputs, seed ${seed}: ${read} read, ${refused} refused, no finds`);
}

if (![runs, seed].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error('--runs and --seed take a number.');
  process.exitCode = 2;
} else {
  try {
    // A graph file is read, written and read again, and so takes as long as ten of the others.
    tell('graph files', await fuzzFiles(Math.ceil(runs / 10), seed));
    tell('printed traces', fuzzTraces(Math.ceil(runs / 10), seed));
    tell('executions', await fuzzExecutions(Math.ceil(runs / 5), seed));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
