import { parseValue } from '@synod/tla';
import type { Acceptor, Ballot, Value } from '@synod/voting';
import { describe, expect, it } from 'vitest';
import {
  constants,
  type Each,
  m1a,
  m1b,
  m2a,
  m2b,
  message,
  state,
  texts,
  type Variables,
} from '../test/three.js';
import { Init } from './Init.js';
import { Phase1a } from './Phase1a.js';
import { Phase1b } from './Phase1b.js';
import { Phase2a } from './Phase2a.js';
import { Phase2b } from './Phase2b.js';
import { Send } from './Send.js';

const k = constants();
const a1 = parseValue('a1') as Acceptor;

/** What the states after a step are expected to be. */
function expected(...after: readonly Variables[]): readonly string[] {
  return texts(after.map(state));
}

it('Init: nobody has taken part in anything, and nothing has been sent', () => {
  expect(texts(Init(k))).toEqual(expected({}));
});

describe('Send', () => {
  const s = state({ msgs: [m1a(0)] });

  it('adds a message', () => {
    expect(Send(s, message(m1a(1)))).toEqual(state({ msgs: [m1a(0), m1a(1)] }).msgs);
  });

  it('changes nothing if it was sent before', () => {
    expect(Send(s, message(m1a(0)))).toBe(s.msgs);
  });
});

describe('Phase1a', () => {
  it('sends 1a, and nothing else changes; it has no guard', () => {
    const before: Variables = { maxBal: [1, 0, 2], maxVBal: [0, -1, -1], maxVal: ['v1', 'None', 'None'] };
    const after = texts(Phase1a(state({ ...before, msgs: [m2a(0, 'v1')] }), 1 as Ballot));
    expect(after).toEqual(expected({ ...before, msgs: [m2a(0, 'v1'), m1a(1)] }));
    expect(texts(Phase1a(state({ msgs: [m1a(1)] }), 1 as Ballot))).toEqual(expected({ msgs: [m1a(1)] }));
  });
});

describe('Phase1b', () => {
  const phase1b = (variables: Variables): readonly string[] => texts(Phase1b(state(variables), a1));

  it('promises, and reports that there is no vote', () => {
    const after = { maxBal: [1, 2, -1], msgs: [m1a(1), m1b('a1', 1)] } as const;
    expect(phase1b({ maxBal: [0, 2, -1], msgs: [m1a(1)] })).toEqual(expected(after));
  });

  it('reports the last vote, and keeps it', () => {
    const vote = { maxVBal: [0, 1, -1], maxVal: ['v2', 'v3', 'None'] } as const;
    const after = { ...vote, maxBal: [2, 1, -1], msgs: [m1a(2), m1b('a1', 2, 0, 'v2')] } as const;
    expect(phase1b({ ...vote, maxBal: [0, 1, -1], msgs: [m1a(2)] })).toEqual(expected(after));
  });

  it('has a way for each 1a message of a higher ballot', () => {
    const msgs = [m1a(0), m1a(1), m1a(2)];
    expect(phase1b({ maxBal: [0, 0, 0], msgs })).toEqual(
      expected(
        { maxBal: [1, 0, 0], msgs: [...msgs, m1b('a1', 1)] },
        { maxBal: [2, 0, 0], msgs: [...msgs, m1b('a1', 2)] },
      ),
    );
  });

  it.each([
    ['Phase1b: a message that is no 1a', m2a(1, 'v1')],
    ['Phase1b: the promise of another', m1b('a2', 1)],
    ['Phase1b: the vote of another', m2b('a2', 1, 'v1')],
  ])('%s alone disables it: /\\ m.type = "1a"', (_, other) => {
    expect(phase1b({ msgs: [other] })).toEqual([]);
    expect(phase1b({ msgs: [other, m1a(1)] })).toHaveLength(1);
  });

  it.each([1, 2])('a promise of %i alone disables it: /\\ m.bal > maxBal[a]', (maxBal) => {
    expect(phase1b({ maxBal: [maxBal, -1, -1], msgs: [m1a(1)] })).toEqual([]);
  });
});

