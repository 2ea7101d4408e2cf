import { type Command, Option } from 'commander';
import { openProject } from '../open-project.js';
import { engines, type ValidateOptions } from '../validate/options.js';
import { positive, wholeNumber } from './numbers.js';

/** `synod validate`, which needs a project only for the bundled models. */
export function addValidate(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('validate')
    .description('judge executions by their traces: exit code 0 conforms, 1 diverges, 2 could not tell')
    .argument(
      '<trace...>',
      'traces: NDJSON (docs/trace-format.md), ITF or a JSON error trace of TLC; a folder of them; - for standard input',
    )
    .option('--model <name>', 'a bundled model to hold them against (default: the one that the trace names)')
    .option('--graph <file>', 'an export of TLC of any specification: a dump, a folder, or a state graph')
    .addOption(
      new Option(
        '--engine <engine>',
        'who judges: the exported graph, the TypeScript specification, the specification compiled, or TLC itself',
      ).choices(engines),
    )
    .option(
      '--spec <file>',
      'the module of a specification of your own (.tla): names of parameters, the conjunct that is false',
    )
    .option('--cfg <file>', 'its cfg file: constants, derived operators')
    .option('--config <file>', 'the same as --cfg')
    .option('--log <file>', "TLC's own output of the run that wrote the graph, to know that it is whole")
    .option('--variables <names>', 'the variables of the graph in their order, with commas between them')
    .option('--map <file>', 'a mapping: which lines of a JSON log are which events (docs/mapping.md)')
    .option('--together', 'all files are logs of one execution')
    .option('--follow', 'go on while the trace is written, until it diverges or Ctrl-C')
    .option('--fresh', "read a bundled model's export again, even if it has not changed since it was last")
    .option('--strict', 'exit code 2 if something could not be compared')
    .option('--ballots <n>', 'with the TypeScript specification: ballots are 0 to n', wholeNumber)
    .option('--max-frontier <n>', 'give up when more states than this are possible at once', wholeNumber)
    .option('--timeout <seconds>', 'give up after this time', positive)
    .option(
      '--suggest-hidden',
      'say which steps, had they not been logged, would let a diverging trace go on',
    )
    .option('--shrink', 'find a shortest sub-trace that diverges for the same reason')
    .option('--json', 'print the result as JSON')
    .option('--junit <file>', 'write a JUnit report')
    .option('--html <file>', 'write a page that shows the divergences')
    .action(async (files: string[], options: Omit<ValidateOptions, 'color'>) => {
      const { project, color } = synod.opts<{ readonly project?: string; readonly color: boolean }>();
      const { validateCommand } = await import('./validate.js');
      finish(await validateCommand(() => openProject(project), files, { ...options, color }));
    });
}
