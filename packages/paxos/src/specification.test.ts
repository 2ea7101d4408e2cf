import { depth, explore, instantiate, shortestPaths } from '@synod/spec';
import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Assignment, constants, m1a, m1b, m2a, state, texts } from '../test/three.js';
import { Next } from './Next.js';
import { Paxos } from './specification.js';

const one: Assignment = { Value: '{v1}', Acceptor: '{a1}', Quorum: '{{a1}}', Ballot: '{0, 1}' };
const tiny: Assignment = { Value: '{v1, v2}', Ballot: '{0, 1}' };

describe('Paxos as a system', () => {
  it.each<[string, Assignment, readonly number[]]>([
    ['one acceptor, one value, two ballots', one, [25, 81, 9]],
    ['three acceptors, two values, two ballots', tiny, [3921, 22_994, 17]],
  ])('with %s has its states, steps and depth', (_, assignment, expected) => {
    const { graph } = explore(instantiate(Paxos, constants(assignment)));
    expect([graph.size, graph.targets.length, depth(shortestPaths(graph))]).toEqual(expected);
  });

  it('has the names of the module', () => {
    expect(Paxos.constantNames).toEqual(['Value', 'Acceptor', 'Quorum', 'Ballot', 'None']);
    expect(Paxos.variables).toEqual(['maxBal', 'maxVBal', 'maxVal', 'msgs']);
    expect(Object.keys(Paxos.actions)).toEqual(['Phase1a', 'Phase1b', 'Phase2a', 'Phase2b']);
  });

  it('takes every step of every action, and says which', () => {
    const s = state({ msgs: [m1a(1), m1b('a2', 0), m1b('a3', 0), m2a(1, 'v1')] });
    const taken = Array.from(Next(constants(tiny), s), ({ action, parameters }) =>
      [action, ...parameters.map(key)].join(' '),
    );
    expect(taken).toEqual([
      'Phase1a 0',
      'Phase2a 0 v1',
      'Phase2a 0 v2',
      'Phase1a 1',
      ...['a1', 'a2', 'a3'].flatMap((a) => [`Phase1b ${a}`, `Phase2b ${a}`]),
    ]);
  });

  it('performs its actions with the parameters in the order of the formals', () => {
    const system = instantiate(Paxos, constants(tiny));
    const s = state({ msgs: [m1b('a2', 0), m1b('a3', 0)] });
    const after = [...system.perform(s, 'Phase2a', [0, Symbol.for('v2')])];
    expect(texts(after)).toEqual(texts([state({ msgs: [m1b('a2', 0), m1b('a3', 0), m2a(0, 'v2')] })]));
    const answers = [...system.perform(state({ msgs: [m1a(0)] }), 'Phase1b', [Symbol.for('a1')])];
    expect(texts(answers)).toEqual(texts([state({ maxBal: [0, -1, -1], msgs: [m1a(0), m1b('a1', 0)] })]));
  });

  it('is seen as Voting', () => {
    const refinement = instantiate(Paxos, constants(tiny)).refinements.at(0);
    expect([refinement?.name, refinement?.above.name]).toEqual(['V', 'Voting']);
    const seen = refinement?.above.decode(refinement.map(state({ maxBal: [1, 0, -1] }))) ?? [];
    expect(seen.map(key)).toEqual(['(a1 :> {} @@ a2 :> {} @@ a3 :> {})', '(a1 :> 1 @@ a2 :> 0 @@ a3 :> -1)']);
  });
});
