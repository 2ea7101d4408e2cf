import type { StoredEntry } from './entry.js';

/**
 * The entries that a node still needs, in their order: it is the same after them as after all. Of each instance the last vote, the
 * last promise if it is for a higher ballot, and the last ballot that was begun; last means of the highest ballot.
 */
export function compactEntries(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  const last = {
    promise: new Map<Instance, number>(),
    vote: new Map<Instance, number>(),
    ballot: new Map<Instance, number>(),
  };
  const ballotOf = (at: number | undefined): number =>
    at === undefined ? -1 : (entries[at]?.record.bal ?? -1);
  for (const [at, { instance, record }] of entries.entries()) {
    const before = last[record.type].get(instance);
    if (record.bal > ballotOf(before)) last[record.type].set(instance, at);
  }
  return entries.filter(({ instance, record }, at) => {
    if (last[record.type].get(instance) !== at) return false;
    // A vote is a promise, too.
    return record.type !== 'promise' || record.bal > ballotOf(last.vote.get(instance));
  });
}

type Instance = string | undefined;
