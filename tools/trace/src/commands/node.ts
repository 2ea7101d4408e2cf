import { type Command, Option } from 'commander';
import { parseDieAfter } from '../node/die-after.js';
import { logLevels, type NodeCommandOptions } from '../node/options.js';
import { port } from './numbers.js';

/** `synod node`. */
export function addNode(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('node')
    .description('run a node of a cluster until it is told to stop: exit code 2 if it cannot start or go on')
    .requiredOption('--config <file>', 'the configuration of the cluster, the same on every node')
    .requiredOption('--id <name>', 'which of its nodes this is')
    .requiredOption('--data <folder>', 'where it keeps its ledger: a folder of its own')
    .option('--trace <folder>', 'write what it does to FOLDER/INSTANCE/NODE.ndjson')
    .option('--metrics <port>', 'serve metrics for Prometheus at http://127.0.0.1:PORT/metrics', port)
    .addOption(
      new Option('--log-level <level>', 'the least that is logged; debug has every step')
        .choices(logLevels)
        .default('info'),
    )
    .addOption(
      new Option('--die-after <moment:n>', 'for trials: kill itself').argParser(parseDieAfter).hideHelp(),
    )
    .addOption(new Option('--with-parent', 'stop when standard input ends').hideHelp())
    .action(async (options: NodeCommandOptions) => {
      const { runNode } = await import('../node/run-node.js');
      finish(await runNode(options));
    });
}
