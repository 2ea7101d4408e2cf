import { invariant, typed } from './reasons.js';
import type { Witness } from './witness.js';

const file = 'packages/consensus/src/definitions.test.ts';
const constants = { Value: '{v1, v2, v3}' };

/** Where damage to Consensus shows that no model shows. */
export const consensus: readonly Witness[] = [
  {
    module: 'Consensus',
    why: typed,
    test: { file, title: 'TypeOK: a value that nobody may propose' },
    constants,
    state: { chosen: '{v4}' },
    call: 'TypeOK',
    mutants: [
      'Consensus!TypeOK:isSubset(s.chosen,k.Value)→dropped',
      'Consensus!TypeOK:return isSubset(s.chosen,k.Value)&&s…en instanceof TlaSet→TRUE',
    ],
  },
  {
    module: 'Consensus',
    why: 'Whatever is chosen is a set here, and every set of this code is finite.',
    test: { file, title: 'TypeOK: something that is no set' },
    constants,
    state: { chosen: '[elements |-> <<>>]' },
    call: 'TypeOK',
    mutants: ['Consensus!TypeOK:s.chosen instanceof TlaSet→dropped'],
  },
  {
    module: 'Consensus',
    why: invariant,
    test: { file, title: 'Inv: two values are chosen' },
    constants,
    state: { chosen: '{v1, v2}' },
    call: 'Inv',
    mutants: [
      'Consensus!Inv:return TypeOK(k,s)&&s.chosen.size<=1→TRUE',
      'Consensus!Inv:s.chosen.size<=1→dropped',
      'Consensus!Inv:s.chosen.size<=1→2',
    ],
  },
  {
    module: 'Consensus',
    why: invariant,
    test: { file, title: 'Inv: a value that nobody may propose' },
    constants,
    state: { chosen: '{v4}' },
    call: 'Inv',
    mutants: ['Consensus!Inv:TypeOK(k,s)→dropped'],
  },
];
