import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Checked, ExploreOptions } from '../explore/options.js';
import { openProject } from '../open-project.js';
import { positive, wholeNumber } from './numbers.js';

/** `synod explore`, which needs a project only for the bundled models. */
export function addExplore(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('explore')
    .description(
      "find all states of a model from its specification's text, and check them: 0 holds, 1 does not, 2 could not tell",
    )
    .argument('<model>', 'a bundled model, or a module of your own: FILE.tla')
    .option('--config <file>', 'the cfg file (default: the one of the same name beside the module)')
    .addOption(
      new Option('--check <what>', 'invariants, refinement (properties), both with a comma, or none')
        .argParser(checked)
        .default({ invariants: true, refinement: true }, 'invariants,refinement'),
    )
    .addOption(
      new Option('--tier <tier>', 'how states are kept (default: packed, if that is possible)').choices([
        'packed',
        'values',
      ]),
    )
    .option(
      '--workers <n>',
      'how many threads (default: one a processor; small models need one)',
      wholeNumber,
    )
    .option(
      '--symmetry',
      'take states for one that differ in which model value is which; SYMMETRY in the cfg file is used without it',
    )
    .option('--limit <n>', 'give up when there are more states', wholeNumber)
    .option('--timeout <seconds>', 'give up after this time', positive)
    .option('--json', 'print the result as JSON')
    .action(async (model: string, options: Omit<ExploreOptions, 'color'>) => {
      const { project, color } = synod.opts<{ readonly project?: string; readonly color: boolean }>();
      const { exploreCommand } = await import('../explore/command.js');
      finish(await exploreCommand(() => openProject(project), model, { ...options, color }));
    });
}

function checked(text: string): Checked {
  if (text === 'none') return { invariants: false, refinement: false };
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== 'invariants' && name !== 'refinement');
  if (unknown !== undefined)
    throw new InvalidArgumentError('it must be invariants, refinement, both, or none.');
  return { invariants: names.includes('invariants'), refinement: names.includes('refinement') };
}
