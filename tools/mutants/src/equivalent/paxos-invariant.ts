import { invariant } from './reasons.js';
import { each, three } from './texts.js';
import type { Witness } from './witness.js';

const file = 'packages/paxos/src/Inv.test.ts';
const common = { module: 'Paxos', constants: { ...three, None: 'None' } } as const;
const initial = {
  maxBal: each(-1, -1, -1),
  maxVBal: each(-1, -1, -1),
  maxVal: each('None', 'None', 'None'),
  msgs: '{}',
};

/** Where damage to the invariant of Paxos shows: in states that break one conjunct of it. */
export const paxosInvariant: readonly Witness[] = [
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: TypeOK alone is false' },
    state: { ...initial, msgs: '{[type |-> "1a", bal |-> 7]}' },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:TypeOK(k,s)→dropped',
      'Paxos!Inv:return TypeOK(k,s)&&forAll(k.Accepto…&&mm.val===m.val))))→TRUE',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a last vote above the highest ballot taken part in' },
    state: {
      ...initial,
      maxBal: each(-1, 0, 0),
      maxVBal: each(0, -1, -1),
      maxVal: each('v1', 'None', 'None'),
      msgs: '{[type |-> "2a", bal |-> 0, val |-> v1], [type |-> "2b", acc |-> a1, bal |-> 0, val |-> v1]}',
    },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:forAll(k.Acceptor)→exists',
      'Paxos!Inv:forAll(k.Acceptor,(a)=>at(s.maxBal,a)>=at(s.maxVBal,a))→dropped',
      'Paxos!Inv:s.maxBal in at(s.maxBal,a)→maxVBal',
      'Paxos!Inv:s.maxVBal in at(s.maxVBal,a)→maxBal',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a value without a last vote' },
    state: { ...initial, maxVal: each('v1', 'None', 'None') },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:forAll(k.Acceptor)→exists#2',
      'Paxos!Inv:forAll(k.Acceptor,(a)=>at(s.maxVBal,…a),at(s.maxVal,a)]))→dropped',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a promise that was not kept in mind' },
    state: {
      ...initial,
      msgs: '{[type |-> "1a", bal |-> 0], [type |-> "1b", acc |-> a1, bal |-> 1, mbal |-> -1, mval |-> None]}',
    },
    call: 'Inv',
    mutants: [
      "Paxos!Inv:forAll(s.msgs,(m)=>(!(m.type==='1b')…&&mm.val===m.val))))→dropped",
      "Paxos!Inv:!(m.type==='1b')||(at(s.maxBal,m.acc…s([m.mbal,m.mval])))→dropped",
      'Paxos!Inv:at(s.maxBal,m.acc)>=m.bal→dropped',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a vote reported that was not cast' },
    state: {
      ...initial,
      maxBal: each(1, 1, 1),
      msgs: '{[type |-> "1b", acc |-> a1, bal |-> 1, mbal |-> 0, mval |-> v1]}',
    },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:implies(m.mbal>=0,()=>at(above.votes…as([m.mbal,m.mval]))→dropped',
      'Paxos!Inv:m.mbal>=→>',
      'Paxos!Inv:m.mbal>=0→1',
      'Paxos!Inv:()=>at(above.votes,m.acc).has([m.mbal,m.mval])→dropped',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a value named that no quorum shows to be safe' },
    state: { ...initial, msgs: '{[type |-> "1a", bal |-> 0], [type |-> "2a", bal |-> 1, val |-> v1]}' },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:forAll(s.msgs)→the first only',
      "Paxos!Inv:!(m.type==='2a')||(exists(k.Quorum,(…l)||mm.val===m.val))→dropped",
      "Paxos!Inv:m.type==='2a'→'2b'",
      'Paxos!Inv:exists(k.Quorum,(Q)=>ShowsSafeAt(k,above,Q,m.bal,m.val))→dropped',
      'Paxos!Inv:(Q)=>ShowsSafeAt(k,above,Q,m.bal,m.val)→TRUE',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: two values named in one ballot' },
    state: {
      ...initial,
      maxBal: each(0, 0, 0),
      msgs: '{[type |-> "1a", bal |-> 0], [type |-> "2a", bal |-> 0, val |-> v1], [type |-> "2a", bal |-> 0, val |-> v2]}',
    },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:forAll(s.msgs)→exists#2',
      "Paxos!Inv:forAll(s.msgs,(mm)=>!(mm.type==='2a'…al)||mm.val===m.val)→dropped",
      'Paxos!Inv:forAll(s.msgs)→the first only#2',
      "Paxos!Inv:mm.type==='2a'→'2b'",
      'Paxos!Inv:mm in mm.val→m',
      'Paxos!Inv:m in m.val→mm',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a vote announced above the last vote' },
    state: {
      ...initial,
      maxBal: each(0, 0, 0),
      msgs: '{[type |-> "2a", bal |-> 0, val |-> v1], [type |-> "2b", acc |-> a1, bal |-> 0, val |-> v1]}',
    },
    call: 'Inv',
    mutants: [
      "Paxos!Inv:!(m.type==='2b')||(at(s.maxVBal,m.ac…al&&mm.val===m.val))→dropped",
      'Paxos!Inv:at(s.maxVBal,m.acc)>=m.bal→dropped',
      'Paxos!Inv:s.maxVBal in at(s.maxVBal,m.acc)→maxBal',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a vote for a value that was not named' },
    state: {
      ...initial,
      maxBal: each(0, 1, 1),
      maxVBal: each(0, -1, -1),
      maxVal: each('v1', 'None', 'None'),
      msgs: '{[type |-> "2b", acc |-> a1, bal |-> 0, val |-> v1]}',
    },
    call: 'Inv',
    mutants: [
      "Paxos!Inv:exists(s.msgs,(mm)=>mm.type==='2a'&&…bal&&mm.val===m.val)→dropped",
      'Paxos!Inv:mm.type===→!==#2',
      "Paxos!Inv:mm.type==='2a'→dropped#2",
      "Paxos!Inv:mm.type==='2a'→'2b'#2",
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a vote for a value that was named in another ballot' },
    state: {
      ...initial,
      maxBal: each(0, 1, 1),
      maxVBal: each(0, -1, -1),
      maxVal: each('v1', 'None', 'None'),
      msgs: '{[type |-> "2a", bal |-> 1, val |-> v1], [type |-> "2b", acc |-> a1, bal |-> 0, val |-> v1]}',
    },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:mm in mm.bal→m#2',
      'Paxos!Inv:mm.bal===m.bal→dropped#2',
      'Paxos!Inv:m in m.bal→mm#2',
    ],
  },
  {
    ...common,
    why: invariant,
    test: { file, title: 'Inv: a vote for another value than the one named' },
    state: {
      ...initial,
      maxBal: each(0, 1, 1),
      maxVBal: each(0, -1, -1),
      maxVal: each('v1', 'None', 'None'),
      msgs: '{[type |-> "2a", bal |-> 0, val |-> v2], [type |-> "2b", acc |-> a1, bal |-> 0, val |-> v1]}',
    },
    call: 'Inv',
    mutants: [
      'Paxos!Inv:mm in mm.val→m#2',
      'Paxos!Inv:mm.val===m.val→dropped#2',
      'Paxos!Inv:m in m.val→mm#2',
    ],
  },
];
