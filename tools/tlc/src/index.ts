export { cacheFolder, type Environment } from './environment.js';
export { exitMeaning, isViolation } from './exit.js';
export { type ExportOptions, exportModel } from './export.js';
export { type FindTlcOptions, findTlc, type Tlc } from './find.js';
export { untilInterrupted } from './interrupt.js';
export { referencedModules, type SourceFile, sourcesOf } from './modules.js';
export type { ExportedInstance, ExportPlan } from './plan.js';
export { passThrough, type RunTlcRequest, runTlc } from './run.js';
export { exportWrapper, type Wrapper } from './wrapper.js';
