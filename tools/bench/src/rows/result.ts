import { summary } from '../measure/statistics.js';
import type { Row, RowResult, Runs, Side, SideResult } from './row.js';

/** Puts the runs of a row together and holds them to what is wanted of it. */
export function resultOf(row: Row, runs: Runs, againstRuns: Runs): RowResult {
  const side = sideResult(row.side, runs);
  const against = row.against && sideResult(row.against, againstRuns);
  const ratio = against && against.seconds.median / side.seconds.median;
  return { row, side, against, ratio, met: isMet(row, side, ratio) };
}

function sideResult({ name }: Side, runs: Runs): SideResult {
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    name,
    seconds: summary(runs.map(({ seconds }) => seconds)),
    peakBytes: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

function isMet({ wanted, amount }: Row, side: SideResult, ratio: number | undefined): boolean | undefined {
  switch (wanted?.type) {
    case undefined:
      return undefined;
    case 'times faster':
      return (ratio ?? 0) >= wanted.atLeast && isWithin(side.peakBytes, wanted.peakBytes);
    case 'times as long':
      return 1 / (ratio ?? 0) <= wanted.atMost;
    case 'seconds':
      return side.seconds.median < wanted.below;
    case 'a second':
      return (amount?.count ?? 0) / side.seconds.median >= wanted.atLeast;
  }
}

/** Whether what a process took stays below a bound; where there is one, it must have been measured. */
function isWithin(peakBytes: number | undefined, bound: number | undefined): boolean {
  return bound === undefined || (peakBytes !== undefined && peakBytes < bound);
}
