import type { TraceEvent } from './trace.js';

/** Events matched so far: how many of each process's log, in the order of the processes. */
export type Cut = readonly number[];

/** How many events a cut has. */
export function cutSize(cut: Cut): number {
  return cut.reduce((sum, count) => sum + count, 0);
}

/** A cut that some behaviour matches and that none goes beyond. */
export interface MaximalCut {
  readonly cut: Cut;
  /** The states that are possible after it, before any hidden step, as numbers of the space. None if `init` matches no initial state. */
  readonly states: readonly number[];
}

/** What a search came to. */
export interface Outcome {
  readonly conforms: boolean;
  /** The most events that some behaviour matches. */
  readonly matched: number;
  /** If it diverges: every maximal cut, those with most events first. */
  readonly maximal: readonly MaximalCut[];
  /** If it diverges: the first event that no behaviour matches. */
  readonly first: TraceEvent | undefined;
  /** How many pairs of a cut and a state were looked at. */
  readonly visited: number;
}
