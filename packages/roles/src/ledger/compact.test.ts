import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterOf } from '../cluster.js';
import { node } from '../node/node.js';
import { compactEntries } from './compact.js';
import type { StoredEntry } from './entry.js';

const entry: fc.Arbitrary<StoredEntry> = fc.record({
  instance: fc.constantFrom('one', 'two'),
  record: fc.oneof(
    fc.record({ type: fc.constant('promise' as const), bal: fc.nat(9) }),
    fc.record({ type: fc.constant('vote' as const), bal: fc.nat(9), val: fc.constantFrom('A', 'K') }),
    fc.record({ type: fc.constant('ballot' as const), bal: fc.nat(9) }),
  ),
});

test('a node is the same after what is left of its ledger', () => {
  const role = node('a', clusterOf(['a', 'b', 'c']));
  const state = (entries: readonly StoredEntry[], of: string): unknown =>
    entries
      .filter(({ instance }) => instance === of)
      .reduce((before, { record }) => role.restore(before, record), role.initial);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }).map(asRolesWrite), (entries) => {
      const left = compactEntries(entries);
      for (const instance of ['one', 'two']) {
        expect(state(left, instance)).toEqual(state(entries, instance));
        expect(left.filter((kept) => kept.instance === instance).length).toBeLessThanOrEqual(3);
      }
      expect(compactEntries(left)).toEqual(left);
    }),
  );
});

/** Without the records that no role writes: what it takes part in only goes up. */
function asRolesWrite(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  const highest = new Map<string, number>();
  return entries.filter(({ instance, record: { type, bal } }) => {
    const of = `${instance} ${type === 'ballot' ? type : 'acceptor'}`;
    const before = highest.get(of) ?? -1;
    if (bal <= before && !(type === 'vote' && bal === before)) return false;
    highest.set(of, bal);
    return true;
  });
}
