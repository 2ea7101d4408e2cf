import { describe, expect, it } from 'vitest';
import { from, play, propose, timeUp, told } from '../../test/play.js';
import { type Cluster, clusterOf } from '../cluster.js';
import type { Input } from '../role.js';
import { proposer } from './proposer.js';

const five = clusterOf(['a1', 'a2', 'a3', 'a4', 'a5'], {
  timing: { retry: 200, tries: 2, backoff: { least: 50, most: 300 } },
});
const three: Cluster = clusterOf(['a1', 'a2', 'a3'], { timing: five.timing });
const a2 = proposer('a2', three);

const promise = (acc: string, bal: number, mbal = -1, mval?: string): Input =>
  from(acc, { type: '1b', acc, bal, mbal, mval });
const rejected = (bal: number, maxBal: number, chance = 0): Input =>
  from('a1', { type: 'rejected', bal, maxBal }, chance);
const finish = (learner: string): Input => from(learner, { type: 'finish' });
const decided: Input = { type: 'decided', val: 'K', chance: 0 };

describe('a proposer whose client wants a value', () => {
  it('begins a ballot of its slice: the record first, then the action, the questions, the timer', () => {
    const { state, effects } = play(a2, propose('A'));
    expect(state).toMatchObject({ ballot: 1, value: 'A', phase: { type: 'preparing' } });
    expect(told(effects)).toEqual([
      'persist ballot 1',
      'Phase1a(1)',
      'to a1: 1a 1',
      'to a2: 1a 1',
      'to a3: 1a 1',
      'timer proposer 1 in 200',
    ]);
  });

  it('keeps the value that came first, and goes on', () => {
    const { state, effects } = play(a2, propose('A'), propose('K'));
    expect(state.value).toBe('A');
    expect(effects).toEqual([]);
  });

  it('begins nothing above the last ballot of the cluster', () => {
    const { state, effects } = play(proposer('a2', { ...three, lastBallot: 0 }), propose('A'));
    expect(state.phase.type).toBe('idle');
    expect(effects).toEqual([]);
  });
});

describe('a proposer that hears promises', () => {
  const asked = [propose('M'), promise('a1', 1)];

  it('asks votes of all for its own value when a quorum reports none', () => {
    const { state, effects } = play(a2, ...asked, promise('a3', 1));
    expect(state.phase).toMatchObject({ type: 'proposing', val: 'M' });
    expect(told(effects)).toEqual([
      'Phase2a(1, M)',
      'to a1: 2a 1 M',
      'to a2: 2a 1 M',
      'to a3: 2a 1 M',
      'timer proposer 2 in 200',
    ]);
  });

  it.each([
    ['fewer than a quorum', []],
    ['the same acceptor twice', [promise('a1', 1)]],
    ['those of another ballot', [promise('a3', 4)]],
    ['those of nobody that it knows', [promise('a9', 1)]],
  ])('does not count %s', (_, more) => {
    const { state, effects } = play(a2, ...asked, ...more);
    expect(state.phase.type).toBe('preparing');
    expect(told(effects).filter((one) => one.startsWith('Phase2a'))).toEqual([]);
  });

  it('asks votes once in a ballot', () => {
    const proposed = [...asked, promise('a3', 1)];
    const late = [promise('a2', 1, 0, 'K'), promise('a1', 1), promise('a3', 1)];
    expect(play(a2, ...proposed, ...late)).toEqual({ state: play(a2, ...proposed).state, effects: [] });
  });

  it('does not count what comes after it has given the ballot up', () => {
    expect(play(a2, ...asked, rejected(1, 3), promise('a3', 1)).effects).toEqual([]);
  });

  it('takes the value of the highest ballot, not the most frequent', () => {
    const role = proposer('a1', five);
    const votes = [promise('a1', 5, 1, 'A'), promise('a2', 5, 3, 'K'), promise('a3', 5, 1, 'A')];
    const { effects } = play(role, propose('M'), rejected(0, 4), timeUp('proposer', 2), ...votes);
    expect(told(effects)[0]).toBe('Phase2a(5, K)');
  });

  it('asks one quorum, and nobody besides', () => {
    const quorums = { type: 'explicit', quorums: [['a1', 'a2']] } as const;
    const votes = [promise('a3', 1, 0, 'K'), promise('a1', 1), promise('a2', 1)];
    const { effects } = play(proposer('a2', { ...three, quorums }), propose('M'), ...votes);
    expect(told(effects)[0]).toBe('Phase2a(1, M)');
  });
});

