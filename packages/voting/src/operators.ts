import type { Value } from '@synod/consensus';
import type { OperatorDefinition } from '@synod/spec';
import { Inv, OneValuePerBallot, OneVote, TypeOK, VotesSafe } from './invariants.js';
import { CannotVoteAt, DidNotVoteAt, NoneOtherChoosableAt, SafeAt, ShowsSafeAt } from './safety.js';
import type { Acceptor, Ballot, Constants, State } from './state.js';
import { AllSafeAtZero, ChoosableThm, ShowsSafety, VotesSafeImpliesConsistency } from './theorems.js';
import { ChosenAt, chosen, VotedFor } from './votes.js';

const ab = { a: 'Acceptor', b: 'Ballot' };
const bv = { b: 'Ballot', v: 'Value' };

/** The operators of Voting whose values are compared with TLC's. */
export const operators: { readonly [name: string]: OperatorDefinition<Constants, State> } = {
  chosen: { formals: {}, value: chosen },
  VotedFor: {
    formals: { a: 'Acceptor', b: 'Ballot', v: 'Value' },
    value: (_, s, a: Acceptor, b: Ballot, v: Value) => VotedFor(s, a, b, v),
  },
  ChosenAt: { formals: bv, value: ChosenAt },
  DidNotVoteAt: { formals: ab, value: DidNotVoteAt },
  CannotVoteAt: { formals: ab, value: CannotVoteAt },
  NoneOtherChoosableAt: { formals: bv, value: NoneOtherChoosableAt },
  SafeAt: { formals: bv, value: SafeAt },
  ShowsSafeAt: { formals: { Q: 'Quorum', b: 'Ballot', v: 'Value' }, value: ShowsSafeAt },
  TypeOK: { formals: {}, value: TypeOK },
  VotesSafe: { formals: {}, value: VotesSafe },
  OneVote: { formals: {}, value: OneVote },
  OneValuePerBallot: { formals: {}, value: OneValuePerBallot },
  Inv: { formals: {}, value: Inv },
  AllSafeAtZero: { formals: {}, value: AllSafeAtZero },
  ChoosableThm: { formals: {}, value: ChoosableThm },
  VotesSafeImpliesConsistency: { formals: {}, value: VotesSafeImpliesConsistency },
  ShowsSafety: { formals: {}, value: ShowsSafety },
};
