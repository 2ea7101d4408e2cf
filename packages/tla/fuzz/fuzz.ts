/**
 * Tries every reader on inputs that are almost right. Each must end in a value or an InputError, soon.
 *
 *   npx tsx packages/tla/fuzz/fuzz.ts --runs 1000000 [--seed 1] [--only RUN]
 *
 * Exit code 0: all did. 1: one did not; its seed and run are printed, and the input is saved. 2: wrong use.
 */
import { fork } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzz, inputs, type Outcome } from './run.js';

/** An input that takes longer than this is a find: the slowest legitimate ones take a few hundredths of it. */
const patience = 20_000;

const finds = fileURLToPath(new URL('finds/', import.meta.url));

interface Job {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** The file that says which run is under way. */
  readonly progress: string;
}

/** In the process that is watched. */
async function work({ seed, from, to, progress }: Job): Promise<void> {
  const file = openSync(progress, 'r+');
  const cell = new Uint32Array(1);
  const outcome = await fuzz(seed, from, to, (run) => {
    cell[0] = run;
    writeSync(file, cell, 0, 4, 0);
  });
  closeSync(file);
  const { find } = outcome;
  const error = find?.error instanceof Error ? find.error.stack : String(find?.error);
  process.send?.({ ...outcome, find: find && { ...find, input: undefined, error } });
}

/** Runs a job in a process of its own. Gives the run at which it hung, or what came out. */
function watch(job: Job): Promise<Outcome | { readonly hung: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--job', JSON.stringify(job)], {
      execArgv: process.execArgv,
    });
    let last = -1;
    let since = Date.now();
    const timer = setInterval(() => {
      const run = readFileSync(job.progress).readUInt32LE(0);
      if (run !== last) {
        last = run;
        since = Date.now();
        if (process.stderr.isTTY) process.stderr.write(`\r${run} of ${job.to}`);
      } else if (Date.now() - since > patience) {
        finish();
        child.kill('SIGKILL');
        resolve({ hung: run });
      }
    }, 500);
    let ended = false;
    const finish = (): void => {
      ended = true;
      clearInterval(timer);
    };
    child.on('message', (outcome) => {
      finish();
      resolve(outcome as Outcome);
    });
    child.on('error', reject);
    child.on('exit', () => {
      if (ended) return;
      finish();
      // A crash of the whole process, such as memory that has run out, is a find at the run under way.
      resolve({ hung: readFileSync(job.progress).readUInt32LE(0) });
    });
  });
}

function save(seed: number, run: number): string {
  mkdirSync(finds, { recursive: true });
  const { target, input } = inputs(seed)(run);
  const file = join(finds, `${target.name}-${seed}-${run}`);
  writeFileSync(file, input);
  return file;
}

async function main(runs: number, seed: number, only: number | undefined): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'synod-fuzz-'));
  const progress = join(folder, 'progress');
  writeFileSync(progress, new Uint8Array(4));
  const [from, to] = only === undefined ? [0, runs] : [only, only + 1];
  const start = Date.now();
  const outcome = await watch({ seed, from, to, progress });
  const seconds = (Date.now() - start) / 1000;
  rmSync(folder, { recursive: true });
  if ('hung' in outcome) {
    console.log(
      `seed ${seed}, run ${outcome.hung}: hung, or ended the process; saved as ${save(seed, outcome.hung)}`,
    );
    return 1;
  }
  const { find, read, refused, slowest } = outcome;
  console.log(
    `${outcome.runs} inputs in ${seconds.toFixed(1)} s (${Math.round(outcome.runs / seconds)}/s), seed ${seed}: ${read} read, ${refused} refused, ` +
      `slowest ${Math.round(slowest.milliseconds)} ms (run ${slowest.run})`,
  );
  if (find === undefined) return 0;
  console.log(
    `seed ${seed}, run ${find.run} (${find.target}): saved as ${save(seed, find.run)}\n${String(find.error)}`,
  );
  return 1;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    job: { type: 'string' },
  },
});
const [runs, seed, only] = [
  Number(values.runs),
  Number(values.seed),
  values.only === undefined ? undefined : Number(values.only),
];
if (values.job !== undefined) {
  await work(JSON.parse(values.job) as Job);
  process.disconnect();
} else if (![runs, seed, only ?? 0].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error('--runs, --seed and --only take a number.');
  process.exitCode = 2;
} else {
  process.exitCode = await main(runs, seed, only);
}