describe('a proposer that is told of a higher ballot', () => {
  it('waits by chance, then begins one above it', () => {
    const waits = play(a2, propose('A'), rejected(1, 5));
    expect(waits.state).toMatchObject({ phase: { type: 'waiting' }, highest: 5, attempts: 1 });
    expect(told(waits.effects)).toEqual(['timer proposer 2 in 50']);
    const { effects } = play(a2, propose('A'), rejected(1, 5), timeUp('proposer', 2));
    expect(told(effects).slice(0, 2)).toEqual(['persist ballot 7', 'Phase1a(7)']);
  });

  it('waits once, however many tell it', () => {
    const { state, effects } = play(a2, propose('A'), rejected(1, 5), rejected(1, 6), rejected(1, 4));
    expect(state).toMatchObject({ attempts: 1, highest: 6 });
    expect(effects).toEqual([]);
  });

  it('goes on when it is about an earlier ballot of its own', () => {
    const { state } = play(a2, propose('A'), rejected(1, 5), timeUp('proposer', 2), rejected(1, 9));
    expect(state).toMatchObject({ phase: { type: 'preparing' }, ballot: 7, highest: 9 });
  });

  it('gives up asking for votes, too', () => {
    const { state } = play(a2, propose('A'), promise('a1', 1), promise('a3', 1), rejected(1, 5));
    expect(state.phase.type).toBe('waiting');
  });

  it('waits longer after every ballot that failed', () => {
    const twice = [propose('A'), rejected(1, 5, 0.99), timeUp('proposer', 2), rejected(7, 8, 0.99)];
    expect(told(play(a2, ...twice).effects)).toEqual(['timer proposer 4 in 99']);
  });
});

describe('a proposer whose time is up', () => {
  it('asks those again who have not answered', () => {
    const { effects } = play(a2, propose('A'), promise('a1', 1), timeUp('proposer', 1));
    expect(told(effects)).toEqual(['to a2: 1a 1', 'to a3: 1a 1', 'timer proposer 2 in 200']);
  });

  it('asks all for votes again', () => {
    const asked = [propose('A'), promise('a1', 1), promise('a3', 1)];
    const { effects } = play(a2, ...asked, timeUp('proposer', 2));
    expect(told(effects)).toEqual([
      'to a1: 2a 1 A',
      'to a2: 2a 1 A',
      'to a3: 2a 1 A',
      'timer proposer 3 in 200',
    ]);
  });

  it('gives the ballot up when it has asked often enough', () => {
    const { state } = play(a2, propose('A'), timeUp('proposer', 1), timeUp('proposer', 2));
    expect(state.phase.type).toBe('waiting');
  });

  it.each([
    ['of another purpose', timeUp('proposer', 1)],
    ['of the learner', timeUp('learner', 2)],
  ])('does nothing if it is a timer %s', (_, stale) => {
    const { effects } = play(a2, propose('A'), rejected(1, 5), stale);
    expect(effects).toEqual([]);
  });
});

describe('a proposer that is to find out', () => {
  it('proposes again what was reported', () => {
    const { effects } = play(a2, finish('l'), promise('a1', 1, 0, 'K'), promise('a3', 1));
    expect(told(effects)[0]).toBe('Phase2a(1, K)');
  });

  it('says to all who asked, once, that there is nothing', () => {
    const asked = [finish('l'), finish('m'), finish('l'), promise('a1', 1), promise('a3', 1)];
    const { state, effects } = play(a2, ...asked);
    expect(state).toMatchObject({ phase: { type: 'idle' }, askers: [] });
    expect(told(effects)).toEqual(['to l: nothing 1', 'to m: nothing 1']);
    expect(play(a2, ...asked, timeUp('proposer', 1)).effects).toEqual([]);
  });

  it('proposes the value of a client who came meanwhile', () => {
    const { effects } = play(a2, finish('l'), promise('a1', 1), propose('M'), promise('a3', 1));
    expect(told(effects)[0]).toBe('Phase2a(1, M)');
  });

  it('does nothing when it knows: its learner answers', () => {
    expect(play(a2, decided, finish('l'))).toEqual({ state: play(a2, decided).state, effects: [] });
  });
});

describe('a proposer that knows what was chosen', () => {
  it.each([
    ['a client who wants something', propose('M')],
    ['a timer', timeUp('proposer', 1)],
    ['the timer after it', timeUp('proposer', 2)],
    ['a promise', promise('a3', 1)],
    ['a rejection', rejected(1, 5)],
  ])('does nothing for %s', (_, input) => {
    const { state, effects } = play(a2, propose('A'), promise('a1', 1), decided, input);
    expect(state.phase).toEqual({ type: 'decided', val: 'K' });
    expect(effects).toEqual([]);
  });
});

describe('a proposer that starts again', () => {
  it('has begun the highest ballot of its ledger, wherever that stands', () => {
    const records = [4, 7, 1].map((bal) => ({ type: 'ballot', bal }) as const);
    expect(records.reduce((state, record) => a2.restore(state, record), a2.initial).ballot).toBe(7);
  });

  it('begins no ballot that it has begun, and goes on with none', () => {
    const restored = a2.restore(a2.restore(a2.initial, { type: 'ballot', bal: 4 }), {
      type: 'vote',
      bal: 9,
      val: 'A',
    });
    expect(restored).toEqual({ ...a2.initial, ballot: 4 });
    expect(a2.step(restored, promise('a1', 4)).effects).toEqual([]);
    expect(told(a2.step(restored, propose('A')).effects)[0]).toBe('persist ballot 7');
  });
});
