import { type Command, InvalidArgumentError } from 'commander';
import type { ClusterCommandOptions } from '../cluster/options.js';
import { positive, wholeNumber } from './numbers.js';

/** `synod cluster`. */
export function addCluster(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('cluster')
    .description('start a cluster on this machine, and show what its nodes do until Ctrl-C')
    .option('--nodes <n>', 'how many nodes', atMostNine, 3)
    .option('--data <folder>', 'keep its files there (default: a temporary folder, removed at the end)')
    .option('--propose <values>', 'propose these, with commas between them, in one instance, and end')
    .option(
      '--rounds <n>',
      'for so many instances kill and restart nodes, and check all that they did',
      wholeNumber,
    )
    .option('--seed <n>', 'with --rounds: what chance follows from', wholeNumber)
    .option(
      '--bound <seconds>',
      'with --rounds: the longest that a round may take once nodes are up',
      positive,
      10,
    )
    .action(async (options: ClusterCommandOptions) => {
      const { clusterCommand } = await import('../cluster/command.js');
      finish(await clusterCommand(options));
    });
}

function atMostNine(text: string): number {
  if (/^[1-9]$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number from 1 to 9.');
}
