import type { TraceReport } from '@synod/conformance';

/** The verdict over several executions: diverges if one does, else could not tell if one could not be told. */
function overallVerdict(reports: readonly TraceReport[]): TraceReport['verdict'] {
  const has = (verdict: TraceReport['verdict']): boolean =>
    reports.some((report) => report.verdict === verdict);
  if (has('diverges')) return 'diverges';
  // To have compared nothing is not to conform.
  return has('could not tell') || reports.length === 0 ? 'could not tell' : 'conforms';
}

/** The reports for a program. Values of TLA+ are canonical text. */
export function reportsJson(reports: readonly TraceReport[]): string {
  const result = { format: 1, verdict: overallVerdict(reports), executions: reports };
  return JSON.stringify(result, undefined, 2);
}
