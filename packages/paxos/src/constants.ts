// biome-ignore-all format: the specification's text stands beside the code, aligned
import { type Constants as Assignment, assume, integer, readConstants, scalar, setOf } from '@synod/spec';
import { assumeVoting } from '@synod/voting';
import type { Constants } from './state.js';

/**
 * The constants of Paxos, from what a cfg file assigns.
 *
 * @throws InputError if one is missing or of the wrong shape, or an ASSUME of the module does not hold
 */
export function constants(assignment: Assignment): Constants {
  const shapes = {
    Value: setOf(scalar),
    Acceptor: setOf(scalar),
    Quorum: setOf(setOf(scalar)),
    Ballot: setOf(integer),
    None: scalar,
  };
  const k = readConstants('Paxos', shapes, assignment) as Constants;
  assumeVoting('Paxos', k);
  assume('Paxos', 'NoneAssumption', NoneAssumption(k), 'None is also a value that may be proposed; rename one');
  return k;
}

/** @spec Paxos!NoneAssumption */
export function NoneAssumption(k: Constants): boolean {
  return !k.Value.has(k.None);                                              // None \notin Value
}
