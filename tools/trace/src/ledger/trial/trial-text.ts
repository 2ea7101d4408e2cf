import type { Colours } from '../../output/colours.js';
import { number, plainTable } from '../../output/table.js';
import type { Trial } from './trial.js';

/** A row a trial, and what went wrong. */
export function trialText(trials: readonly Trial[], colours: Colours): string {
  const heads = ['', 'records', 'bytes', 'tried', 'all there', 'refused', 'wrong', 'time'];
  const rows = trials.map((trial) => [
    trial.name,
    ...[trial.records, trial.bytes, trial.tried, trial.kept, trial.refused].map(number),
    trial.wrong === 0 ? '0' : colours.red(number(trial.wrong)),
    `${trial.seconds.toFixed(1)} s`,
  ]);
  const examples = trials.flatMap((trial) => trial.examples.map((sentence) => `${trial.name}: ${sentence}`));
  return [plainTable(heads, rows, colours), ...(examples.length > 0 ? ['', ...examples] : [])].join('\n');
}
