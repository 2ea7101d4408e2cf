import { invariant, theorem, typed } from './reasons.js';
import { each, three } from './texts.js';
import type { Witness } from './witness.js';

const file = 'packages/voting/src/invariants.test.ts';
const theorems = 'packages/voting/src/theorems.test.ts';
const none = each('{}', '{}', '{}');
const common = { module: 'Voting', constants: three } as const;

/** Where damage to Voting shows that no model shows. */
export const voting: readonly Witness[] = [
  {
    ...common,
    why: 'The guard before it has turned away an acceptor that has voted in b already.',
    state: { votes: each('{<<0, v2>>}', '{}', '{}'), maxBal: each(0, 0, 0) },
    call: 'VoteFor(a1, 0, v1)',
    beneath: 'Voting!VoteFor:if(!forAll(at(s.votes,a),(vt)=>vt[0]!==b))→dropped',
    mutants: ['Voting!VoteFor:c!==a→dropped'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a vote in a ballot that is none' },
    state: { votes: each('{<<0, v1>>, <<7, v1>>}', '{}', '{}'), maxBal: each(0, 0, 0) },
    call: 'TypeOK',
    mutants: [
      'Voting!TypeOK:isFunctionOn(s.votes,k.Acceptor,(votes)=>areVotes(k,votes))→dropped',
      'Voting!TypeOK:return isFunctionOn(s.votes,k.Accept…llot.has(b)||b===-1)→TRUE',
      'Voting!TypeOK:isFunctionOn(s.votes)→of anything',
      'Voting!TypeOK:(votes)=>areVotes(k,votes)→TRUE',
      'Voting!areVotes:forAll(votes)→the first only',
      'Voting!areVotes:k.Ballot.has(b)→dropped',
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a vote for a value that is none' },
    state: { votes: each('{<<0, v9>>}', '{}', '{}'), maxBal: each(0, 0, 0) },
    call: 'TypeOK',
    mutants: ['Voting!areVotes:k.Value.has(v)→dropped'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a promise of a ballot that is none' },
    state: { votes: none, maxBal: each(0, 7, -1) },
    call: 'TypeOK',
    mutants: [
      'Voting!TypeOK:isFunctionOn(s.maxBal,k.Acceptor,(b)…llot.has(b)||b===-1)→dropped',
      'Voting!TypeOK:isFunctionOn(s.maxBal)→of anything',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'VotesSafe: a vote while others may still vote below' },
    state: { votes: each('{<<1, v1>>}', '{}', '{}'), maxBal: each(1, -1, -1) },
    call: 'VotesSafe',
    mutants: [
      'Voting!VotesSafe:forAll(k.Acceptor)→exists',
      'Voting!VotesSafe:return forAll(k.Acceptor,(a)=>forAll…>SafeAt(k,s,b,v)))))→TRUE',
      'Voting!VotesSafe:forAll(k.Ballot)→exists',
      'Voting!VotesSafe:forAll(k.Value)→exists',
      'Voting!VotesSafe:()=>SafeAt(k,s,b,v)→dropped',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'OneVote: two votes of one acceptor in one ballot' },
    state: { votes: each('{<<0, v1>>, <<0, v2>>}', '{}', '{}'), maxBal: each(0, 0, 0) },
    call: 'OneVote',
    mutants: [
      'Voting!OneVote:forAll(k.Acceptor)→exists',
      'Voting!OneVote:return forAll(k.Acceptor,(a)=>forAll…,b,w),()=>v===w)))))→TRUE',
      'Voting!OneVote:forAll(k.Ballot)→exists',
      'Voting!OneVote:forAll(k.Value)→exists',
      'Voting!OneVote:forAll(k.Value)→exists#2',
      'Voting!OneVote:()=>v===w→dropped',
      'Voting!OneVote:v in v===w→w',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'OneValuePerBallot: votes of two acceptors for two values' },
    state: { votes: each('{<<0, v1>>}', '{<<0, v2>>}', '{}'), maxBal: each(0, 0, 0) },
    call: 'OneValuePerBallot',
    mutants: [
      'Voting!OneValuePerBallot:forAll(k.Acceptor)→exists',
      'Voting!OneValuePerBallot:return forAll(k.Acceptor,(a1)=>forAl…2),()=>v1===v2))))))→TRUE',
      'Voting!OneValuePerBallot:forAll(k.Acceptor)→exists#2',
      'Voting!OneValuePerBallot:forAll(k.Ballot)→exists',
      'Voting!OneValuePerBallot:forAll(k.Value)→exists',
      'Voting!OneValuePerBallot:forAll(k.Value)→exists#2',
      'Voting!OneValuePerBallot:a1 in VotedFor(s,a1,b,v1)→a2',
      'Voting!OneValuePerBallot:()=>v1===v2→dropped',
      'Voting!OneValuePerBallot:v1 in v1===v2→v2',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: TypeOK alone is false' },
    state: { votes: none, maxBal: each(0, 7, -1) },
    call: 'Inv',
    mutants: [
      'Voting!Inv:TypeOK(k,s)→dropped',
      'Voting!Inv:return TypeOK(k,s)&&VotesSafe(k,s)&&OneValuePerBallot(k,s)→TRUE',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: VotesSafe alone is false' },
    state: { votes: each('{<<1, v1>>}', '{}', '{}'), maxBal: each(1, -1, -1) },
    call: 'Inv',
    mutants: ['Voting!Inv:VotesSafe(k,s)→dropped'],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: OneValuePerBallot alone is false' },
    state: { votes: each('{<<0, v1>>}', '{<<0, v2>>}', '{}'), maxBal: each(0, 0, 0) },
    call: 'Inv',
    mutants: ['Voting!Inv:OneValuePerBallot(k,s)→dropped'],
  },
  {
    ...common,
    why: theorem,
    state: { votes: each('{<<0, v1>>}', '{<<0, v1>>}', '{}'), maxBal: each(0, 0, 0) },
    call: 'AllSafeAtZero',
    beneath: 'Voting!SafeAt:b-1→b',
    mutants: [
      'Voting!AllSafeAtZero:forAll(k.Value)→exists',
      'Voting!AllSafeAtZero:return forAll(k.Value,(v)=>SafeAt(k,s,0,v))→TRUE',
      'Voting!AllSafeAtZero:(v)=>SafeAt(k,s,0,v)→TRUE',
    ],
  },
  {
    ...common,
    why: theorem,
    state: { votes: each('{<<0, v1>>}', '{<<0, v1>>}', '{}'), maxBal: each(0, 0, 0) },
    call: 'ChoosableThm',
    beneath: 'Voting!NoneOtherChoosableAt:return exists(k.Quorum,(Q)=>forAll(Q…notVoteAt(k,s,a,b)))→FALSE',
    mutants: [
      'Voting!ChoosableThm:forAll(k.Ballot)→exists',
      'Voting!ChoosableThm:return forAll(k.Ballot,(b)=>forAll(k…osableAt(k,s,b,v))))→TRUE',
      'Voting!ChoosableThm:forAll(k.Value)→exists',
      'Voting!ChoosableThm:()=>NoneOtherChoosableAt(k,s,b,v)→dropped',
    ],
  },
  {
    ...common,
    why: 'VotesSafe is an invariant: what holds because of it holds in every reachable state.',
    test: { file: theorems, title: 'VotesSafeImpliesConsistency: two values are chosen, by unsafe votes' },
    state: {
      votes: each('{<<0, v1>>}', '{<<0, v1>>, <<1, v2>>}', '{<<1, v2>>}'),
      maxBal: each(0, 1, 1),
    },
    call: 'VotesSafeImpliesConsistency',
    mutants: [
      'Voting!VotesSafeImpliesConsistency:VotesSafe(k,s)→dropped',
      'Voting!VotesSafeImpliesConsistency:VotesSafe(k,s)&&OneVote(k,s)→dropped',
    ],
  },
  {
    ...common,
    why: 'OneVote is an invariant: what holds because of it holds in every reachable state.',
    test: { file: theorems, title: 'VotesSafeImpliesConsistency: two values are chosen, by double votes' },
    state: {
      votes: each('{<<0, v1>>, <<0, v2>>}', '{<<0, v1>>, <<0, v2>>}', '{}'),
      maxBal: each(0, 0, -1),
    },
    call: 'VotesSafeImpliesConsistency',
    mutants: ['Voting!VotesSafeImpliesConsistency:OneVote(k,s)→dropped'],
  },
  {
    ...common,
    why: 'It is a theorem where any two quorums have a common member, as they have in every model.',
    test: {
      file: theorems,
      title: 'VotesSafeImpliesConsistency: two values are chosen, by quorums that do not meet',
    },
    constants: { ...three, Quorum: '{{a1}, {a2}}' },
    state: { votes: each('{<<0, v1>>}', '{<<0, v2>>}', '{}'), maxBal: each(0, 0, -1) },
    call: 'VotesSafeImpliesConsistency',
    mutants: [
      'Voting!VotesSafeImpliesConsistency:return implies(VotesSafe(k,s)&&OneVo…sen(k,s),set([v]))))→TRUE',
      'Voting!VotesSafeImpliesConsistency:()=>chosen(k,s).size===0||exists(k.V…osen(k,s),set([v])))→dropped',
      'Voting!VotesSafeImpliesConsistency:(v)=>equal(chosen(k,s),set([v]))→TRUE',
    ],
  },
  {
    ...common,
    why: 'Inv is an invariant: what holds because of it holds in every reachable state.',
    test: { file: theorems, title: 'ShowsSafety: an unsafe vote shows an unsafe value to be safe' },
    state: {
      votes: each('{<<1, v1>>}', '{<<0, v2>>}', '{<<0, v2>>}'),
      maxBal: each(2, 2, 2),
    },
    call: 'ShowsSafety',
    mutants: ['Voting!ShowsSafety:Inv(k,s)→dropped'],
  },
  {
    ...common,
    why: theorem,
    state: { votes: each('{<<0, v1>>}', '{}', '{}'), maxBal: each(1, 1, -1) },
    call: 'ShowsSafety',
    beneath: 'Voting!NoneOtherChoosableAt:return exists(k.Quorum,(Q)=>forAll(Q…notVoteAt(k,s,a,b)))→FALSE',
    mutants: [
      'Voting!ShowsSafety:return implies(Inv(k,s),()=>forAll(k…SafeAt(k,s,b,v))))))→TRUE',
      'Voting!ShowsSafety:()=>forAll(k.Quorum,(Q)=>forAll(k.Ba…>SafeAt(k,s,b,v)))))→dropped',
      'Voting!ShowsSafety:forAll(k.Quorum)→exists',
      'Voting!ShowsSafety:forAll(k.Ballot)→exists',
      'Voting!ShowsSafety:forAll(k.Value)→exists',
      'Voting!ShowsSafety:()=>SafeAt(k,s,b,v)→dropped',
    ],
  },
];
