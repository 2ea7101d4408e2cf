export { checkLiveness, type LivenessClaim, type LivenessRow, type Premise } from './claims/claim.js';
export { consensusClaim } from './claims/consensus.js';
export { type PaxosLiveModel, paxosClaim } from './claims/paxos.js';
export { type Fairness, type IsOfAction, never, strongFairness, weakFairness } from './fairness.js';
export { findLasso, type LivenessVerdict } from './find-lasso.js';
export { isFairLasso } from './is-fair-lasso.js';
export { type Lasso, type UnrolledLasso, unroll } from './lasso.js';
export type { Goal, LivenessProblem } from './problem.js';
