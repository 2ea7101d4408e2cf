import type { Command } from 'commander';
import type { CoverageOptions } from '../coverage/options.js';
import { openProject } from '../open-project.js';
import { percent, positive, wholeNumber } from './numbers.js';

/** `synod coverage`, which needs a project only for the bundled models. */
export function addCoverage(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('coverage')
    .description(
      'count the actions, steps and states that executions take: 1 if one diverges or a threshold is missed, 2 could not tell',
    )
    .argument('[trace...]', 'traces as "validate" takes them; a folder stands for its *.ndjson files')
    .option('--model <name>', 'a bundled model to count in')
    .option('--graph <file>', 'an export of TLC of any specification to count in')
    .option(
      '--spec <file>',
      'the module of a specification of your own (.tla): names of parameters; without --graph it is compiled',
    )
    .option('--cfg <file>', 'its cfg file')
    .option('--config <file>', 'the same as --cfg')
    .option('--log <file>', "TLC's own output of the run that wrote the graph, to know that it is whole")
    .option('--variables <names>', 'the variables of the graph in their order, with commas between them')
    .option('--map <file>', 'a mapping: which lines of a JSON log are which events (docs/mapping.md)')
    .option('--together', 'all files are logs of one execution')
    .option(
      '--max-frontier <n>',
      'give a trace up when more states than this are possible at once',
      wholeNumber,
    )
    .option('--timeout <seconds>', 'give up after this time', positive)
    .option('--merge <report...>', 'reports of earlier runs (JSON), to add to this one')
    .option('--min-actions <percent>', 'exit code 1 if fewer actions were surely taken', percent)
    .option('--min-steps <percent>', 'exit code 1 if fewer steps were surely taken', percent)
    .option('--min-states <percent>', 'exit code 1 if fewer states were surely visited', percent)
    .option('--all', 'all of the shortest behaviours to steps not taken, not about ten lines of them')
    .option('--json', 'print the report as JSON')
    .option('--out <file>', 'write the report as JSON, wholly or not at all')
    .option('--html <file>', 'write a page that shows the report')
    .action(async (files: string[], options: Omit<CoverageOptions, 'color'>) => {
      const { project, color } = synod.opts<{ readonly project?: string; readonly color: boolean }>();
      const { coverageCommand } = await import('../coverage/command.js');
      finish(await coverageCommand(() => openProject(project), files, { ...options, color }));
    });
}
