import type { MismatchReport } from '../report.js';

/** The kind of a mismatch, and what decides it: the same for the same reason. */
export function reasonText({ kind, conjuncts, nearest }: MismatchReport): string {
  const decides = conjuncts.map(({ file, line, text }) => `${file}:${line}: ${text}`).toSorted();
  const paths = nearest?.differences.map(({ path }) => path).toSorted();
  return JSON.stringify([kind, decides, paths]);
}
