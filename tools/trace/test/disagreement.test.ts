import { findTlc } from '@synod/tlc';
import { describe, expect, it } from 'vitest';
import { synod } from './synod.js';

const hasTlc = await findTlc({ offline: true }).then(
  () => true,
  () => false,
);

describe('quorums that do not intersect', () => {
  it('let the explorer find two chosen values after eight steps, and no fewer', { timeout: 60_000 }, () => {
    const { status, stdout } = synod(['disagreement', '--no-tlc']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^the explorer finds two chosen values after 8 steps:/);
    expect(stdout).toMatch(/8\. Phase2b\(a\d\)/);
    expect(stdout).toMatch(/type \|-> "2b", val \|-> v1\]/);
    expect(stdout).toMatch(/type \|-> "2b", val \|-> v2\]/);
  });

  it.skipIf(!hasTlc)('let TLC find them after as many', { timeout: 60_000 }, () => {
    const { status, stdout } = synod(['disagreement']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/TLC finds two chosen values after 8 steps:/);
    expect(stdout).toMatch(/the two paths have the same length\n$/);
  });
});
