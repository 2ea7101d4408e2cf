import { describe, expect, it } from 'vitest';
import { transcriptions } from './mutant.js';
import { sourceFiles } from './source.js';
import { reaches } from './uses.js';

const files = await Promise.all(transcriptions.map(sourceFiles));
const reach = reaches(files.flat());

describe('what damage can reach', () => {
  it.each([
    ['Paxos!Phase2b', 'steps'],
    ['Paxos!Send', 'steps'],
    ['Paxos!votes', 'steps'],
    ['Paxos!Paxos', 'steps'],
    ['Voting!ShowsSafeAt', 'steps'],
    ['Voting!DidNotVoteAt', 'steps'],
    ['Voting!chosen', 'steps'],
    ['Voting!C', 'steps'],
    ['Voting!VotedFor', 'steps'],
    ['Voting!typeCorrect', 'steps'],
    ['Consensus!Init', 'steps'],
    ['Voting!QuorumAssumption', 'constants'],
    ['Paxos!NoneAssumption', 'constants'],
    ['Voting!SafeAt', 'operators'],
    ['Paxos!isMessage', 'operators'],
    ['Paxos!Inv', 'operators'],
    ['Consensus!TypeOK', 'operators'],
  ])('%s: %s', (definition, what) => {
    expect(reach(definition).what).toBe(what);
  });

  it('are the definitions that use it, however far, and in other packages too', () => {
    expect(reach('Voting!SafeAt').definitions.toSorted()).toEqual([
      'Voting!AllSafeAtZero',
      'Voting!Inv',
      'Voting!SafeAt',
      'Voting!ShowsSafety',
      'Voting!VotesSafe',
      'Voting!VotesSafeImpliesConsistency',
    ]);
    expect(reach('Voting!ShowsSafeAt').definitions).toContain('Paxos!Inv');
    expect(reach('Consensus!TypeOK').definitions).toEqual(['Consensus!TypeOK', 'Consensus!Inv']);
  });
});
