import type { AcceptorState, Action, Effect, Input, LedgerRecord, NodeState, Role, Step } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import {
  deployed,
  type Protocol,
  type Run,
  readSchedule,
  replay,
  scheduleText,
  shrinkSchedule,
  type Violation,
} from '../src/index.js';
import { run } from './support.js';

/** The deployed protocol, but for what a mistake makes of a role. */
function wrong(change: (role: Role<NodeState>, id: string) => Partial<Role<NodeState>>): Protocol {
  return {
    ...deployed,
    node(id, cluster) {
      const role = deployed.node(id, cluster);
      return { ...role, ...change(role, id) };
    },
  };
}

/** It votes in a ballot below the one that it has promised. */
function voteBelow(id: string, role: Role<NodeState>, state: NodeState, input: Input): Step<NodeState> {
  const { acceptor } = state;
  const below =
    input.type === 'message' && input.message.type === '2a' && input.message.bal < (acceptor?.maxBal ?? -1);
  if (!below || acceptor === undefined || input.message.type !== '2a') return role.step(state, input);
  const { bal, val } = input.message;
  const voted: AcceptorState = { maxBal: bal, maxVBal: bal, maxVal: val };
  const record: LedgerRecord = { type: 'vote', bal, val };
  const message = { type: '2b', acc: id, bal, val } as const;
  const action: Action = { action: 'Phase2b', params: { a: id }, sent: message };
  const effects: readonly Effect[] = [
    { type: 'persist', record },
    { type: 'action', ...action },
    { type: 'send', to: input.from, message },
  ];
  return { state: { ...state, acceptor: voted }, effects };
}

const mutants: readonly { name: string; finds: Violation['type']; moves: number; protocol: Protocol }[] = [
  {
    name: 'a promise that is forgotten on restart',
    finds: 'durability',
    moves: 6,
    protocol: wrong((role) => ({
      restore: (state, record) => (record.type === 'promise' ? state : role.restore(state, record)),
    })),
  },
  {
    name: 'a vote below a promise',
    finds: 'refinement',
    moves: 17,
    protocol: wrong((role, id) => ({ step: (state, input) => voteBelow(id, role, state, input) })),
  },
  {
    name: 'an answer before the disk has what it says',
    finds: 'durability',
    moves: 5,
    protocol: {
      ...deployed,
      effectQueue: (append) => {
        const queue = deployed.effectQueue(append);
        return { ...queue, release: () => queue.release(Infinity) };
      },
    },
  },
  {
    name: 'a learner that believes one vote',
    finds: 'refinement',
    moves: 11,
    protocol: wrong((role) => ({
      step(state, input) {
        if (input.type !== 'message' || input.message.type !== '2b') return role.step(state, input);
        const { bal, val } = input.message;
        return role.step(state, { ...input, message: { type: 'chosen', bal, val } });
      },
    })),
  },
];

describe.each(mutants)('$name', ({ protocol, finds, moves }) => {
  const fails = ({ violations }: Run): boolean => violations.some(({ type }) => type === finds);
  const failing = (): Run => {
    for (let seed = 0; seed < 500; seed += 1) {
      const one = run(seed, { protocol });
      if (fails(one)) return one;
    }
    throw new Error('it was not found in 500 seeds');
  };

  it(`is found, and shrunk to ${moves} moves, of which none can be left out`, () => {
    const shrunk = shrinkSchedule(failing(), fails, { protocol });
    const { cluster, moves: left } = shrunk.schedule;
    expect(left.length).toBeLessThanOrEqual(moves);
    expect(fails(shrunk.run)).toBe(true);
    for (const at of left.keys()) {
      expect(fails(replay({ cluster, moves: left.toSpliced(at, 1) }, { protocol }))).toBe(false);
    }
    expect(left.some((move) => 'chance' in move || 'kept' in move)).toBe(false);
    expect(shrinkSchedule(failing(), fails, { protocol })).toEqual(shrunk);
  });

  it('fails again when its schedule was saved and read', () => {
    const { schedule, run: first } = shrinkSchedule(failing(), fails, { protocol });
    const read = readSchedule(scheduleText(schedule));
    expect(read).toEqual(schedule);
    expect(replay(read, { protocol })).toEqual(first);
    expect(replay(read).violations).toEqual([]);
  });

  it('is left as it is where no replay is allowed', () => {
    const found = failing();
    expect(shrinkSchedule(found, fails, { protocol, replays: 0 })).toEqual({
      schedule: found.schedule,
      run: found,
      replays: 0,
    });
  });
});
