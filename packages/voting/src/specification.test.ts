import { depth, explore, instantiate, shortestPaths, startWhere } from '@synod/spec';
import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Assignment, constants, state } from '../test/three.js';
import { Voting } from './specification.js';

const one: Assignment = { Value: '{v1}', Acceptor: '{a1}', Quorum: '{{a1}}', Ballot: '{0, 1}' };
const two: Assignment = { Value: '{v1, v2}', Acceptor: '{a1, a2}', Quorum: '{{a1, a2}}', Ballot: '{0, 1}' };
const mcVoting: Assignment = { Value: '{v1, v2}' };

describe('Voting as a system', () => {
  it.each<[string, Assignment, readonly number[]]>([
    ['one acceptor, one value, two ballots', one, [7, 7, 5]],
    ['two acceptors, two values, two ballots', two, [57, 90, 9]],
    ['three acceptors, two values, three ballots', mcVoting, [6752, 26_904, 16]],
  ])('with %s has its states, steps and depth', (_, assignment, expected) => {
    const { graph } = explore(instantiate(Voting, constants(assignment)));
    expect([graph.size, graph.targets.length, depth(shortestPaths(graph))]).toEqual(expected);
  });

  it('has the names of the module', () => {
    expect(Voting.constantNames).toEqual(['Value', 'Acceptor', 'Quorum', 'Ballot']);
    expect(Voting.variables).toEqual(['votes', 'maxBal']);
    expect(Object.keys(Voting.actions)).toEqual(['IncreaseMaxBal', 'VoteFor']);
  });

  it('performs its actions with the parameters in the order of the formals', () => {
    const system = instantiate(Voting, constants());
    const s = state(['{}', '{}', '{}'], [0, 0, -1]);
    const [a1, v2] = [Symbol.for('a1'), Symbol.for('v2')];
    const after = (action: string, parameters: (symbol | number)[]): readonly string[] =>
      Array.from(system.perform(s, action, parameters), (next) => system.decode(next).map(key).join(' '));
    expect(after('IncreaseMaxBal', [a1, 2])).toEqual([
      '(a1 :> {} @@ a2 :> {} @@ a3 :> {}) (a1 :> 2 @@ a2 :> 0 @@ a3 :> -1)',
    ]);
    expect(after('VoteFor', [a1, 0, v2])).toEqual([
      '(a1 :> {<<0, v2>>} @@ a2 :> {} @@ a3 :> {}) (a1 :> 0 @@ a2 :> 0 @@ a3 :> -1)',
    ]);
  });

  it('is seen as Consensus with the values that are chosen', () => {
    const refinement = instantiate(Voting, constants()).refinements.at(0);
    const s = state(['{<<0, v1>>}', '{<<0, v1>>}', '{}'], [0, 0, 0]);
    expect(refinement?.name).toBe('C');
    expect(refinement?.above.decode(refinement.map(s)).map(key)).toEqual(['{v1}']);
    expect([...(refinement?.above.init() ?? [])]).toHaveLength(1);
  });
});

describe('the type-correct states', () => {
  const system = instantiate(Voting, constants(two));

  it('are all there are, each once, and satisfy TypeOK', () => {
    const { graph } = explore(startWhere(system, 'TypeOK', false));
    // Each of two acceptors: any set of the four votes, and a ballot or none.
    expect([graph.size, graph.initial.length]).toEqual([(2 ** 4 * 3) ** 2, (2 ** 4 * 3) ** 2]);
  });

  it('are kept by Next where Inv holds', () => {
    const { graph } = explore(startWhere(system, 'Inv', true));
    expect(graph.size).toBe(graph.initial.length);
  });
});
