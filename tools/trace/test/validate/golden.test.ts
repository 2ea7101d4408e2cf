import { describe, expect, it } from 'vitest';
import { recorded, slow, validate } from './bench.js';

/** The output, in which only the time is not always the same. */
function told(args: readonly string[]): string {
  const { status, stdout, stderr } = validate(args);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  return stdout.replaceAll(/\d+\.\d s/g, '0.0 s');
}

describe('all that is said of a divergence', () => {
  it('in a total order', slow, async () => {
    const args = [recorded('paxos-forgotten-promise.ndjson'), '--suggest-hidden', '--shrink'];
    await expect(told(args)).toMatchFileSnapshot('golden/total.txt');
  });

  it('in the logs of three processes with vector clocks', slow, async () => {
    const logs = ['p0', 'a1', 'a2'].map((process) =>
      recorded(`paxos-clock-forgotten-promise/${process}.ndjson`),
    );
    await expect(told([...logs, '--together'])).toMatchFileSnapshot('golden/clock.txt');
  });
});
