import type { TraceReport } from '@synod/conformance';
import { standardInput } from '@synod/conformance/judge';
import { filesText, visible } from '@synod/conformance/text';

/** What is to be said of an execution whatever came of it, for standard error: what could not be compared. */
export function warningLines(report: TraceReport): readonly string[] {
  const { warnings, files } = visible({ warnings: report.warnings, files: report.files });
  return warnings.map((warning) => placed(warning, files));
}

/** Why it could not be told, for standard error. Nothing if it could. */
export function reasonLine(report: TraceReport): string | undefined {
  if (report.verdict !== 'could not tell') return undefined;
  const { reason, files } = visible({ reason: report.reason, files: report.files });
  return placed(reason ?? 'it could not be told', files);
}

/** A sentence that says which file it is about; many do so themselves, and name the line. */
function placed(sentence: string, files: readonly string[]): string {
  const names = files.map((file) => (file === '-' ? standardInput : file));
  const isPlaced = names.some((name) => sentence.startsWith(`${name}:`));
  return isPlaced ? sentence : `${filesText({ files: names })}: ${sentence}`;
}
