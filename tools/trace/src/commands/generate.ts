import { type Command, InvalidArgumentError, Option } from 'commander';
import { covers, type GenerateCommandOptions, observations } from '../generate/options.js';
import { openProject } from '../open-project.js';

/** `synod generate`, which needs a project only for the bundled models. */
export function addGenerate(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('generate')
    .description('make tests of a graph: few and short behaviours that together cover it, as traces')
    .addOption(
      new Option('--cover <what>', 'what they are to take or visit, all of it')
        .choices(covers)
        .makeOptionMandatory(),
    )
    .option('--model <name>', 'a bundled model to make them of')
    .option('--graph <file>', 'an export of TLC of any specification to make them of')
    .option(
      '--spec <file>',
      'the module of a specification of your own (.tla): names of parameters; without --graph it is compiled',
    )
    .option('--cfg <file>', 'its cfg file')
    .option('--config <file>', 'the same as --cfg')
    .option('--log <file>', "TLC's own output of the run that wrote the graph, to know that it is whole")
    .option('--variables <names>', 'the variables of the graph in their order, with commas between them')
    .option('--max-length <n>', 'no behaviour has more steps than this', length)
    .option('--out <folder>', 'write a trace a behaviour into this folder, which must be new or empty')
    .addOption(
      new Option(
        '--observe <variables>',
        'with --out: the variables that an event says (default: all)',
      ).choices(observations),
    )
    .option('--json', 'print the figures as JSON')
    .action(async (options: Omit<GenerateCommandOptions, 'color'>) => {
      const { project, color } = synod.opts<{ readonly project?: string; readonly color: boolean }>();
      const { generateCommand } = await import('../generate/command.js');
      finish(await generateCommand(() => openProject(project), { ...options, color }));
    });
}

function length(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number from 1 up.');
}
