import type { RowResult, SideResult } from '../rows/row.js';
import type { Machine } from './machine.js';

/** What was measured, for programs: seconds, bytes, and what was wanted. */
export function resultJson(machine: Machine, results: readonly RowResult[]): string {
  const rows = results.map(({ row, side, against, ratio, met }) => ({
    id: row.id,
    group: row.group,
    work: row.work,
    amount: row.amount,
    measured: sideJson(side),
    against: against && sideJson(against),
    ratio,
    wanted: row.wanted,
    met,
  }));
  return `${JSON.stringify({ format: 'synod-bench', version: 1, machine, rows }, undefined, 2)}\n`;
}

function sideJson({ name, seconds, peakBytes }: SideResult): object {
  return { name, seconds, peakBytes };
}
