import type { Specification } from '@synod/spec';
import { type Acceptor, type Ballot, type Value, Voting } from '@synod/voting';
import { constants } from './constants.js';
import { Init } from './Init.js';
import { Inv } from './Inv.js';
import { Next } from './Next.js';
import { Phase1a } from './Phase1a.js';
import { Phase1b } from './Phase1b.js';
import { Phase2a } from './Phase2a.js';
import { Phase2b } from './Phase2b.js';
import type { Constants, State } from './state.js';
import { TypeOK } from './TypeOK.js';
import type { PaxosVocabulary } from './vocabulary.js';
import { V, votes } from './votes.js';

/** The module Paxos as a specification that engines can run. `V == INSTANCE Voting` is its refinement. */
export const Paxos: Specification<Constants, State, PaxosVocabulary> = {
  name: 'Paxos',
  constantNames: ['Value', 'Acceptor', 'Quorum', 'Ballot', 'None'],
  variables: ['maxBal', 'maxVBal', 'maxVal', 'msgs'],
  constants,
  Init,
  Next,
  actions: {
    Phase1a: { formals: { b: 'Ballot' }, next: (_, s, b: Ballot) => Phase1a(s, b) },
    Phase1b: { formals: { a: 'Acceptor' }, next: (_, s, a: Acceptor) => Phase1b(s, a) },
    Phase2a: {
      formals: { b: 'Ballot', v: 'Value' },
      next: (k, s, b: Ballot, v: Value) => Phase2a(k, s, b, v),
    },
    Phase2b: { formals: { a: 'Acceptor' }, next: (_, s, a: Acceptor) => Phase2b(s, a) },
  },
  operators: {
    votes: { formals: {}, value: votes },
    TypeOK: { formals: {}, value: TypeOK },
    Inv: { formals: {}, value: Inv },
  },
  invariants: ['TypeOK', 'Inv'],
  refinements: [{ name: 'V', above: Voting, constants: (k: Constants) => k, mapping: V }],
};
