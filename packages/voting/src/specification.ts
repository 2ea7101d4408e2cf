import { Consensus, type Value } from '@synod/consensus';
import type { Specification } from '@synod/spec';
import { IncreaseMaxBal, Init, Next, VoteFor } from './actions.js';
import { constants } from './constants.js';
import { operators } from './operators.js';
import type { Acceptor, Ballot, Constants, State } from './state.js';
import { typeCorrect } from './type-correct.js';
import type { VotingVocabulary } from './vocabulary.js';
import { C } from './votes.js';

/** The module Voting as a specification that engines can run. `C == INSTANCE Consensus` is its refinement. */
export const Voting: Specification<Constants, State, VotingVocabulary> = {
  name: 'Voting',
  constantNames: ['Value', 'Acceptor', 'Quorum', 'Ballot'],
  variables: ['votes', 'maxBal'],
  constants,
  Init,
  Next,
  typeCorrect,
  actions: {
    IncreaseMaxBal: {
      formals: { a: 'Acceptor', b: 'Ballot' },
      next: (_, s, a: Acceptor, b: Ballot) => IncreaseMaxBal(s, a, b),
    },
    VoteFor: {
      formals: { a: 'Acceptor', b: 'Ballot', v: 'Value' },
      next: (k, s, a: Acceptor, b: Ballot, v: Value) => VoteFor(k, s, a, b, v),
    },
  },
  operators,
  invariants: [
    'TypeOK',
    'Inv',
    'OneVote',
    'AllSafeAtZero',
    'ChoosableThm',
    'VotesSafeImpliesConsistency',
    'ShowsSafety',
  ],
  refinements: [
    {
      name: 'C',
      above: Consensus,
      constants: (k: Constants) => ({ Value: k.Value }),
      mapping: C,
    },
  ],
};
