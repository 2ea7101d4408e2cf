import { Consensus } from '@synod/consensus';
import { Paxos } from '@synod/paxos';
import { explore, instantiate } from '@synod/spec';
import { parseConfig } from '@synod/tla';
import type { LivenessClaim } from '../src/claims/claim.js';
import { consensusClaim } from '../src/claims/consensus.js';
import { paxosClaim } from '../src/claims/paxos.js';

/** Consensus with two values. */
export function smallConsensus(): LivenessClaim {
  const system = instantiate(Consensus, parseConfig('CONSTANT Value = {v1, v2}').constants);
  return consensusClaim(explore(system));
}

/** Paxos with three acceptors, any two of which are a quorum, unless it is told otherwise. */
export function smallPaxos(
  text: {
    readonly Value?: string;
    readonly Acceptor?: string;
    readonly Quorum?: string;
    readonly Ballot?: string;
    readonly LiveBallot?: string;
    readonly LiveQuorum?: string;
  } = {},
): LivenessClaim {
  const { constants: all } = parseConfig(`CONSTANTS
    Value = ${text.Value ?? '{v1, v2}'}
    Acceptor = ${text.Acceptor ?? '{a1, a2, a3}'}
    Quorum = ${text.Quorum ?? '{{a1, a2}, {a1, a3}, {a2, a3}}'}
    Ballot = ${text.Ballot ?? '{0, 1}'}
    None = None
    LiveBallot = ${text.LiveBallot ?? '0'}
    LiveQuorum = ${text.LiveQuorum ?? '{a1, a2}'}`);
  const { LiveBallot, LiveQuorum, ...constants } = all;
  const system = instantiate(Paxos, constants);
  return paxosClaim({ system, exploration: explore(system), constants, LiveBallot, LiveQuorum });
}
