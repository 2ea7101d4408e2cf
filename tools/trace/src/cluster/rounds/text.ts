import { number } from '@synod/conformance/text';
import type { RoundsResult } from './result.js';

/** What rounds came to, for people. */
export function roundsText(result: RoundsResult, folder: string): string {
  const { seed, rounds, wanted, kills, restarts, traces, events, ballot, answers, longest, bound, failures } =
    result;
  const all = Object.values(kills).reduce((sum, count) => sum + count, 0);
  const places = [
    `${kills.ledger} between ledger and trace`,
    `${kills.trace} between trace and send`,
    `${kills.send} between messages`,
    `${kills.any} at any moment`,
  ];
  const lines = [
    `${number(rounds)} rounds, seed ${seed}: ${failures.length === 0 ? 'as it must be' : 'NOT as it must be'}`,
    `  kill -9   ${number(all)}: ${places.join(', ')}; ${number(restarts)} restarts`,
    `  traces    ${number(traces)} of ${number(rounds)} instances conform to Paxos.tla: ${number(events)} events, ballots up to ${ballot}`,
    `  answers   ${number(answers)} to clients, ${failures.length === 0 ? 'none contradicts another' : 'see below'}`,
    `  longest   ${(longest / 1000).toFixed(1)} s until all knew, once nodes stayed up (bound: ${bound / 1000} s)`,
    `  time      ${result.seconds.toFixed(0)} s`,
  ];
  if (failures.length === 0 && rounds < wanted)
    lines.push(
      `stopped: ${number(rounds)} of ${number(wanted)} rounds were made, and nothing in them is wrong.`,
    );
  if (failures.length === 0) return lines.join('\n');
  return [...lines, '', ...failures.map((failure) => `  ${failure}`), '', `The files are in ${folder}.`].join(
    '\n',
  );
}
