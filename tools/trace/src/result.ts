import type { Conjunct, Divergence, Verdict } from '@synod/conformance';

/** A divergence, and the conjuncts that decide it as far as they could be found. */
export interface Explained {
  readonly divergence: Divergence;
  readonly conjuncts: readonly Conjunct[];
}

/** A divergence as it is told: plain, with colours, and for programs. */
export interface Told {
  readonly text: string;
  readonly coloured: string;
  readonly json: unknown;
}

/** What a check of one model came to: plain data, which can be sent from one thread to another. */
export interface Result {
  readonly model: string;
  /** How long it took, in seconds. */
  readonly seconds: number;
  readonly verdict: 'conforms' | 'diverges' | 'could not tell';
  /** Why it could not be told. */
  readonly reason?: string;
  /** What was compared, unless it could not be told. */
  readonly compared?: Omit<Verdict, 'conforms' | 'divergences'>;
  readonly divergences: readonly Told[];
}

/** The exit code of a check: 1 if a model diverges, else 2 if one could not be told of, else 0. */
export function exitCode(results: readonly Result[]): 0 | 1 | 2 {
  if (results.some(({ verdict }) => verdict === 'diverges')) return 1;
  return results.some(({ verdict }) => verdict === 'could not tell') ? 2 : 0;
}
