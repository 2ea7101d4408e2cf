export { catalogue } from './catalogue.js';
export { witnesses } from './equivalent/index.js';
export type { Witness } from './equivalent/witness.js';
export type { DamagedModel, Host, HostedModel } from './host.js';
export type { Judgement } from './judge.js';
export type { Change, Mutant, TranscriptionName } from './mutant.js';
export type { Outcome } from './pool.js';
export { exitCode, type Report, type Result, type RunOptions, runMutants } from './run.js';
export type { Catch } from './trial.js';
