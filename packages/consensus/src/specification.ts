import { readConstants, type Specification, scalar, setOf, steps } from '@synod/spec';
import { Init, Inv, Next, TypeOK } from './definitions.js';
import type { Constants, State } from './state.js';
import type { ConsensusVocabulary } from './vocabulary.js';

/** The module Consensus as a specification that engines can run. Its one action is Next itself. */
export const Consensus: Specification<Constants, State, ConsensusVocabulary> = {
  name: 'Consensus',
  constantNames: ['Value'],
  variables: ['chosen'],
  constants: (assignment) => readConstants('Consensus', { Value: setOf(scalar) }, assignment) as Constants,
  Init,
  Next: (k, s) => steps('Next', [], Next(k, s)),
  actions: { Next: { formals: {}, next: Next } },
  operators: {
    TypeOK: { formals: {}, value: TypeOK },
    Inv: { formals: {}, value: Inv },
  },
  invariants: ['TypeOK', 'Inv'],
  refinements: [],
};