describe('Phase2a', () => {
  const phase2a = (b: number, v: string, msgs: readonly string[]): readonly string[] =>
    texts(Phase2a(k, state({ maxBal: [2, 2, 2], msgs }), b as Ballot, parseValue(v) as Value));
  const free = [m1b('a1', 1), m1b('a2', 1)];

  it('names any value where a quorum reports no votes, and nothing else changes', () => {
    for (const v of ['v1', 'v2', 'v3']) {
      const after: Variables = { maxBal: [2, 2, 2], msgs: [...free, m2a(1, v)] };
      expect(phase2a(1, v, free)).toEqual(expected(after));
    }
  });

  it('has a way for each quorum that answered', () => {
    expect(phase2a(1, 'v1', [...free, m1b('a3', 1)])).toHaveLength(3);
  });

  it('a value named before alone disables it: /\\ ~ \\E m \\in msgs : m.type = "2a" /\\ m.bal = b', () => {
    expect(phase2a(1, 'v1', [...free, m2a(1, 'v1')])).toEqual([]);
    expect(phase2a(1, 'v1', [...free, m2a(1, 'v2')])).toEqual([]);
    // One of another ballot, and a vote in this one, do not.
    expect(phase2a(1, 'v1', [...free, m2a(0, 'v1')])).toHaveLength(1);
    expect(phase2a(1, 'v1', [...free, m2b('a1', 1, 'v1')])).toHaveLength(1);
  });

  it.each<[string, number, string, readonly string[]]>([
    ['only one has answered', 1, 'v1', [m1b('a1', 1)]],
    ['one of two answered in another ballot', 1, 'v1', [m1b('a1', 1), m1b('a2', 2)]],
    ['Phase2a: messages of a quorum that are no 1b', 0, 'v2', [m2b('a1', 0, 'v1'), m2b('a2', 0, 'v1')]],
    ['one has answered twice', 2, 'v1', [m1b('a1', 2), m1b('a1', 2, 0, 'v1')]],
  ])('%s, which alone disables it: /\\ \\A a \\in Q : \\E m \\in Q1b : m.acc = a', (_, b, v, msgs) => {
    expect(phase2a(b, v, msgs)).toEqual([]);
  });

  const votedTwice = [m1b('a1', 2, 0, 'v1'), m1b('a2', 2, 1, 'v2')];
  const votedTwiceOtherwise = [m1b('a1', 2, 1, 'v2'), m1b('a2', 2, 0, 'v1')];

  it.each<[string, string, readonly string[], number]>([
    ['Phase2a: one of a quorum has voted for another', 'v2', [m1b('a1', 2), m1b('a2', 2, 0, 'v1')], 0],
    ['Phase2a: one of a quorum has voted for the value', 'v1', [m1b('a1', 2), m1b('a2', 2, 0, 'v1')], 1],
    ['Phase2a: a quorum has voted in two ballots, and the value is of the lower one', 'v1', votedTwice, 0],
    ['Phase2a: a quorum has voted in two ballots, and the value is of the higher one', 'v2', votedTwice, 1],
    ['Phase2a: the same, the other way round, lower', 'v1', votedTwiceOtherwise, 0],
    ['Phase2a: the same, the other way round, higher', 'v2', votedTwiceOtherwise, 1],
    ['Phase2a: a value that none of them voted for', 'v3', votedTwice, 0],
  ])('%s', (_, v, msgs, ways) => {
    expect(phase2a(2, v, msgs)).toHaveLength(ways);
  });

  it('what an acceptor outside the quorum reports does not count', () => {
    const msgs = [m1b('a1', 2), m1b('a2', 2), m1b('a3', 2, 1, 'v1')];
    // Only of {a1, a2} has nobody voted.
    expect([phase2a(2, 'v2', msgs).length, phase2a(2, 'v1', msgs).length]).toEqual([1, 3]);
  });
});

describe('Phase2b', () => {
  const phase2b = (variables: Variables): readonly string[] => texts(Phase2b(state(variables), a1));

  it('votes as it is told, and promises to take part in no lower ballot', () => {
    const others: Each = [0, 2, -1];
    const before: Variables = { maxBal: others, maxVBal: [0, 1, -1], maxVal: ['v1', 'v3', 'None'] };
    const after: Variables = {
      maxBal: [1, 2, -1],
      maxVBal: [1, 1, -1],
      maxVal: ['v2', 'v3', 'None'],
      msgs: [m2a(1, 'v2'), m2b('a1', 1, 'v2')],
    };
    expect(phase2b({ ...before, msgs: [m2a(1, 'v2')] })).toEqual(expected(after));
  });

  it('votes in the very ballot it has promised to take part in', () => {
    expect(phase2b({ maxBal: [1, -1, -1], msgs: [m2a(1, 'v2')] })).toHaveLength(1);
  });

  it.each([m1a(1), m1b('a2', 1), m2b('a2', 1, 'v1')])(
    'a message that is no 2a alone disables it: %s: /\\ m.type = "2a"',
    (other) => {
      expect(phase2b({ msgs: [other] })).toEqual([]);
      expect(phase2b({ msgs: [other, m2a(1, 'v1')] })).toHaveLength(1);
    },
  );

  it('a promise of a higher ballot alone disables it: /\\ m.bal >= maxBal[a]', () => {
    expect(phase2b({ maxBal: [2, -1, -1], msgs: [m2a(1, 'v1')] })).toEqual([]);
  });

  it('has a way for each 2a message', () => {
    expect(phase2b({ msgs: [m2a(0, 'v1'), m2a(1, 'v2')] })).toHaveLength(2);
  });
});
