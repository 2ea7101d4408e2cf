import { Command, Option } from 'commander';
import { type CheckOptions, checkCommand } from './commands/check.js';
import { type ExportOptions, exportCommand } from './commands/export.js';
import { type LiveOptions, liveCommand } from './commands/live.js';
import { modelsCommand } from './commands/models.js';
import { showCommand } from './commands/show.js';
import { type SpecrefsOptions, specrefsCommand } from './commands/specrefs.js';
import { tlcCommand } from './commands/tlc.js';
import { openProject, type Project } from './project.js';

/** What the global options say. */
interface Global {
  readonly project?: string;
  readonly color: boolean;
}

/**
 * The command line. Each command sets the exit code through `finish`.
 *
 * @param finish is given the exit code of the command that was run
 */
export function program(finish: (exitCode: number) => void): Command {
  const synod = new Command('synod')
    .description('Holds TypeScript to its TLA+ specification, state by state and step by step.')
    .addOption(
      new Option('--project <folder>', 'the folder that has specs/ and traces/ (default: this repository)'),
    )
    .option('--no-color', 'no colours, even on a terminal')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  const run = async (work: (project: Project, global: Global) => Promise<number>): Promise<void> => {
    const global = synod.opts<Global>();
    finish(await work(await openProject(global.project), global));
  };

  synod
    .command('check')
    .description(
      'compare the TypeScript with what TLC found: exit code 0 conforms, 1 diverges, 2 could not tell',
    )
    .argument('[model...]', 'models to check (default: all whose exports are committed)')
    .option('--live', 'run TLC now instead of reading its committed export')
    .option('--json', 'print the result as JSON')
    .option('--junit <file>', 'write a JUnit report')
    .action((models: string[], options: CheckOptions) =>
      run((project, global) => checkCommand(project, models, { ...options, color: global.color })),
    );
  synod
    .command('export')
    .description('have TLC write down the states and steps of models, into traces/tlc')
    .argument('[model...]', 'models to export (default: all that are committed)')
    .option('--out <folder>', 'write there instead')
    .option('--check', 'write nothing: compare with what lies there, exit code 1 if it differs')
    .option('--or-manifests', 'without TLC, hold what lies there to its manifests instead of failing')
    .action((models: string[], options: ExportOptions) =>
      run((project) => exportCommand(project, models, options)),
    );
  synod
    .command('live')
    .description('check that LiveSpec implies Success, and that it does not with any conjunct of it dropped')
    .argument('[model...]', 'models to check (default: all there are)')
    .option('--tlc', 'have TLC check the same')
    .option('--json', 'print the result as JSON')
    .action((models: string[], options: LiveOptions) =>
      run((project, global) => liveCommand(project, models, { ...options, color: global.color })),
    );
  synod
    .command('models')
    .description('list the models')
    .option('--json', 'print them as JSON')
    .action((options: { json?: boolean }) =>
      run((project, global) => modelsCommand(project, { ...options, color: global.color })),
    );
  synod
    .command('show')
    .description('show a state, its steps in and out, and its derived operators')
    .argument('<model>', 'the model')
    .argument('<state>', "its number, or values of variables: 'maxBal = (a1 :> 0)'")
    .option('--json', 'print it as JSON')
    .action((model: string, state: string, options: { json?: boolean }) =>
      run((project) => showCommand(project, model, state, options)),
    );
  synod
    .command('specrefs')
    .description('hold the text of the specifications and the comments of the code against each other')
    .option('--table', 'print where each definition stands and what transcribes it, as Markdown')
    .option('--write', 'write that table to docs/specrefs.md')
    .option('--json', 'print the result as JSON')
    .action((options: SpecrefsOptions) => run((project) => specrefsCommand(project, options)));
  synod
    .command('tlc')
    .description('run TLC: its arguments, output and exit code')
    .argument('[arguments...]', 'as TLC takes them')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (tlcArguments: string[]) => finish(await tlcCommand(tlcArguments)));
  return synod;
}
