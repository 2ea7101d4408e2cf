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
export type {
  Behaviour,
  ExportedGraph,
  GraphKind,
  GraphKnowledge,
  GraphSource,
  LabelMeaning,
  RunCounts,
} from './graph/exported-graph.js';
export { type Numbering, numberStates } from './graph/numbering.js';
export { readGraph, readGraphAs } from './graph/read-graph.js';
export { readPrintedTraces } from './graph/read-printed-traces.js';
export { type Recognised, recogniseGraph } from './graph/recognise.js';
export type {
  GraphDocument,
  GraphHeader,
  GraphStateLine,
  GraphStepLine,
} from './graph/state-graph-format.js';
export { type Degree, type GraphStatistics, graphStatistics } from './graph/statistics.js';
export { dotText } from './graph/write-dot.js';
export { behaviourTo, itfText } from './graph/write-itf.js';
export { jsonText, ndjsonText } from './graph/write-ndjson.js';
export { decidingGuard } from './guards/deciding-guard.js';
export type { GuardTask } from './guards/task.js';
export { evaluateOperators, type OperatorTable, type Signature, signatures } from './operators.js';
export { named, pathTo, stateValues } from './paths.js';
export { readTlcExport, type TlcExport, type TlcExportSource } from './read-export.js';
