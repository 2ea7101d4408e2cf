import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DriveCommandOptions } from '../drive/options.js';
import { covers } from '../generate/options.js';
import { openProject } from '../open-project.js';
import { positive, wholeNumber } from './numbers.js';

/** `synod drive`, which needs a project only for the bundled models. */
export function addDrive(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('drive')
    .description(
      'run an implementation through steps of a specification: exit code 0 conforms, 1 diverges, 2 could not tell',
    )
    .argument(
      '[command...]',
      'after --, the program that takes the steps, and its arguments: it answers lines of JSON on standard input',
    )
    .option(
      '--roles',
      "instead of a program: the project's own proposers and acceptors, for a model of Paxos",
    )
    .option('--restart', 'with --roles: before each step they crash, and start again from their ledgers')
    .option('--model <name>', 'a bundled model whose steps it is to take')
    .option('--graph <file>', 'an export of TLC of any specification whose steps it is to take')
    .option(
      '--spec <file>',
      'the module of a specification of your own (.tla): names of parameters; without --graph it is compiled',
    )
    .option('--cfg <file>', 'its cfg file')
    .option('--config <file>', 'the same as --cfg')
    .option('--log <file>', "TLC's own output of the run that wrote the graph, to know that it is whole")
    .option('--variables <names>', 'the variables of the graph in their order, with commas between them')
    .addOption(new Option('--cover <what>', 'what the behaviours cover (default: steps)').choices(covers))
    .option('--max-length <n>', 'no behaviour has more steps than this', atLeastOne)
    .option('--random <n>', 'so many behaviours by chance instead', atLeastOne)
    .option('--seed <n>', 'with --random: what they follow from', wholeNumber)
    .option('--length <n>', 'with --random: how many steps each has (default: 40)', atLeastOne)
    .option('--no-refusals', 'do not ask for steps that are not allowed')
    .option('--no-shrink', 'do not look for a shorter way to a failure')
    .option('--timeout <seconds>', 'give up when an answer takes longer (default: 10)', positive)
    .option('--json', 'print the result as JSON')
    .action(async (command: string[], options: Omit<DriveCommandOptions, 'color'>) => {
      const { project, color } = synod.opts<{ readonly project?: string; readonly color: boolean }>();
      const { driveCommand } = await import('../drive/command.js');
      finish(await driveCommand(() => openProject(project), command, { ...options, color }));
    });
}

function atLeastOne(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number from 1 up.');
}
