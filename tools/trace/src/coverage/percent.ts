import type { CoverageCount } from '@synod/conformance';

/** Reads `95` or `99.5`; undefined if it is no number from 0 to 100. */
export function readPercent(text: string): number | undefined {
  const isPercent = /^\d{1,3}(?:\.\d{1,9})?$/.test(text) && Number(text) <= 100;
  return isPercent ? Number(text) : undefined;
}

/** The share that was taken, in percent for a column, rounded down: `100.0` means all. */
export function percentText({ taken, total }: Pick<CoverageCount, 'taken' | 'total'>): string {
  if (total === 0) return '–';
  return (Math.floor((taken * 1000) / total) / 10).toFixed(1);
}
