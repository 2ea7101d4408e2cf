import { clusterOf } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import type { Move } from '../move.js';
import { deployed } from '../protocol.js';
import { type Happened, openWorld, type World } from './world.js';

const cluster = clusterOf(['a1', 'a2', 'a3']);
const propose: Move = { move: 'propose', node: 'a1', value: 'v' };
const sync = (node: string): Move => ({ move: 'sync', node });
const deliver = (from: string, to: string, type: string): Move => ({ move: 'deliver', from, to, type });

/** Makes moves, all of which must be possible. */
function after(moves: readonly Move[], options: Parameters<typeof openWorld>[1] = {}): World {
  const world = openWorld(cluster, options);
  for (const move of moves) expect([move, world.apply(move)]).toEqual([move, true]);
  return world;
}

const actions = (world: World): readonly (string | undefined)[] =>
  world.run().events.map(({ action }) => action);

/** a2 has written a promise, and its disk is busy. */
const promising: readonly Move[] = [propose, sync('a1'), deliver('a1', 'a2', '1a')];

describe('nothing passes what the disk does not have', () => {
  it('no event and no message, until it has', () => {
    const world = after([propose]);
    expect(actions(world)).toEqual([]);
    expect(world.messages).toEqual([]);
    expect(world.node('a1').waiting).toBeGreaterThan(0);
    world.apply(sync('a1'));
    expect(actions(world)).toEqual(['Phase1a']);
    expect(world.messages.map(({ to }) => to)).toEqual(['a1', 'a2', 'a3']);
    expect(world.node('a1').waiting).toBe(0);
  });

  it('a timer neither', () => {
    expect(after([propose]).node('a1').timer('proposer')).toBeUndefined();
    expect(
      after([propose, sync('a1')])
        .node('a1')
        .timer('proposer'),
    ).toBe(1);
  });
});

describe('a crash', () => {
  const restarted = (crash: Partial<Move & { move: 'crash' }>): World =>
    after([...promising, { move: 'crash', node: 'a2', ...crash }, { move: 'restart', node: 'a2' }]);

  it('takes what was not synced', () => {
    const world = restarted({});
    expect(world.node('a2').records()).toEqual([]);
    expect(world.node('a2').state.acceptor?.maxBal).toBe(-1);
    expect(actions(world)).toEqual(['Phase1a']);
  });

  it('takes a record of which the last bytes are missing, and leaves room for the next', () => {
    const before = after(promising).node('a2').disk;
    const size = before.length - before.durable;
    for (const kept of [1, 12, size - 2]) {
      const world = restarted({ kept });
      expect(world.node('a2').records()).toEqual([]);
      expect(world.node('a2').disk).toMatchObject({ length: before.durable });
      expect(world.state().maxBal['a2']).toBe(-1);
      world.apply(sync('a1'));
      expect(world.apply({ move: 'timeout', node: 'a1', of: 'proposer' })).toBe(true);
      world.apply(deliver('a1', 'a2', '1a'));
      world.apply(sync('a2'));
      expect(world.node('a2').records()).toEqual([{ type: 'promise', bal: 0 }]);
    }
  });

  it('leaves a record that is whole: its step is written to the trace when it starts, and nothing is sent', () => {
    const before = after(promising).node('a2').disk;
    const size = before.length - before.durable;
    for (const kept of [size - 1, size, size + 100]) {
      const world = restarted({ kept });
      expect(world.node('a2').records()).toEqual([{ type: 'promise', bal: 0 }]);
      expect(world.node('a2').state.acceptor?.maxBal).toBe(0);
      expect(actions(world)).toEqual(['Phase1a', 'Phase1b']);
      expect(world.messages.map(({ to }) => to)).toEqual(['a1', 'a3']);
      expect(world.violations).toEqual([]);
    }
  });

  it('between ledger and trace: the step is written to the trace when it starts', () => {
    const crashed = after([...promising, { move: 'crash', node: 'a2', between: 'ledger' }]);
    expect(actions(crashed)).toEqual(['Phase1a']);
    expect(actions(restarted({ between: 'ledger' }))).toEqual(['Phase1a', 'Phase1b']);
  });

  it('between trace and send: the step is in the trace, once, and nothing was sent', () => {
    const crashed = after([...promising, { move: 'crash', node: 'a2', between: 'trace' }]);
    expect(actions(crashed)).toEqual(['Phase1a', 'Phase1b']);
    expect(crashed.messages.map(({ to }) => to)).toEqual(['a1', 'a3']);
    expect(actions(restarted({ between: 'trace' }))).toEqual(['Phase1a', 'Phase1b']);
  });

  it('leaves messages on their way, and goes on with seq and clock', () => {
    const world = after([
      propose,
      sync('a1'),
      { move: 'crash', node: 'a1' },
      deliver('a1', 'a2', '1a'),
      { move: 'restart', node: 'a1' },
      propose,
      sync('a1'),
    ]);
    expect(
      world.run().events.map(({ process, seq, clock, params }) => ({ process, seq, clock, params })),
    ).toEqual([
      { process: 'a1', seq: 0, clock: { a1: 1 }, params: { b: 0 } },
      { process: 'a1', seq: 1, clock: { a1: 2 }, params: { b: 3 } },
    ]);
  });
});

