import type { LivenessRow } from '@synod/liveness';
import type { StateGraph } from '@synod/spec';
import type { LiveModel } from './model.js';
import type { TlcVerdict } from './tlc.js';

/** A row of a model's table: what the explorer says, and what TLC says if it was asked. */
export interface LiveRow extends LivenessRow {
  readonly tlc: TlcVerdict | undefined;
}

/** What came of a model. */
export interface LiveResult {
  readonly model: LiveModel;
  readonly graph: StateGraph;
  readonly rows: readonly LiveRow[];
  /** Of the explorer: exploration and search. */
  readonly seconds: number;
}

/** Whether a row is as claimed, and TLC, if it was asked, says the same. */
export function asClaimed({ expected, verdict, tlc }: LiveRow): boolean {
  if (tlc === undefined) return expected;
  // A lasso ends TLC's search: only where there is none has it counted all states.
  return expected && tlc.holds === verdict.holds && (!tlc.holds || tlc.states === verdict.states);
}

/** The exit code: 0 if every row of every model is as claimed, else 1. */
export function liveExitCode(results: readonly LiveResult[]): 0 | 1 {
  return results.every(({ rows }) => rows.every(asClaimed)) ? 0 : 1;
}
