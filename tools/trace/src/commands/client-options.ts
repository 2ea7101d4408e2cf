import type { Command } from 'commander';
import { defaultInstance } from '../node/client-options.js';
import { positive } from './numbers.js';

/** What clients of a cluster may be told. */
export function addClientOptions(command: Command): Command {
  return command
    .requiredOption('--config <file>', 'the configuration of the cluster')
    .option('--instance <name>', 'which consensus: each is its own', defaultInstance)
    .option('--node <name>', 'ask this node only (default: one after the other)')
    .option('--timeout <seconds>', 'give up after so long', positive, 10)
    .option('--json', 'print the result as JSON');
}
