import type { Command } from 'commander';
import type { ClientCommandOptions } from '../node/client-options.js';
import { addClientOptions } from './client-options.js';

/** `synod propose`. */
export function addPropose(synod: Command, finish: (exitCode: number) => void): void {
  const command = synod
    .command('propose')
    .description(
      'offer a value to a running cluster, and say which one was chosen: exit code 2 if it could not be told',
    )
    .argument('<value>', 'the value');
  addClientOptions(command).action(async (value: string, options: ClientCommandOptions) => {
    const { proposeCommand } = await import('../node/client-command.js');
    finish(await proposeCommand(value, options));
  });
}
