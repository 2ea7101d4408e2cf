import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { CertificateOptions } from './commands/certificate.js';
import type { CheckOptions } from './commands/check.js';
import { addCluster } from './commands/cluster.js';
import { addCoverage } from './commands/coverage.js';
import { addDrive } from './commands/drive.js';
import { addExplore } from './commands/explore.js';
import type { ExportOptions } from './commands/export.js';
import { addGenerate } from './commands/generate.js';
import type { GraphOptions } from './commands/graph.js';
import { addLedger } from './commands/ledger.js';
import type { LiveOptions } from './commands/live.js';
import type { MutantsOptions } from './commands/mutants.js';
import { addNode } from './commands/node.js';
import { addPropose } from './commands/propose.js';
import { addQuery } from './commands/query.js';
import { addSimulate } from './commands/simulate.js';
import type { SpecrefsOptions } from './commands/specrefs.js';
import { addStory } from './commands/story.js';
import { addTypes } from './commands/types.js';
import { addValidate } from './commands/validate-options.js';
import type { ExportForeignOptions } from './export-foreign/command.js';
import { openProject, type Project } from './open-project.js';

/** What the global options say. */
interface Global {
  readonly project?: string;
  readonly color: boolean;
}

/** Runs a command on the project that the global options name; its exit code becomes the program's. */
type Run = (work: (project: Project, global: Global) => Promise<number>) => Promise<void>;

/**
 * The command line. Each command sets the exit code through `finish`, and is loaded when it is run: none waits for another's
 * files.
 *
 * @param finish is given the exit code of the command that was run
 */
export function program(finish: (exitCode: number) => void): Command {
  const synod = new Command('synod')
    .description('Holds TypeScript to its TLA+ specification, state by state and step by step.')
    .addOption(
      new Option('--project <folder>', 'the folder that has specs/ and traces/ (default: this repository)'),
    )
    .version(version(), '-v, --version', 'print the version')
    .option('--no-color', 'no colours, even on a terminal')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  const run: Run = async (work) => {
    const global = synod.opts<Global>();
    finish(await work(await openProject(global.project), global));
  };

  addChecks(synod, run);
  addExplore(synod, finish);
  addValidate(synod, finish);
  addCoverage(synod, finish);
  addGenerate(synod, finish);
  addDrive(synod, finish);
  addSimulate(synod, finish);
  addStory(synod, finish);
  addModels(synod, run);
  addTlc(synod, run, finish);
  addGraph(synod, finish);
  addTypes(synod, finish);
  addNode(synod, finish);
  addPropose(synod, finish);
  addQuery(synod, finish);
  addCluster(synod, finish);
  addLedger(synod, finish);
  return synod;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return (manifest as { readonly version: string }).version;
}

/** What holds the code to what TLC found. */
function addChecks(synod: Command, run: Run): void {
  synod
    .command('check')
    .description(
      'compare the TypeScript with what TLC found: exit code 0 conforms, 1 diverges, 2 could not tell',
    )
    .argument('[model...]', 'models to check (default: all whose exports are committed)')
    .option('--live', 'run TLC now instead of reading its committed export')
    .option(
      '--fresh',
      'read exports and compile texts again, even if nothing has changed since they were last',
    )
    .option('--json', 'print the result as JSON')
    .option('--junit <file>', 'write a JUnit report')
    .action((models: string[], options: CheckOptions) =>
      run(async (project, global) => {
        const { checkCommand } = await import('./commands/check.js');
        return checkCommand(project, models, { ...options, color: global.color });
      }),
    );
  synod
    .command('certificate')
    .description('hold models too large to keep to their certificates: hashes of their states and steps')
    .argument('[model...]', 'models (default: all whose exports are not committed)')
    .option('--live', 'run TLC too, and hold it to the certificate')
    .option('--write', 'run TLC, and write what it and the code agree on')
    .action((models: string[], options: CertificateOptions) =>
      run(async (project) => {
        const { certificateCommand } = await import('./commands/certificate.js');
        return certificateCommand(project, models, options);
      }),
    );
  synod
    .command('specrefs')
    .description('hold the text of the specifications and the comments of the code against each other')
    .option('--table', 'print where each definition stands and what transcribes it, as Markdown')
    .option('--write', 'write that table to docs/specrefs.md')
    .option('--json', 'print the result as JSON')
    .action((options: SpecrefsOptions) =>
      run(async (project) => {
        const { specrefsCommand } = await import('./commands/specrefs.js');
        return specrefsCommand(project, options);
      }),
    );
  synod
    .command('live')
    .description('check that LiveSpec implies Success, and that it does not with any conjunct of it dropped')
    .argument('[model...]', 'models to check (default: all there are)')
    .option('--tlc', 'have TLC check the same')
    .option('--json', 'print the result as JSON')
    .action((models: string[], options: LiveOptions) =>
      run(async (project, global) => {
        const { liveCommand } = await import('./commands/live.js');
        return liveCommand(project, models, { ...options, color: global.color });
      }),
    );
}

