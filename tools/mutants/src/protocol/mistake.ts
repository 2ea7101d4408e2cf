import type { Scenario } from './scenario.js';

/** A piece of a compiled file of @synod/roles, and what is to stand there instead. */
export interface Patch {
  /** Its file in the `dist` folder: `acceptor/vote.js`. */
  readonly file: string;
  /** What stands there, exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A known mistake in the protocol. */
export interface Mistake {
  /** `acceptor/vote-below-promise`: who makes it, and what it is. */
  readonly id: string;
  /** One sentence. */
  readonly mistake: string;
  readonly patches: readonly Patch[];
  /** Where it shows. */
  readonly scenario: Scenario;
}

/** A mistake that neither validation nor the agreement check can catch. */
export interface HiddenMistake extends Mistake {
  /** Why: what it does is a behaviour of Paxos.tla all the same. */
  readonly proof: string;
}

/** A mistake of which everything stands in one place. */
export function mistake(
  id: string,
  sentence: string,
  scenario: Scenario,
  ...[file, find, replace]: readonly [file: string, find: string, replace: string]
): Mistake {
  return { id, mistake: sentence, scenario, patches: [{ file, find, replace }] };
}
