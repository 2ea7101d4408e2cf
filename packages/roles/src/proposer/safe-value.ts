import type { Reported } from './state.js';

/**
 * What may be proposed when a quorum has reported its last votes: the value of the highest ballot among them, for it may have
 * been chosen; any value if there is none. How many voted for a value does not matter.
 *
 * @param own what the proposer would propose if it is free to
 * @spec Paxos!Phase2a (Q1bv)
 */
export function safeValue(reported: readonly Reported[], own: string | undefined): string | undefined {
  let highest: Reported = { mbal: -1, mval: undefined };
  for (const vote of reported) {
    if (vote.mbal > highest.mbal) highest = vote;
  }
  return highest.mbal >= 0 ? highest.mval : own;
}
