import type { Command } from 'commander';
import { openProject } from '../open-project.js';
import type { TypesOptions } from './types-command.js';

/** `synod types`, which needs a project only for the bundled models. */
export function addTypes(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('types')
    .description("write a specification's actions, parameters and variables as a TypeScript interface")
    .option('--model <name>', 'a bundled model')
    .option('--graph <file>', 'an export of TLC of any specification')
    .option('--spec <file>', 'the module of a specification of your own (.tla): names of parameters')
    .option('--cfg <file>', 'its cfg file')
    .option('--out <file>', 'write there instead of to standard output')
    .action(async (options: TypesOptions) => {
      const { project } = synod.opts<{ readonly project?: string }>();
      const { typesCommand } = await import('./types-command.js');
      finish(await typesCommand(() => openProject(project), options));
    });
}
