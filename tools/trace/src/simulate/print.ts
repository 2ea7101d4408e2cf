import type { CoverageReport } from '@synod/conformance';
import { number } from '@synod/conformance/text';
import type { Colours } from '../output/colours.js';
import { type Failure, saveSchedule } from './failure.js';
import type { SimulateOptions } from './options.js';
import type { Plan, Seeds } from './plan.js';
import type { Outcome } from './run-seeds.js';
import { coverageText, failureText, tallyText } from './text.js';

/** What simulating came to. */
export interface Simulated {
  readonly seeds: Seeds;
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly workers: number;
  readonly failure: Failure | undefined;
  readonly coverage: CoverageReport | undefined;
}

/**
 * Prints what simulating came to, and saves the schedule of a run that failed.
 *
 * @returns the exit code
 */
export function printOutcome(result: Simulated, options: SimulateOptions, colours: Colours): 0 | 1 | 2 {
  const { failure } = result;
  const file =
    failure === undefined ? undefined : (options.save ?? `simulate-${failure.seed}.schedule.ndjson`);
  if (failure !== undefined && file !== undefined) saveSchedule(failure.schedule, file);
  const print = options.json === true ? jsonText : plainText;
  console.log(print(result, file, colours));
  return exitCode(result);
}

function exitCode({ failure, outcome }: Simulated): 0 | 1 | 2 {
  if (failure !== undefined) return 1;
  return outcome.stopped ? 2 : 0;
}

function plainText(result: Simulated, file: string | undefined, colours: Colours): string {
  const { plan, outcome, coverage, failure } = result;
  return [
    tallyText(plan, outcome.tally),
    ...(coverage === undefined ? [] : [coverageText(coverage)]),
    timeText(result),
    ...(failure === undefined || file === undefined
      ? [verdictText(result, colours)]
      : ['', failureText(failure, colours), '', againText(plan, file)]),
  ].join('\n');
}

function timeText({ seconds, workers, outcome: { tally } }: Simulated): string {
  const rate = number(Math.round(tally.runs / Math.max(seconds, 0.001)));
  const threads = `${workers} ${workers === 1 ? 'thread' : 'threads'}`;
  return `${'time'.padEnd(9)}${seconds.toFixed(1)} s with ${threads}, ${rate} runs a second`;
}

function verdictText({ plan, outcome, seeds }: Simulated, colours: Colours): string {
  const { runs } = outcome.tally;
  if (outcome.stopped) {
    const all = number(seeds.to - seeds.from + 1);
    return `${colours.yellow('stopped')}: ${number(runs)} of ${all} runs were made, and none failed.`;
  }
  const what = plan.observe === 'all' ? 'every run maps to a behaviour' : 'every run is a behaviour';
  return `${colours.green('conforms')}: ${what} of ${plan.model ?? 'Paxos'}; nobody learned two values, or one that nobody proposed.`;
}

function againText({ model, observe }: Plan, file: string): string {
  const more = `${model === undefined ? '' : ` --model ${model}`}${observe === 'all' ? ' --mapping' : ''}`;
  return `The schedule is in ${file}. To run it again: synod simulate --replay ${file}${more}`;
}

function jsonText(result: Simulated, file: string | undefined): string {
  const { seeds, plan, outcome, seconds, workers, failure, coverage } = result;
  const { cluster, faults, observe, model = null } = plan;
  return JSON.stringify(
    {
      format: 1,
      verdict: verdicts[exitCode(result)],
      seeds,
      cluster,
      faults,
      observe,
      model,
      tally: outcome.tally,
      ...(coverage === undefined ? {} : { coverage: { states: coverage.states, steps: coverage.steps } }),
      ...(failure === undefined ? {} : { failure: failureJson(failure, file) }),
      seconds,
      workers,
    },
    undefined,
    2,
  );
}

const verdicts = { 0: 'conforms', 1: 'fails', 2: 'stopped' } as const;

function failureJson({ seed, failure, moves, schedule, replays, run, report }: Failure, file = ''): object {
  return { seed, failure, moves, replays, file, schedule, violations: run.violations, report };
}
