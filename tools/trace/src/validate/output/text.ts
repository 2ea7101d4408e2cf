import type { TraceReport } from '@synod/conformance';
import { divergenceText, visible } from '@synod/conformance/text';
import type { Colours } from '../../output/colours.js';
import { reportTable } from './table.js';

/** For the terminal: every divergence, then a table with a row for each execution. */
export function reportText(reports: readonly TraceReport[], colours: Colours): string {
  const divergences = reports.flatMap((report) => divergenceText(report, colours) ?? []);
  const seen = reports.map((report) => visible(report));
  return [...divergences, reportTable(seen, colours)].join('\n\n');
}
