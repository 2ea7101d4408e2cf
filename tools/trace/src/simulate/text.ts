import type { CoverageReport, TraceReport } from '@synod/conformance';
import { divergenceText, number } from '@synod/conformance/text';
import type { Cluster } from '@synod/roles';
import { allFaults, type FaultName, type Run, type Schedule } from '@synod/simulator';
import { percentText } from '../coverage/percent.js';
import type { Colours } from '../output/colours.js';
import type { Failure } from './failure.js';
import { moveText } from './move-text.js';
import type { Plan } from './plan.js';
import type { Tally } from './tally.js';

/** What went wrong, with how often it did. */
const faultTexts: Readonly<Record<FaultName, readonly [one: string, several: string]>> = {
  loss: ['message lost', 'messages lost'],
  duplication: ['message doubled', 'messages doubled'],
  delay: ['message late', 'messages late'],
  reordering: ['message overtaken', 'messages overtaken'],
  partition: ['message stopped by a partition', 'messages stopped by partitions'],
  'one-way': ['message stopped by a one-way partition', 'messages stopped by one-way partitions'],
  crash: ['crash', 'crashes'],
  torn: ['torn write', 'torn writes'],
  'slow-disk': ['slow write', 'slow writes'],
  skew: ['timer that went wrong', 'timers that went wrong'],
};

/** The runs in figures: a line each for what they were made of, and what happened in them. */
export function tallyText(plan: Plan, tally: Tally): string {
  const { runs, moves, events, learned, ballots, highest, faults } = tally;
  const lines: readonly (readonly [string, string])[] = [
    ['runs', `${number(runs)} of ${clusterText(plan.cluster)}; faults: ${faultNamesText(plan)}`],
    ['moves', number(moves)],
    ['events', `${number(events)}, each run held against ${plan.model ?? 'Paxos in TypeScript'}`],
    ['learned', `in ${number(learned)} runs somebody knows what was chosen`],
    ['ballots', ballots === 0 ? 'none' : `${number(ballots)} begun, the highest ${number(highest)}`],
    ['faults', countedFaults(faults)],
  ];
  return lines.map(([name, text]) => `${name.padEnd(9)}${text}`).join('\n');
}

function faultNamesText({ faults }: Plan): string {
  return faults.length === allFaults.size ? 'all' : faults.join(', ') || 'none';
}

/** A line for each, those that were most often first. */
function countedFaults(faults: Tally['faults']): string {
  const counts = (Object.entries(faults) as [FaultName, number][]).toSorted(
    ([, one], [, other]) => other - one,
  );
  const width = number(counts[0]?.[1] ?? 0).length;
  return (
    counts
      .map(([name, count]) => `${number(count).padStart(width)} ${faultTexts[name][count === 1 ? 0 : 1]}`)
      .join(`\n${' '.repeat(9)}`) || 'none'
  );
}

function clusterText({ acceptors, proposers, learners, quorums, learning }: Cluster): string {
  const own = proposers.every((node) => acceptors.includes(node));
  const nodes = own
    ? `${acceptors.length} nodes`
    : `${acceptors.length} acceptors, ${proposers.length} proposers, ${learners.length} learners`;
  const kind = quorums.type === 'explicit' ? `${quorums.quorums.length} quorums` : quorums.type;
  return `${nodes}; quorums: ${kind}; learning: ${learning.type}`;
}

function share(count: CoverageReport['states']): string {
  return `${number(count.taken)} of ${number(count.total)} (${percentText(count)} %)`;
}

/** What of the model's graph the runs exercise. */
export function coverageText({ against, states, steps }: CoverageReport): string {
  return `${'coverage'.padEnd(9)}of ${against}: ${share(states)} states, ${share(steps)} steps`;
}

/** How a failing run fails: the moves that are left of it, and what came of them. */
export function failureText(
  { seed, moves, schedule, replays, run, report }: Failure,
  colours: Colours,
): string {
  const left = `${schedule.moves.length} of ${moves} moves, found with ${number(replays)} replays`;
  return [
    colours.bold(`seed ${seed} fails. A shortest schedule that fails in the same way (${left}):`),
    scheduleLines(schedule),
    ...outcomeLines(run, report, colours),
  ].join('\n');
}

export function scheduleLines({ moves }: Schedule): string {
  return moves.map((move, at) => `${String(at + 1).padStart(4)}  ${moveText(move)}`).join('\n');
}

/** What must hold and did not, and in what the trace diverges. */
export function outcomeLines(
  { violations }: Pick<Run, 'violations'>,
  report: TraceReport | undefined,
  colours: Colours,
): readonly string[] {
  const divergence = report === undefined ? undefined : divergenceText(report, colours);
  return [
    ...violations.map(({ type, message, moves }) => `${colours.red(type)}, after move ${moves}: ${message}`),
    ...(divergence === undefined ? [] : [divergence]),
    ...(report?.verdict === 'could not tell' ? [`could not tell: ${report.reason ?? ''}`] : []),
  ];
}
