import { type Command, Option } from 'commander';
import { openProject } from '../open-project.js';
import type { SimulateOptions } from '../simulate/options.js';
import { percent, wholeNumber } from './numbers.js';

/** `synod simulate`. */
export function addSimulate(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('simulate')
    .description(
      'run Paxos under seeded faults, and hold every run against the specification: 1 if one fails, 2 could not tell',
    )
    .option('--seeds <range>', 'the seeds of the runs: A..B, or one', '1..1000')
    .option('--faults <names>', 'what may go wrong: names with commas between them, all or none', 'all')
    .option('--nodes <n>', 'how many nodes, each proposer, acceptor and learner (default: 3)', wholeNumber)
    .addOption(
      new Option('--learning <way>', 'who is told of votes (default: all)').choices([
        'all',
        'distinguished',
        'set',
      ]),
    )
    .option(
      '--model <name>',
      'stay within a bounded model of Paxos, and hold the runs against its exported graph',
    )
    .option('--coverage', 'with --model: count the states and steps of the graph that the runs take')
    .option('--min-states <percent>', 'with --coverage: exit code 1 if fewer states were visited', percent)
    .option('--mapping', 'compare the whole state of Paxos that the nodes map to, at every step')
    .option('--record <folder>', "write each run's trace there")
    .option('--replay <file>', 'run a saved schedule instead')
    .option(
      '--save <file>',
      'where the schedule of a failing run goes (default: simulate-SEED.schedule.ndjson)',
    )
    .option('--workers <n>', 'how many threads (default: one a processor)', wholeNumber)
    .option('--json', 'print the result as JSON')
    .action(async (options: Omit<SimulateOptions, 'color'>) => {
      const { project, color } = synod.opts<{ readonly project?: string; readonly color: boolean }>();
      const { simulateCommand } = await import('../simulate/command.js');
      finish(await simulateCommand(() => openProject(project), { ...options, color }));
    });
}
