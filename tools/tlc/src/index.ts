export { cacheFolder, type Environment } from './environment.js';
export { exitMeaning, isViolation } from './exit.js';
export { type ExportOptions, exportModel } from './export.js';
export { type FindTlcOptions, findTlc, type Tlc } from './find.js';
export { untilInterrupted } from './interrupt.js';
export { type ExportFile, type Manifest, manifestText } from './manifest.js';
export { parseManifest, readManifest } from './manifest-read.js';
export { type LineReader, messageReader, type TlcMessage } from './messages.js';
export { referencedModules, type SourceFile, sourcesOf } from './modules.js';
export {
  isComplete,
  type OutcomeReader,
  outcomeReader,
  type TlcCounts,
  type TlcOutcome,
  type TlcVersion,
} from './outcome.js';
export type { FileDigest } from './pack.js';
export type {
  ActionInstance,
  ExportedFormal,
  ExportedInstance,
  ExportedOperator,
  ExportPlan,
  Figures,
  StepLabel,
} from './plan.js';
export type { TlcOrigin } from './releases.js';
export { passThrough, type RunTlcRequest, runTlc } from './run.js';
export { readExportFile, verified, verifyFiles, verifyManifest, verifySources } from './verify.js';
export { exportWrapper, type Wrapper } from './wrapper.js';
