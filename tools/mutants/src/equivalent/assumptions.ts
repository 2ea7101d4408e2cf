import { assumed } from './reasons.js';
import { three } from './texts.js';
import type { Witness } from './witness.js';

const file = 'packages/voting/src/assumptions.test.ts';
const paxosFile = 'packages/paxos/src/constants.test.ts';

/** Where damage to what is assumed of the constants shows: with constants that contradict it. */
export const assumptions: readonly Witness[] = [
  {
    module: 'Voting',
    why: assumed,
    test: { file, title: 'two quorums without a common member' },
    constants: { ...three, Quorum: '{{a1}, {a2}, {a1, a2, a3}}' },
    call: 'constants',
    mutants: [
      'Voting!QuorumAssumption:return forAll(k.Quorum,(Q)=>isSubset…on(Q1,Q2).size!==0))→TRUE',
      'Voting!QuorumAssumption:forAll(k.Quorum)→exists#2',
      'Voting!QuorumAssumption:forAll(k.Quorum,(Q1)=>forAll(k.Quoru…on(Q1,Q2).size!==0))→dropped',
      'Voting!QuorumAssumption:forAll(k.Quorum)→exists#3',
      'Voting!QuorumAssumption:Q1 in intersection(Q1,Q2)→Q2',
      "Voting!constants:assumeVoting('Voting',k)→left out",
      "Voting!assumeVoting:assume(module,'QuorumAssumption',Quo…mmon;change Quorum')→left out",
    ],
  },
  {
    module: 'Voting',
    why: assumed,
    test: { file, title: 'a quorum with a member that is no acceptor' },
    constants: { ...three, Quorum: '{{a1, a2}, {a1, a4}}' },
    call: 'constants',
    mutants: [
      'Voting!QuorumAssumption:forAll(k.Quorum)→exists',
      'Voting!QuorumAssumption:forAll(k.Quorum,(Q)=>isSubset(Q,k.Acceptor))→dropped',
    ],
  },
  {
    module: 'Voting',
    why: assumed,
    test: { file, title: 'a ballot below 0' },
    constants: { ...three, Ballot: '{-1, 0}' },
    call: 'constants',
    mutants: [
      'Voting!BallotAssumption:forAll(k.Ballot)→exists',
      'Voting!BallotAssumption:forAll(k.Ballot,(b)=>b>=0)→dropped',
      'Voting!BallotAssumption:return forAll(k.Ballot,(b)=>b>=0)&&f…)=>k.Ballot.has(c)))→TRUE',
      "Voting!assumeVoting:assume(module,'BallotAssumption',Bal…mber,none left out')→left out",
    ],
  },
  {
    module: 'Voting',
    why: assumed,
    test: { file, title: 'a ballot left out' },
    constants: { ...three, Ballot: '{0, 2}' },
    call: 'constants',
    mutants: [
      'Voting!BallotAssumption:forAll(k.Ballot)→exists#2',
      'Voting!BallotAssumption:forAll(k.Ballot,(b)=>forAll(range(0,…)=>k.Ballot.has(c)))→dropped',
      'Voting!BallotAssumption:forAll(range(0,b))→exists',
      'Voting!BallotAssumption:forAll(range(0,b))→the first only',
      'Voting!BallotAssumption:(c)=>k.Ballot.has(c)→TRUE',
    ],
  },
  {
    module: 'Voting',
    why: assumed,
    test: { file, title: 'no ballot 0' },
    constants: { ...three, Ballot: '{1}' },
    call: 'constants',
    mutants: ['Voting!BallotAssumption:range(0,b)→without its first', 'Voting!BallotAssumption:range(0,b)→1'],
  },
  {
    module: 'Voting',
    why: 'That b is in Ballot need not be asked of a ballot b: it says the same without.',
    constants: { ...three, Ballot: '{0}' },
    call: 'constants',
    beneath: 'Voting!BallotAssumption:forAll(range(0,b))→exists',
    mutants: ['Voting!BallotAssumption:range(0,b)→without its last'],
  },
  {
    module: 'Paxos',
    why: assumed,
    test: { file: paxosFile, title: 'two quorums without a common member' },
    constants: { ...three, None: 'None', Quorum: '{{a1}, {a2}}' },
    call: 'constants',
    mutants: ["Paxos!constants:assumeVoting('Paxos',k)→left out"],
  },
  {
    module: 'Paxos',
    why: assumed,
    test: { file: paxosFile, title: 'None is a value' },
    constants: { ...three, None: 'v1' },
    call: 'constants',
    mutants: [
      "Paxos!constants:assume('Paxos','NoneAssumption',None…roposed;rename one')→left out",
      'Paxos!NoneAssumption:return!k.Value.has(k.None)→TRUE',
    ],
  },
];
