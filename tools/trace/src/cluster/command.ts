import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@synod/tla';
import { untilInterrupted } from '@synod/tlc';
import { withUserErrors } from '../node/user-errors.js';
import { terminalProgress } from '../progress.js';
import { runLive } from './live.js';
import { localCluster } from './local-cluster.js';
import { runOnce } from './one-shot.js';
import type { ClusterCommandOptions } from './options.js';
import { roundsText } from './rounds/text.js';

/**
 * `synod cluster`: nodes on this machine, with one command.
 *
 * @returns the exit code: with `--rounds` and `--propose`, 1 if something is not as it must be
 */
export async function clusterCommand(options: ClusterCommandOptions): Promise<0 | 1 | 2> {
  refuseCombinations(options);
  return withUserErrors(() => untilInterrupted((signal) => withFolder(options, signal)));
}

/** The folder goes before a signal ends the process. After a round that failed it stays. */
async function withFolder(options: ClusterCommandOptions, signal: AbortSignal): Promise<0 | 1 | 2> {
  const { data } = options;
  const folder = data ?? mkdtempSync(join(tmpdir(), 'synod-cluster-'));
  let keep = data !== undefined;
  try {
    const outcome = await run(folder, options, signal);
    keep ||= outcome === 1;
    return outcome;
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  folder: string,
  { nodes, propose, rounds, seed = randomInt(2 ** 31), bound }: ClusterCommandOptions,
  signal: AbortSignal,
): Promise<0 | 1 | 2> {
  if (rounds !== undefined) {
    // It needs the runtime, which takes time to load.
    const { runRounds } = await import('./rounds/run-rounds.js');
    const progress = terminalProgress();
    try {
      const result = await runRounds({ folder, nodes, rounds, seed, bound: bound * 1000, signal, progress });
      progress.done();
      console.log(roundsText(result, folder));
      return result.failures.length === 0 ? 0 : 1;
    } finally {
      progress.done();
    }
  }
  const cluster = await localCluster(folder, { nodes });
  if (propose === undefined) return runLive(cluster, signal, say);
  return (await runOnce(cluster, valuesOf(propose), say)) ? 0 : 1;
}

function valuesOf(text: string): readonly string[] {
  const values = text.split(',');
  if (values.includes(''))
    throw new InputError('options', 'a value of --propose is empty: give --propose A,B');
  return values;
}

function refuseCombinations({ propose, rounds, seed }: ClusterCommandOptions): void {
  if (propose !== undefined && rounds !== undefined)
    throw new InputError('options', 'give either --propose or --rounds, not both');
  if (rounds === undefined && seed !== undefined)
    throw new InputError('options', '--seed is for --rounds: nothing else is drawn by chance');
  if (rounds === 0) throw new InputError('options', '--rounds must be at least 1');
}

function say(line: string): void {
  console.log(line);
}
