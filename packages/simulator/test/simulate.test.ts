import { createHash } from 'node:crypto';
import { clusterOf } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import {
  allFaults,
  deployed,
  type FaultName,
  faultNames,
  noFaults,
  outcomeOf,
  replay,
  scheduleText,
  simulate,
} from '../src/index.js';
import { conforms, run, shapes } from './support.js';

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);

describe('one seed, one schedule', () => {
  it('the same bytes whenever it is asked', () => {
    for (const seed of seeds(20)) expect(JSON.stringify(run(seed))).toBe(JSON.stringify(run(seed)));
  });

  it('the same bytes on every machine', () => {
    const text = seeds(50)
      .map((seed) => scheduleText(run(seed).schedule))
      .join('');
    expect(
      createHash('sha256')
        .update(scheduleText(run(1).schedule))
        .digest('hex'),
    ).toBe('2d8bf5445097a6c67d1d3adc422883121e0e559d38b7a79ae718be927e52a7a7');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      'a4bf2b271203822b28cd28e3d70368b34c1a237f4e9621a74264a2e9f28dbaf2',
    );
  });

  it('seeds of all sizes, each its own run', () => {
    const some = [0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1];
    const texts = some.map((seed) => JSON.stringify(run(seed).schedule.moves));
    expect(new Set(texts).size).toBe(some.length);
  });

  it('a replay is the run again', () => {
    for (const seed of seeds(50)) {
      const first = run(seed);
      expect(replay(first.schedule)).toEqual(first);
    }
  });

  it('refuses a simulation in which nobody proposes anything', () => {
    expect(() => run(0, { values: [] })).toThrow('there is no value to propose');
  });
});

describe('faults', () => {
  const countIn = (faults: ReadonlySet<FaultName>): Map<FaultName, number> => {
    const counts = new Map<FaultName, number>();
    for (const seed of seeds(100)) {
      run(seed, { faults, count: (fault) => counts.set(fault, (counts.get(fault) ?? 0) + 1) });
    }
    return counts;
  };

  it('all of them happen', () => {
    const counts = countIn(allFaults);
    for (const fault of faultNames) expect([fault, (counts.get(fault) ?? 0) > 10]).toEqual([fault, true]);
  });

  it.each(faultNames.filter((fault) => fault !== 'torn'))('%s happens alone', (fault) => {
    expect([...countIn(new Set([fault])).keys()]).toEqual([fault]);
  });

  it('none happen where none are asked for, and all know soon', () => {
    expect(countIn(noFaults).size).toBe(0);
    for (const seed of seeds(50)) {
      const { learned, schedule } = run(seed, { faults: noFaults });
      expect(new Set(learned.map(({ node }) => node)).size).toBe(3);
      expect(schedule.moves.every(({ move }) => move !== 'lose' && move !== 'crash')).toBe(true);
    }
  });

  it('crashes at every moment', () => {
    const crashes = seeds(300)
      .flatMap((seed) => run(seed).schedule.moves)
      .filter((move) => move.move === 'crash');
    expect(crashes.some(({ between }) => between === 'ledger')).toBe(true);
    expect(crashes.some(({ between }) => between === 'trace')).toBe(true);
    expect(crashes.some(({ kept = 0 }) => kept > 0)).toBe(true);
    expect(crashes.some(({ kept, between }) => kept === undefined && between === undefined)).toBe(true);
  });
});

describe.each(Object.entries(shapes))('whatever happens, in a cluster: %s', (_, cluster) => {
  const count = 30;

  it('nothing that must hold is violated, and every trace is one of Paxos.tla', async () => {
    for (const seed of seeds(count)) {
      const one = run(seed, { cluster });
      expect([seed, one.violations]).toEqual([seed, []]);
      expect([seed, await conforms(one)]).toEqual([seed, true]);
    }
  });

  it('every state on the way is the one that the mapping says', async () => {
    for (const seed of seeds(8)) expect(await conforms(run(seed, { cluster, observe: 'all' }))).toBe(true);
  });

  it('what vector clocks tell of the order is enough', async () => {
    for (const seed of seeds(3)) {
      expect(await conforms(run(seed, { cluster, moves: 60 }), 'clock')).toBe(true);
    }
  });

  it('a value is chosen, unless there are no more ballots', () => {
    const outcomes = seeds(count).map((seed) => outcomeOf(run(seed, { cluster })));
    const undecided = outcomes.filter((outcome) => outcome === 'undecided');
    expect(undecided.length).toBeLessThanOrEqual(cluster.lastBallot === undefined ? 0 : count / 2);
    expect(outcomes.filter((outcome) => outcome === 'decided').length).toBeGreaterThan(count / 2);
  });
});

it('a role that throws an error is a violation, and no error', () => {
  const protocol: typeof deployed = {
    ...deployed,
    node(id, cluster) {
      const role = deployed.node(id, cluster);
      const step: typeof role.step = (state, input) => {
        if (input.type === 'message' && input.message.type === '2b') throw new Error('no idea');
        return role.step(state, input);
      };
      return { ...role, step };
    },
  };
  const { violations } = simulate(1, {
    cluster: clusterOf(['a1']),
    values: ['v'],
    faults: noFaults,
    protocol,
  });
  expect(violations).toEqual([{ type: 'crash', message: 'a1 failed: no idea', moves: 12 }]);
});
