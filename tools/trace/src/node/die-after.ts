import type { Moment } from '@synod/runtime';
import { InvalidArgumentError } from 'commander';
import type { DieAfter } from './options.js';

/** Reads `ledger:3`. */
export function parseDieAfter(text: string): DieAfter {
  const [, moment, times] = /^(ledger|trace|send):([1-9]\d{0,8})$/.exec(text) ?? [];
  if (moment === undefined) throw new InvalidArgumentError('it must be ledger:N, trace:N or send:N.');
  return { moment: moment as Moment, times: Number(times) };
}

/** Kills the process when it comes to a moment for the n-th time, as `kill -9` would: nothing is written or closed any more. */
export function deathAfter({ moment: last, times }: DieAfter): (moment: Moment) => void {
  let left = times;
  return (moment) => {
    if (moment !== last) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
