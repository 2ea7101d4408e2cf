export { catalogue } from './catalogue.js';
export { witnesses } from './equivalent/index.js';
export type { Witness } from './equivalent/witness.js';
export type { DamagedModel, Host, HostedModel } from './host.js';
export type { Judgement } from './judge.js';
export type { Change, Mutant, TranscriptionName } from './mutant.js';
export type { Outcome } from './pool.js';
export { hiddenMistakes, mistakes } from './protocol/catalogue.js';
export { protocolMarkdown } from './protocol/markdown.js';
export type { HiddenMistake, Mistake, Patch } from './protocol/mistake.js';
export {
  type DeployedResult,
  type ProtocolReport,
  type ProtocolResult,
  type ProtocolRunOptions,
  protocolExitCode,
  runProtocolMutants,
} from './protocol/run.js';
export type { Scenario } from './protocol/scenario.js';
export type { GuardsOf } from './protocol/specification.js';
export type { Found, Trial } from './protocol/trial.js';
export { exitCode, type Report, type Result, type RunOptions, runMutants } from './run.js';
export type { Catch } from './trial.js';
