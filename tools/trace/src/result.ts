import type { Conjunct, Divergence, Verdict } from '@synod/conformance';

/** A divergence, and the conjuncts that decide it as far as they could be found. */
export interface Explained {
  readonly divergence: Divergence;
  readonly conjuncts: readonly Conjunct[];
}

/** What a check of one model came to. Times are in seconds. */
export type Result =
  | {
      readonly type: 'checked';
      readonly model: string;
      readonly seconds: number;
      readonly verdict: Verdict;
      readonly explained: readonly Explained[];
    }
  | { readonly type: 'unknown'; readonly model: string; readonly seconds: number; readonly reason: string };

/** The exit code of a check: 1 if a model diverges, else 2 if one could not be told of, else 0. */
export function exitCode(results: readonly Result[]): 0 | 1 | 2 {
  if (results.some((result) => result.type === 'checked' && !result.verdict.conforms)) return 1;
  return results.some((result) => result.type === 'unknown') ? 2 : 0;
}

/** `conforms`, `diverges` or `could not tell`. */
export function verdictOf(result: Result): string {
  if (result.type === 'unknown') return 'could not tell';
  return result.verdict.conforms ? 'conforms' : 'diverges';
}
