export { type CompiledModel, type CompileOptions, compileModel } from './compile.js';
export { type EmitOptions, emitValues } from './emit/values/emit-values.js';
export { type Assumption, type Evaluator, evaluator, type State } from './evaluate/evaluator.js';
export type {
  Conjunct,
  GuardExplanation,
  StepExplanation,
  ValueExplanation,
} from './evaluate/explanation.js';
export type { ModelPrograms } from './load-model.js';
export type { Ir, IrBound, IrDefinition, Local } from './lower/ir.js';
export { lower } from './lower/lower.js';
export type { Lowered, LoweredAction, LoweredOperator, Named, Property } from './lower/lowered.js';
export type { Plan, PlanLabel } from './lower/plan.js';
export { printDefinition, printIr } from './lower/print.js';
export { printPlan } from './lower/print-plan.js';
export type { Occurrence } from './next/occurrences.js';
export {
  actionFormals,
  type SpecificationNames,
  type StepFormulas,
  stepFormulas,
} from './next/step-formulas.js';
export type { Constants, Instance, Module, Statement, Unit, Variables } from './parse/module.js';
export { type Bullet, bulletsOf, linesOf, type SourceLine } from './parse/outline.js';
export { parseModule } from './parse/parse-module.js';
export {
  type Application,
  type Bound,
  type Definition,
  type Expression,
  type Parameter,
  placeOf,
  type Span,
} from './parse/syntax.js';
export { subexpressions } from './parse/walk.js';
export { loadModules, type Modules, type ModuleText, type ReadModule } from './resolve/load.js';
export type { Overrides } from './resolve/override.js';
export { standardModules } from './resolve/standard.js';
export type {
  AskedOperator,
  BoundOperator,
  Emit,
  Engine,
  EngineOperator,
  EngineProperty,
  EngineTable,
  Program,
  StatePredicate,
  StepPredicate,
  TableColumn,
} from './run/engine.js';
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
export { loadValues } from './run/values/load.js';
