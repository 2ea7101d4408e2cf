import { InputError } from '@synod/tla';
import { number } from '../trace/text/number.js';
import type { CoverageCount, CoverageReport } from './report.js';

/** How much is to be taken at least, in percent: 0 to 100. What was perhaps taken does not count. */
export interface Thresholds {
  readonly actions?: number | undefined;
  readonly steps?: number | undefined;
  readonly states?: number | undefined;
}

/**
 * What a report misses of what is asked for: a sentence for each kind, none if it is enough. Rates are compared as
 * they are, not as they are rounded.
 *
 * @throws InputError if a threshold is no percentage
 */
export function missedThresholds(
  report: Pick<CoverageReport, 'actions' | 'steps' | 'states'>,
  thresholds: Thresholds,
): readonly string[] {
  return (['actions', 'steps', 'states'] as const).flatMap((kind) => {
    const asked = thresholds[kind];
    if (asked === undefined) return [];
    if (!(asked >= 0 && asked <= 100)) {
      throw new InputError('threshold', `${kind}: a percentage is from 0 to 100, and ${asked} is asked for.`);
    }
    const { total, taken } = report[kind];
    if (total === 0 && asked > 0) return `${kind}: the graph has none, and ${asked} % are asked for.`;
    if (isEnough(report[kind], asked)) return [];
    return `${kind}: ${rateText(report[kind])} of ${number(total)} were taken (${number(taken)}), and ${asked} % are asked for.`;
  });
}

function isEnough({ total, taken }: CoverageCount, asked: number): boolean {
  const [percent, scale] = decimal(asked);
  return BigInt(taken) * 100n * scale >= percent * BigInt(total);
}

/** The number that its digits say, as a fraction: 61.2 is 612 / 10, though no floating-point number is. */
function decimal(percent: number): readonly [bigint, bigint] {
  const [digits = '0', exponent = '0'] = String(percent).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length - Number(exponent))];
}

/** `61.2 %`, rounded down: never more than it is. */
export function rateText({ total, taken }: CoverageCount): string {
  if (total === 0) return '0 %';
  const tenths = Math.floor((taken * 1000) / total);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
}
