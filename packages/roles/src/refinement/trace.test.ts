import { describe, expect, it } from 'vitest';
import { newAcceptor } from '../acceptor/state.js';
import { clusterOf } from '../cluster.js';
import type { PaxosMessage } from '../message.js';
import { type Ghost, noMessages, sent } from './ghost.js';
import { paxosState } from './paxos-state.js';
import { actionEvent, learnedEvent } from './trace-event.js';
import { traceHeader } from './trace-header.js';

const promise: PaxosMessage = { type: '1b', acc: 'a1', bal: 4, mbal: -1, mval: undefined };
const Phase1b = { action: 'Phase1b', params: { a: 'a1' }, sent: promise } as const;

describe('the event of an action', () => {
  it.each([
    [
      { action: 'Phase1a', params: { b: 4 }, sent: { type: '1a', bal: 4 } },
      { msgs: { '#contains': [{ type: '1a', bal: 4 }] } },
    ],
    [
      Phase1b,
      {
        maxBal: { a1: 4 },
        maxVBal: { a1: -1 },
        maxVal: { a1: 'None' },
        msgs: { '#contains': [{ ...promise, mval: 'None' }] },
      },
    ],
    [
      { action: 'Phase2a', params: { b: 4, v: 'K' }, sent: { type: '2a', bal: 4, val: 'K' } },
      { msgs: { '#contains': [{ type: '2a', bal: 4, val: 'K' }] } },
    ],
    [
      { action: 'Phase2b', params: { a: 'a1' }, sent: { type: '2b', acc: 'a1', bal: 4, val: 'K' } },
      {
        maxBal: { a1: 4 },
        maxVBal: { a1: 4 },
        maxVal: { a1: 'K' },
        msgs: { '#contains': [{ type: '2b', acc: 'a1', bal: 4, val: 'K' }] },
      },
    ],
  ] as const)('%j', (action, state) => {
    expect(actionEvent(action)).toEqual({ action: action.action, params: action.params, state });
  });
});

it('what a learner believes is an event without a step', () => {
  expect(learnedEvent('K')).toEqual({ derived: { chosen: { '#contains': ['K'] } } });
});

describe('the mapping', () => {
  it('has None where there is no value, and each message once', () => {
    const again: Ghost = sent(sent(noMessages, Phase1b), { ...Phase1b, sent: { ...promise } });
    const acceptors = new Map([
      ['a1', { ...newAcceptor, maxBal: 4 }],
      ['a2', { maxBal: 3, maxVBal: 2, maxVal: 'A' }],
    ]);
    expect(paxosState(acceptors, again)).toEqual({
      maxBal: { a1: 4, a2: 3 },
      maxVBal: { a1: -1, a2: 2 },
      maxVal: { a1: 'None', a2: 'A' },
      msgs: { '#set': [{ ...promise, mval: 'None' }] },
    });
  });

  it('leaves the messages that were there as they were', () => {
    const before = sent(noMessages, Phase1b);
    expect(sent(before, Phase1b)).toBe(before);
    expect(noMessages.size).toBe(0);
  });
});

describe('the header', () => {
  const cluster = clusterOf(['a1', 'a2', 'a3']);

  it('names acceptors, quorums and values', () => {
    expect(traceHeader(cluster, ['A', 'K'])).toEqual({
      trace: 1,
      spec: 'Paxos',
      constants: {
        Acceptor: ['a1', 'a2', 'a3'],
        Value: ['A', 'K'],
        Quorum: [
          ['a1', 'a2'],
          ['a1', 'a3'],
          ['a2', 'a3'],
        ],
      },
    });
  });

  it('names no values where they are not known', () => {
    expect(traceHeader(cluster).constants).not.toHaveProperty('Value');
  });
});
