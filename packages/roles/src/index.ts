export { acceptor } from './acceptor/acceptor.js';
export { type AcceptorState, newAcceptor } from './acceptor/state.js';
export type { Action } from './action.js';
export { backoffDelay } from './backoff.js';
export { nextBallot } from './ballot.js';
export { type Cluster, clusterOf, defaultTiming, type Learning, type Timing } from './cluster.js';
export { clusterProblems } from './cluster-problems.js';
export { type EffectQueue, effectQueue, type Released } from './host/effect-queue.js';
export { helperOf } from './learner/ask.js';
export { learner } from './learner/learner.js';
export { type LearnerState, newLearner, type Votes } from './learner/state.js';
export { compactEntries } from './ledger/compact.js';
export { encodeEntry, encodeHead, type LedgerHead, ledgerVersion, type StoredEntry } from './ledger/entry.js';
export { longestPayload } from './ledger/frame.js';
export { type LedgerReading, mendLedger, readLedger } from './ledger/read-ledger.js';
export type { LedgerRecord } from './ledger/record.js';
export type * from './message.js';
export { type NodeState, node } from './node/node.js';
export type { NodeId } from './node-id.js';
export { proposer } from './proposer/proposer.js';
export { safeValue } from './proposer/safe-value.js';
export { newProposer, type Phase, type ProposerState, type Reported } from './proposer/state.js';
export { quorumSystem } from './quorum/quorum-system.js';
export type { QuorumSystem, Quorums } from './quorum/quorums.js';
export { type Ghost, noMessages, sent } from './refinement/ghost.js';
export { missingActions, nothingTraced, type Traced, traced } from './refinement/missing-actions.js';
export {
  none,
  type PaxosState,
  paxosState,
  type TraceMessage,
  traceMessage,
} from './refinement/paxos-state.js';
export { actionEvent, learnedEvent, type TraceEvent } from './refinement/trace-event.js';
export { type TraceHeader, traceHeader } from './refinement/trace-header.js';
export type { Effect, Input, Role, Step, Timer } from './role.js';
