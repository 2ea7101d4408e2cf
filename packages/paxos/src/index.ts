export { NoneAssumption } from './constants.js';
export { Init } from './Init.js';
export { Inv } from './Inv.js';
export { Next } from './Next.js';
export { Phase1a } from './Phase1a.js';
export { Phase1b } from './Phase1b.js';
export { Phase2a } from './Phase2a.js';
export { Phase2b } from './Phase2b.js';
export { Send } from './Send.js';
export { Paxos } from './specification.js';
export type {
  Constants,
  Message,
  Message1a,
  Message1b,
  Message2a,
  Message2b,
  None,
  State,
} from './state.js';
export { isMessage, TypeOK } from './TypeOK.js';
export type { PaxosVocabulary } from './vocabulary.js';
export { V, votes } from './votes.js';
