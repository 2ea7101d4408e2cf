export type {
  ActionDefinition,
  Constants,
  Formals,
  OperatorDefinition,
  RefinementDefinition,
  Specification,
  Step,
} from './specification.js';
export type { Action, Formal, Operator, Refinement, TransitionSystem } from './system.js';
