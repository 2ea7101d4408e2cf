export { GraphBuilder, labelKey } from './builder.js';
export { assume, integer, readConstants, type Shape, scalar, setOf } from './constants.js';
export { type Exploration, type ExploreOptions, explore } from './explore.js';
export type { Label, StateGraph } from './graph.js';
export { instantiate } from './instantiate.js';
export { IntList } from './int-list.js';
export { type Answering, answer, operator, type Truth } from './operator.js';
export { depth, type Paths, shortestPaths } from './paths.js';
export type {
  ActionDefinition,
  Constants,
  Formals,
  OperatorDefinition,
  RefinementDefinition,
  Specification,
  Step,
} from './specification.js';
export { type PickStates, startWhere } from './start.js';
export { steps } from './steps.js';
export type { Action, Formal, Operator, Refinement, TransitionSystem } from './system.js';
export { TupleTable } from './table.js';
export { UNCHANGED } from './unchanged.js';
export type { AnyVocabulary, Vocabulary } from './vocabulary.js';
