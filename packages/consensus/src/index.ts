export { Init, Inv, Next, TypeOK } from './definitions.js';
export { Consensus } from './specification.js';
export type { Constants, State, Value } from './state.js';
export type { ConsensusVocabulary } from './vocabulary.js';
