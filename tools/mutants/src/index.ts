export type { Change, Mutant, TranscriptionName } from './mutant.js';
