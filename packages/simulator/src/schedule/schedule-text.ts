import type { Schedule } from '../run.js';

/** The version of the format that is written and read here. */
export const scheduleVersion = 1;

/** A schedule as a file: a header with the cluster and the seed, then a move a line, each of them JSON. */
export function scheduleText({ cluster, moves, seed }: Schedule): string {
  const header = { schedule: scheduleVersion, ...(seed === undefined ? {} : { seed }), cluster };
  return [header, ...moves].map((line) => `${JSON.stringify(line)}\n`).join('');
}
