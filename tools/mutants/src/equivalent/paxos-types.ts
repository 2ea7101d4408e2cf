import { typed } from './reasons.js';
import { each, three } from './texts.js';
import type { Witness } from './witness.js';

const file = 'packages/paxos/src/TypeOK.test.ts';
const common = { module: 'Paxos', constants: { ...three, None: 'None' } } as const;
const initial = {
  maxBal: each(-1, -1, -1),
  maxVBal: each(-1, -1, -1),
  maxVal: each('None', 'None', 'None'),
  msgs: '{}',
};

/** Where damage to the types of Paxos shows: in states that are not of these types. */
export const paxosTypes: readonly Witness[] = [
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a promise of a ballot that is none' },
    state: { ...initial, maxBal: each(-1, 7, -1) },
    call: 'TypeOK',
    mutants: [
      'Paxos!TypeOK:isFunctionOn(s.maxBal,k.Acceptor,(b)…llot.has(b)||b===-1)→dropped',
      'Paxos!TypeOK:return isFunctionOn(s.maxBal,k.Accep…(m)=>isMessage(k,m))→TRUE',
      'Paxos!TypeOK:s.maxBal in isFunctionOn(s.maxBal,k.…llot.has(b)||b===-1)→maxVBal',
      'Paxos!TypeOK:isFunctionOn(s.maxBal)→of anything',
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a last vote in a ballot that is none' },
    state: { ...initial, maxVBal: each(-1, 7, -1) },
    call: 'TypeOK',
    mutants: [
      'Paxos!TypeOK:isFunctionOn(s.maxVBal,k.Acceptor,(b…llot.has(b)||b===-1)→dropped',
      'Paxos!TypeOK:s.maxVBal in isFunctionOn(s.maxVBal,…llot.has(b)||b===-1)→maxBal',
      'Paxos!TypeOK:isFunctionOn(s.maxVBal)→of anything',
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a last vote for a value that is none' },
    state: { ...initial, maxVal: each('None', 'v9', 'None') },
    call: 'TypeOK',
    mutants: [
      'Paxos!TypeOK:isFunctionOn(s.maxVal,k.Acceptor,(v)….has(v)||v===k.None)→dropped',
      'Paxos!TypeOK:isFunctionOn(s.maxVal)→of anything',
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: one good message and one that is none' },
    state: { ...initial, msgs: '{[type |-> "1a", bal |-> 0], [type |-> "1a", bal |-> 7]}' },
    call: 'TypeOK',
    mutants: [
      "Paxos!isMessage:case '1a' return k.Ballot.has(m.bal)→TRUE",
      'Paxos!TypeOK:forAll(s.msgs,(m)=>isMessage(k,m))→dropped',
      'Paxos!TypeOK:forAll(s.msgs)→the first only',
      'Paxos!TypeOK:(m)=>isMessage(k,m)→TRUE',
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 1b message of somebody who is no acceptor' },
    state: { ...initial, msgs: '{[type |-> "1b", acc |-> a9, bal |-> 1, mbal |-> 0, mval |-> v1]}' },
    call: 'TypeOK',
    mutants: [
      'Paxos!isMessage:k.Acceptor.has(m.acc)→dropped',
      "Paxos!isMessage:case '1b' return k.Acceptor.has(m.ac…l)||m.mval===k.None)→TRUE",
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 1b message of a ballot that is none' },
    state: { ...initial, msgs: '{[type |-> "1b", acc |-> a1, bal |-> 7, mbal |-> 0, mval |-> v1]}' },
    call: 'TypeOK',
    mutants: ['Paxos!isMessage:k.Ballot.has(m.bal)→dropped'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 1b message with a vote in a ballot that is none' },
    state: { ...initial, msgs: '{[type |-> "1b", acc |-> a1, bal |-> 1, mbal |-> 7, mval |-> v1]}' },
    call: 'TypeOK',
    mutants: [
      'Paxos!isMessage:k.Ballot.has(m.mbal)||m.mbal===-1→dropped',
      'Paxos!isMessage:m.mbal in k.Ballot.has(m.mbal)→bal',
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 1b message with a vote for a value that is none' },
    state: { ...initial, msgs: '{[type |-> "1b", acc |-> a1, bal |-> 1, mbal |-> 0, mval |-> v9]}' },
    call: 'TypeOK',
    mutants: ['Paxos!isMessage:k.Value.has(m.mval)||m.mval===k.None→dropped'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 2a message of a ballot that is none' },
    state: { ...initial, msgs: '{[type |-> "2a", bal |-> 7, val |-> v1]}' },
    call: 'TypeOK',
    mutants: [
      'Paxos!isMessage:k.Ballot.has(m.bal)→dropped#2',
      "Paxos!isMessage:case '2a' return k.Ballot.has(m.bal)&&k.Value.has(m.val)→TRUE",
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 2a message for a value that is none' },
    state: { ...initial, msgs: '{[type |-> "2a", bal |-> 0, val |-> v9]}' },
    call: 'TypeOK',
    mutants: ['Paxos!isMessage:k.Value.has(m.val)→dropped'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 2b message of somebody who is no acceptor' },
    state: { ...initial, msgs: '{[type |-> "2b", acc |-> a9, bal |-> 0, val |-> v1]}' },
    call: 'TypeOK',
    mutants: [
      'Paxos!isMessage:k.Acceptor.has(m.acc)→dropped#2',
      "Paxos!isMessage:case '2b' return k.Acceptor.has(m.ac…&&k.Value.has(m.val)→TRUE",
    ],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 2b message of a ballot that is none' },
    state: { ...initial, msgs: '{[type |-> "2b", acc |-> a1, bal |-> 7, val |-> v1]}' },
    call: 'TypeOK',
    mutants: ['Paxos!isMessage:k.Ballot.has(m.bal)→dropped#3'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a 2b message for a value that is none' },
    state: { ...initial, msgs: '{[type |-> "2b", acc |-> a1, bal |-> 0, val |-> v9]}' },
    call: 'TypeOK',
    mutants: ['Paxos!isMessage:k.Value.has(m.val)→dropped#2'],
  },
  {
    ...common,
    why: typed,
    test: { file, title: 'TypeOK: a message of no kind' },
    state: { ...initial, msgs: '{[type |-> "3a", bal |-> 0]}' },
    call: 'TypeOK',
    mutants: ['Paxos!isMessage:return false→TRUE'],
  },
];
