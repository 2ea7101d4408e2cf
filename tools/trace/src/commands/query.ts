import type { Command } from 'commander';
import type { ClientCommandOptions } from '../node/client-options.js';
import { addClientOptions } from './client-options.js';

/** `synod query`. */
export function addQuery(synod: Command, finish: (exitCode: number) => void): void {
  const command = synod
    .command('query')
    .description(
      'ask a running cluster what was chosen: exit code 0 a value, 1 none is known yet, 2 nobody could be asked',
    );
  addClientOptions(command).action(async (options: ClientCommandOptions) => {
    const { queryCommand } = await import('../node/client-command.js');
    finish(await queryCommand(options));
  });
}