describe('what is not possible changes nothing', () => {
  it.each<Move>([
    { move: 'propose', node: 'nobody', value: 'v' },
    { move: 'restart', node: 'a1' },
    sync('a3'),
    deliver('a2', 'a1', '1b'),
    { move: 'deliver', from: 'a1', to: 'a2', type: '1a', bal: 3 },
    { move: 'lose', from: 'a3', to: 'a2', type: '1a' },
    { move: 'timeout', node: 'a2', of: 'proposer' },
  ])('%j', (move) => {
    const world = after([propose, sync('a1')]);
    const before = JSON.stringify([world.run(), world.messages]);
    expect(world.apply(move)).toBe(false);
    expect(JSON.stringify([world.run(), world.messages])).toBe(before);
  });

  it('a node that is down hears nothing, and does nothing', () => {
    const world = after([propose, sync('a1'), { move: 'crash', node: 'a2' }]);
    for (const move of [deliver('a1', 'a2', '1a'), sync('a2'), { ...propose, node: 'a2' }]) {
      expect(world.apply(move)).toBe(false);
    }
    expect(world.messages.length).toBe(3);
  });
});

it('a message is taken the oldest first, and a copy comes later', () => {
  const world = after([propose, sync('a1'), { move: 'duplicate', from: 'a1', to: 'a2', type: '1a' }]);
  expect(world.messages.map(({ to }) => to)).toEqual(['a1', 'a2', 'a3', 'a2']);
  world.apply({ move: 'lose', from: 'a1', to: 'a2', type: '1a' });
  expect(world.messages.map(({ to }) => to)).toEqual(['a1', 'a3', 'a2']);
});

it('says what came of every move', () => {
  const told: [string, Happened][] = [];
  after(promising, { onMove: (move, happened) => told.push([move.move, happened]) });
  expect(told.map(([move]) => move)).toEqual(['propose', 'sync', 'deliver']);
  expect(told.map(([, { written }]) => written)).toEqual([
    [{ type: 'ballot', bal: 0 }],
    [],
    [{ type: 'promise', bal: 0 }],
  ]);
  expect(told[1]?.[1].effects.map(({ type }) => type)).toContain('send');
  expect(told[1]?.[1].events.map(({ action }) => action)).toEqual(['Phase1a']);
  expect(told[2]?.[1].message).toEqual({ type: '1a', bal: 0 });
});

it('a ledger that no crash explains stops the node', () => {
  const readLedger: typeof deployed.readLedger = (bytes) => ({
    ...deployed.readLedger(bytes),
    rest: 'damaged',
  });
  const world = after([{ move: 'crash', node: 'a1' }], { protocol: { ...deployed, readLedger } });
  expect(world.apply({ move: 'restart', node: 'a1' })).toBe(true);
  expect(world.node('a1').up).toBe(false);
  expect(world.violations.map(({ type }) => type)).toEqual(['crash']);
});

it('there is no node that is not in the cluster', () => {
  expect(() => openWorld(cluster).node('b')).toThrow('there is no node b in the cluster synod.');
});
