import { describe, expect, it } from 'vitest';
import type { Measurement } from '../measure/process.js';
import { resultOf } from './result.js';
import type { Row, Side, Wanted } from './row.js';

const side = (name: string): Side => ({
  name,
  command: { command: name, arguments: [], cwd: '.', shows: /./ },
});
const runs = (...seconds: readonly number[]): Measurement[] =>
  seconds.map((each) => ({ seconds: each, peakBytes: each * 1000, output: '' }));
const row = (wanted?: Wanted): Row => ({
  id: 'row',
  group: 'explore',
  work: 'something',
  side: side('synod'),
  against: side('TLC'),
  amount: { of: 'states', count: 100 },
  ...(wanted === undefined ? {} : { wanted }),
});
const met = (wanted: Wanted): boolean | undefined => resultOf(row(wanted), runs(2, 1, 3), runs(20, 10)).met;

describe('a row', () => {
  it('compares medians, and keeps the highest peak', () => {
    const { ratio, side: own, against, met: nothing } = resultOf(row(), runs(2, 1, 3), runs(20, 10));
    expect([ratio, own.seconds.median, against?.seconds.median]).toEqual([7.5, 2, 15]);
    expect([own.peakBytes, nothing]).toEqual([3000, undefined]);
  });

  it('is held to what is wanted of it', () => {
    expect(met({ type: 'times faster', atLeast: 7.5 })).toBe(true);
    expect(met({ type: 'times faster', atLeast: 7.6 })).toBe(false);
    expect(met({ type: 'times faster', atLeast: 1, peakBytes: 3001 })).toBe(true);
    expect(met({ type: 'times faster', atLeast: 1, peakBytes: 3000 })).toBe(false);
    const unmeasured = runs(2).map((run) => ({ ...run, peakBytes: undefined }));
    const bounded = row({ type: 'times faster', atLeast: 1, peakBytes: 3000 });
    expect(resultOf(bounded, unmeasured, runs(20)).met).toBe(false);
    expect(met({ type: 'times as long', atMost: 0.14 })).toBe(true);
    expect(met({ type: 'times as long', atMost: 0.13 })).toBe(false);
    expect(met({ type: 'seconds', below: 2.1 })).toBe(true);
    expect(met({ type: 'seconds', below: 2 })).toBe(false);
    expect(met({ type: 'a second', atLeast: 50 })).toBe(true);
    expect(met({ type: 'a second', atLeast: 51 })).toBe(false);
  });
});
