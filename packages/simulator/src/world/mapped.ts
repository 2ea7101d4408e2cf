import {
  type AcceptorState,
  type Action,
  type Cluster,
  type NodeId,
  newAcceptor,
  type PaxosMessage,
  type PaxosState,
  paxosState,
} from '@synod/roles';
import { type Claims, claimsOf } from './claims.js';
import { factsOf } from './facts.js';

/** The state of Paxos.tla that the roles are in together, step by step: a ghost, of which no role knows. */
export interface Mapped {
  /** Takes a step. Returns what is wrong with it, if it is none of the specification. */
  take(action: Action): string | undefined;
  /** Whether this was sent. */
  has(message: PaxosMessage): boolean;
  /** Whether a quorum has voted for a value in one ballot. */
  isChosen(val: string): boolean;
  acceptor(id: NodeId): AcceptorState | undefined;
  /** The whole state, as a trace has it. */
  state(): PaxosState;
}

export function newMapped(cluster: Cluster): Mapped {
  const acceptors = new Map(cluster.acceptors.map((id) => [id, newAcceptor]));
  const msgs: PaxosMessage[] = [];
  const claims: Claims = claimsOf(acceptors, msgs, factsOf(cluster).quorums);
  return {
    take(action) {
      const wrong = claims.wrong(action);
      const { sent } = action;
      if (!claims.has(sent)) msgs.push(sent);
      if (sent.type === '1b') {
        const { maxVBal, maxVal } = acceptors.get(sent.acc) ?? newAcceptor;
        acceptors.set(sent.acc, { maxBal: sent.bal, maxVBal, maxVal });
      } else if (sent.type === '2b') {
        acceptors.set(sent.acc, { maxBal: sent.bal, maxVBal: sent.bal, maxVal: sent.val });
      }
      return wrong;
    },
    has: (message) => claims.has(message),
    isChosen: (val) => claims.isChosen(val),
    acceptor: (id) => acceptors.get(id),
    state: () => paxosState(acceptors, new Map(msgs.map((message, at) => [String(at), message]))),
  };
}
