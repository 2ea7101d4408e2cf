import type { NodeId } from '@synod/roles';
import type { Standing } from './standing.js';

/** A table of what acceptors hold. */
export function holdings({ vote, maxBal }: Standing, acceptors: readonly NodeId[]): string {
  const rows = acceptors.map((acceptor) => {
    const last = vote(acceptor);
    const bal = maxBal(acceptor);
    return [
      acceptor,
      last === undefined ? 'none' : `${last.val} in ballot ${last.bal}`,
      bal < 0 ? 'none' : `${bal}`,
    ];
  });
  return table([['acceptor', 'last vote', 'takes part in no ballot below'], ...rows]);
}

/** Columns with two spaces between them, four before them. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => `    ${line(row)}`.trimEnd()).join('\n');
}