/** What shows models and what TLC found for them. */
function addModels(synod: Command, run: Run): void {
  synod
    .command('models')
    .description('list the models')
    .option('--json', 'print them as JSON')
    .action((options: { json?: boolean }) =>
      run(async (project, global) => {
        const { modelsCommand } = await import('./commands/models.js');
        return modelsCommand(project, { ...options, color: global.color });
      }),
    );
  synod
    .command('mutants')
    .description(
      'damage the TypeScript one place at a time, and show what gives each mutant away: 1 if one survives',
    )
    .option('--only <text>', 'only mutants whose id contains this')
    .option('--list', 'list them, and try none')
    .option('--protocol', 'known mistakes in the deployed protocol instead, in simulated clusters')
    .option('--seeds <number>', 'with --protocol: the most runs of a mistake (default: 2000)')
    .option('--markdown', 'with --protocol and --list: as docs/protocol-mutants.md')
    .option('--json', 'print the result as JSON')
    .action((options: Omit<MutantsOptions, 'color'>) =>
      run(async (project, global) => {
        const { mutantsCommand } = await import('./commands/mutants.js');
        return mutantsCommand(project, { ...options, color: global.color });
      }),
    );
  synod
    .command('show')
    .description('show a state, its steps in and out, and its derived operators')
    .argument('<model>', 'the model')
    .argument('<state>', "its number, or values of variables: 'maxBal = (a1 :> 0)'")
    .option('--json', 'print it as JSON')
    .action((model: string, state: string, options: { json?: boolean }) =>
      run(async (project) => {
        const { showCommand } = await import('./commands/show.js');
        return showCommand(project, model, state, options);
      }),
    );
  synod
    .command('disagreement')
    .description('show what happens when quorums do not intersect: to the explorer, and to TLC')
    .option('--no-tlc', 'leave TLC out')
    .action((options: { tlc: boolean }) =>
      run(async (project) => {
        const { disagreementCommand } = await import('./commands/disagreement.js');
        return disagreementCommand(project, options);
      }),
    );
}

/** What runs TLC. */
function addTlc(synod: Command, run: Run, finish: (exitCode: number) => void): void {
  synod
    .command('export')
    .description('have TLC write down the states and steps of models, into traces/tlc')
    .argument('[model...]', 'models to export (default: all that are committed)')
    .option('--out <folder>', 'write there instead')
    .option('--check', 'write nothing: compare with what lies there, exit code 1 if it differs')
    .option('--or-manifests', 'without TLC, hold what lies there to its manifests instead of failing')
    .option(
      '--spec <file>',
      'a model of your own instead: its module (.tla), its cfg file beside it; needs --out',
    )
    .option('--plain', 'with --spec: leave the files as TLC wrote them, uncompressed')
    .action(async (models: string[], options: ExportOptions & Partial<ExportForeignOptions>) => {
      const { spec } = options;
      if (spec === undefined) {
        const { exportCommand } = await import('./commands/export.js');
        await run((project) => exportCommand(project, models, options));
      } else {
        const { exportForeignCommand } = await import('./export-foreign/command.js');
        finish(await exportForeignCommand(models, { ...options, spec }));
      }
    });
  synod
    .command('tlc')
    .description('run TLC: its arguments, output and exit code')
    .argument('[arguments...]', 'as TLC takes them')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (tlcArguments: string[]) => {
      const { tlcCommand } = await import('./commands/tlc.js');
      await run(() => tlcCommand(tlcArguments));
    });
}

/** What reads the exports of any specification, and needs no project. */
function addGraph(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('graph')
    .description('turn what TLC wrote, of any specification, into a machine-readable graph')
    .argument(
      '<file>',
      'a dump, with dot or without, an error trace, an export folder, or - for standard input',
    )
    .option('--to <format>', 'ndjson (default), json, itf or dot')
    .option('--out <file>', 'write there, wholly or not at all, instead of to standard output')
    .option('--path <state>', 'with --to itf: the state that the trace ends in, its number or its values')
    .option('--stats', 'print figures of the graph instead')
    .option('--json', 'with --stats: print them as JSON')
    .option('--log <file>', "TLC's own output of the run, to know that the graph is whole")
    .option('--cfg <file>', 'the cfg file of the run, to know that the graph is exact')
    .option('--variables <names>', 'the variables in their order, with commas between them')
    .action(async (file: string, options: Omit<GraphOptions, 'color'>) => {
      const { graphCommand } = await import('./commands/graph.js');
      finish(await graphCommand(file, { ...options, color: synod.opts<Global>().color }));
    });
}
