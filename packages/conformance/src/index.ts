export {
  Certifier,
  certificateDifference,
  type GraphCertificate,
  type Tally,
} from './certificate/certificate.js';
export { certifyExport } from './certificate/certify-export.js';
export { certifyGraph } from './certificate/certify-graph.js';
export { type CheckOptions, check, type Verdict } from './check.js';
export { checkRefinement, type RefinementCheck } from './check-refinement.js';
export { compareGraphs, type GraphComparison } from './compare-graphs.js';
export { compareOperators } from './compare-operators.js';
export type {
  Conjunct,
  Divergence,
  InitialDivergence,
  InvariantDivergence,
  OperatorDivergence,
  Path,
  PathStep,
  RefinementDivergence,
  Side,
  StateValues,
  StepDivergence,
} from './divergence.js';
export { type ExplainContext, explainDivergence, lastState } from './explain.js';
export { decidingGuard } from './guards/deciding-guard.js';
export type { GuardTask } from './guards/task.js';
export { evaluateOperators, type OperatorTable, type Signature, signatures } from './operators.js';
export { named, pathTo, stateValues } from './paths.js';
export { readTlcExport, type TlcExport, type TlcExportSource } from './read-export.js';
