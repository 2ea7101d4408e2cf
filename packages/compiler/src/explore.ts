/** What it takes to explore a specification, and little else: whoever starts a process for it loads less. */
export { type CompiledModel, type CompileOptions, compileModel } from './compile.js';
export type { ModelPrograms } from './load-model.js';
export type { Lowered } from './lower/lowered.js';
export type { Module } from './parse/module.js';
export { loadModules, type Modules, type ModuleText, type ReadModule } from './resolve/load.js';
export type { Engine, Program } from './run/engine.js';
export type { CheckOptions, Complaint } from './run/explore/checks.js';
export type {
  Ending,
  EngineExploration,
  EngineExploreOptions,
  ExplorationProgress,
  LoadEngine,
  PathState,
  StopSignal,
  ThreadOptions,
} from './run/explore/exploration.js';
export { exploreEngine } from './run/explore/explore-engine.js';
