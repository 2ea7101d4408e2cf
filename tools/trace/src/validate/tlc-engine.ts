import type { SearchOptions, TraceReport } from '@synod/conformance';
import type { Progress } from '../progress.js';
import type { Choice } from './choose.js';
import type { ValidateOptions } from './options.js';
import type { Execution } from './report.js';

/** An execution that TLC is to judge. */
export interface TlcCase {
  readonly execution: Execution;
  readonly choice: Choice;
}

export async function judgeWithTlc(
  cases: readonly TlcCase[],
  options: ValidateOptions,
  search: SearchOptions,
  progress: Progress,
): Promise<readonly TraceReport[]> {
  void [cases, options, search, progress];
  return [];
}
