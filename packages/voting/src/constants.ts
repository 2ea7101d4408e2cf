import { type Constants as Assignment, assume, integer, readConstants, scalar, setOf } from '@synod/spec';
import { BallotAssumption, QuorumAssumption } from './assumptions.js';
import type { Constants } from './state.js';

/**
 * The constants of Voting, from what a cfg file assigns.
 *
 * @throws InputError if one is missing or of the wrong shape, or an ASSUME of the module does not hold
 */
export function constants(assignment: Assignment): Constants {
  const shapes = {
    Value: setOf(scalar),
    Acceptor: setOf(scalar),
    Quorum: setOf(setOf(scalar)),
    Ballot: setOf(integer),
  };
  const k = readConstants('Voting', shapes, assignment) as Constants;
  assumeVoting('Voting', k);
  return k;
}

/** What Voting assumes of its constants, and Paxos too. */
export function assumeVoting(module: string, k: Constants): void {
  assume(
    module,
    'QuorumAssumption',
    QuorumAssumption(k),
    'a quorum has a member that is no acceptor, or two quorums have no member in common; change Quorum',
  );
  assume(module, 'BallotAssumption', BallotAssumption(k), 'Ballot must hold 0 to some number, none left out');
}
