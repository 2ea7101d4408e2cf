import type { TraceReport } from '@synod/conformance';
import { filesText } from './headline.js';
import { visible } from './visible.js';

/** What is to be said of an execution whatever came of it, for standard error: what could not be compared. */
export function warningLines(report: TraceReport): readonly string[] {
  const { warnings, files } = visible({ warnings: report.warnings, files: report.files });
  return warnings.map((warning) => {
    const placed = files.some((file) => warning.startsWith(`${file}:`));
    return placed ? warning : `${filesText({ files })}: ${warning}`;
  });
}

/** Why it could not be told, for standard error. Nothing if it could. */
export function reasonLine(report: TraceReport): string | undefined {
  if (report.verdict !== 'could not tell') return undefined;
  const { reason, files } = visible({ reason: report.reason, files: report.files });
  const why = reason ?? 'it could not be told';
  return files.some((file) => why.startsWith(`${file}:`)) ? why : `${filesText({ files })}: ${why}`;
}
