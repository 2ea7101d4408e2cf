import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runInOneProcess } from './in-one-process.ts';
import { runInProcesses, runRole } from './in-processes.ts';
import { broken, type Rules, rules } from './protocol.ts';

/** What is to be run. */
export interface Options {
  readonly participants: readonly string[];
  /** Those of them that cannot carry out their part. */
  readonly unable: readonly string[];
  readonly rules: Rules;
  /** The folder for traces. */
  readonly out: string;
  readonly seed: number;
}

const usage = `usage: run.ts [--one-file [--seed N]] [--unable p2]… [--broken ${Object.keys(broken).join('|')}] [--out FOLDER]`;
const participants = ['p1', 'p2', 'p3'];

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'one-file': { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      unable: { type: 'string', multiple: true, default: [] },
      broken: { type: 'string' },
      out: { type: 'string', default: 'traces' },
      // Given by the program itself to the processes that it starts.
      role: { type: 'string' },
      port: { type: 'string', default: '0' },
    },
  });
  const chosen = values.broken === undefined ? rules : broken[values.broken];
  const seed = Number(values.seed);
  const known = values.unable.every((name) => participants.includes(name));
  if (chosen === undefined || !known || !Number.isSafeInteger(seed)) throw new Error(usage);
  const options: Options = { participants, unable: values.unable, rules: chosen, out: values.out, seed };
  if (values.role !== undefined) {
    runRole(values.role, Number(values.port), options);
    return;
  }
  mkdirSync(options.out, { recursive: true });
  for (const name of ['all', 'coordinator', ...participants]) {
    rmSync(join(options.out, `${name}.ndjson`), { force: true });
  }
  if (values['one-file']) runInOneProcess(options);
  else await runInProcesses(options);
}
