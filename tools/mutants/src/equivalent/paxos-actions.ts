import { twoBallots } from './reasons.js';
import { each, three } from './texts.js';
import type { Witness } from './witness.js';

const file = 'packages/paxos/src/actions.test.ts';
const common = { module: 'Paxos', constants: { ...three, None: 'None' } } as const;
const initial = {
  maxBal: each(-1, -1, -1),
  maxVBal: each(-1, -1, -1),
  maxVal: each('None', 'None', 'None'),
  msgs: '{}',
};

/** Where damage to the actions of Paxos shows that no model shows. */
export const paxosActions: readonly Witness[] = [
  {
    ...common,
    why: 'Whatever is sent in a ballot is sent after its 1a message, which allows the same promise.',
    test: { file, title: 'Phase1b: a message that is no 1a' },
    state: { ...initial, msgs: '{[type |-> "2a", bal |-> 1, val |-> v1]}' },
    call: 'Phase1b(a1)',
    mutants: ["Paxos!Phase1b:if(!(m.type==='1a'))→dropped"],
  },
  {
    ...common,
    why: 'Whoever has voted in b was told so by a 2a message of b, and the guard before it turns b away.',
    test: { file, title: 'Phase2a: messages of a quorum that are no 1b' },
    state: {
      ...initial,
      msgs: '{[type |-> "2b", acc |-> a1, bal |-> 0, val |-> v1], [type |-> "2b", acc |-> a2, bal |-> 0, val |-> v1]}',
    },
    call: 'Phase2a(0, v2)',
    mutants: ["Paxos!Phase2a:m.type==='1b'→dropped"],
  },
  {
    ...common,
    why: twoBallots,
    test: { file, title: 'Phase2a: a quorum has voted in two ballots, and the value is of the lower one' },
    state: {
      ...initial,
      msgs: '{[type |-> "1b", acc |-> a1, bal |-> 2, mbal |-> 0, mval |-> v1], [type |-> "1b", acc |-> a2, bal |-> 2, mbal |-> 1, mval |-> v2]}',
    },
    call: 'Phase2a(2, v1)',
    mutants: [
      'Paxos!Phase2a:forAll(Q1bv)→exists',
      'Paxos!Phase2a:forAll(Q1bv,(mm)=>m.mbal>=mm.mbal)→dropped',
      'Paxos!Phase2a:forAll(Q1bv)→the first only',
      'Paxos!Phase2a:m in m.mbal→mm',
      'Paxos!Phase2a:m.mbal>=→<=#2',
      'Paxos!Phase2a:m.mbal in m.mbal>=mm.mbal→bal',
      'Paxos!Phase2a:mm in mm.mbal→m',
    ],
  },
  {
    ...common,
    why: twoBallots,
    test: { file, title: 'Phase2a: a quorum has voted in two ballots, and the value is of the higher one' },
    state: {
      ...initial,
      msgs: '{[type |-> "1b", acc |-> a1, bal |-> 2, mbal |-> 0, mval |-> v1], [type |-> "1b", acc |-> a2, bal |-> 2, mbal |-> 1, mval |-> v2]}',
    },
    call: 'Phase2a(2, v2)',
    mutants: ['Paxos!Phase2a:exists(Q1bv)→forAll', 'Paxos!Phase2a:exists(Q1bv)→the first only'],
  },
  {
    ...common,
    why: 'What reports no vote is below what reports one: it can be neither the highest nor above it.',
    state: {
      ...initial,
      msgs: '{[type |-> "1b", acc |-> a1, bal |-> 2, mbal |-> 0, mval |-> v1], [type |-> "1b", acc |-> a2, bal |-> 2, mbal |-> -1, mval |-> v2]}',
    },
    call: 'Phase2a(2, v2)',
    beneath: 'Paxos!Phase2a:forAll(Q1bv,(mm)=>m.mbal>=mm.mbal)→dropped',
    mutants: ['Paxos!Phase2a:Q1bv in exists(Q1bv,(m)=>m.mval===v&…)=>m.mbal>=mm.mbal))→Q1b'],
  },
  {
    ...common,
    why: 'What reports no vote is below what reports one: it can be neither the highest nor above it.',
    state: {
      ...initial,
      msgs: '{[type |-> "1b", acc |-> a1, bal |-> 2, mbal |-> 0, mval |-> v1], [type |-> "1b", acc |-> a2, bal |-> 2, mbal |-> -1, mval |-> None]}',
    },
    call: 'Phase2a(2, v1)',
    beneath: 'Paxos!Phase2a:m.mbal>=→<=#2',
    mutants: ['Paxos!Phase2a:Q1bv in forAll(Q1bv,(mm)=>m.mbal>=mm.mbal)→Q1b'],
  },
];
