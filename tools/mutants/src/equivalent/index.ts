import { assumptions } from './assumptions.js';
import { consensus } from './consensus.js';
import { paxosActions } from './paxos-actions.js';
import { paxosInvariant } from './paxos-invariant.js';
import { paxosTypes } from './paxos-types.js';
import { voting } from './voting.js';
import type { Witness } from './witness.js';

/** The witnesses of all mutants that no model tells from the specification. */
export const witnesses: readonly Witness[] = [
  ...consensus,
  ...assumptions,
  ...voting,
  ...paxosTypes,
  ...paxosInvariant,
  ...paxosActions,
];
