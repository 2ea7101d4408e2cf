export type { Json } from '@synod/tla';
export { endOf, type SpaceBehaviour } from './behaviour/behaviour.js';
export { behaviourOf } from './behaviour/behaviour-of.js';
export { behaviourTrace } from './behaviour/behaviour-trace.js';
export { randomBehaviour } from './behaviour/random-behaviour.js';
export { shrinkCandidates } from './behaviour/shrink-candidates.js';
export {
  Certifier,
  certificateDifference,
  type GraphCertificate,
  type Tally,
} from './certificate/certificate.js';
export { type CertifyEngineOptions, certifyEngine } from './certificate/certify-engine.js';
export {
  type CertifiedSource,
  type CertifyExportOptions,
  certifyExport,
} from './certificate/certify-export.js';
export { certifyGraph } from './certificate/certify-graph.js';
export { type CheckOptions, check, compareFound, type Verdict } from './check.js';
export { checkRefinement, type RefinementCheck } from './check-refinement.js';
export { compareGraphs, type GraphComparison } from './compare-graphs.js';
export { compareOperators } from './compare-operators.js';
export type * from './coverage/report.js';
export {
  type CoverageSuite,
  type CoverageSuiteOptions,
  coverageSuite,
  type TraceOutcome,
} from './coverage/suite.js';
export { missedThresholds, rateText, type Thresholds } from './coverage/thresholds.js';
export { type CoverageLimits, type TraceCoverage, traceCoverage } from './coverage/trace-coverage.js';
export type {
  Conjunct,
  Divergence,
  InitialDivergence,
  InvariantDivergence,
  OperatorDivergence,
  Path,
  PathStep,
  PropertyDivergence,
  RefinementDivergence,
  Side,
  Sides,
  StateValues,
  StepDivergence,
} from './divergence.js';
export type { Adapter, Awaitable, StepCall } from './drive/adapter.js';
export type { ConversationOptions } from './drive/conversation.js';
export { type DriveOptions, driveBehaviours } from './drive/drive.js';
export type { DriveFailure, DriveReport } from './drive/drive-report.js';
export { type ProcessAdapter, processAdapter } from './drive/process-adapter.js';
export { type EngineGraph, graphOfEngine } from './engine/explore-engine.js';
export { type EngineFiles, type OpenedEngine, openEngine } from './engine/open-engine.js';
export { variablesOf } from './engine/variables-of.js';
export { type ExplainContext, explainDivergence, lastState } from './explain.js';
export { generateBehaviours } from './generate/generate.js';
export {
  type Cover,
  covers,
  type Generated,
  type GeneratedBound,
  type GenerateOptions,
  type Uncovered,
} from './generate/generated.js';
export {
  type Observe,
  observations,
  type TraceTextOptions,
  traceTexts,
} from './generate/trace-texts.js';
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
export { type ForeignSpec, openForeignSpec } from './model/foreign-spec.js';
export { graphBytes, standardInput } from './model/graph-bytes.js';
export { type JudgedTrace, judgeTrace } from './model/judge-trace.js';
export type { Model } from './model/model.js';
export { readConfig } from './model/model-config.js';
export { modelOf } from './model/model-of.js';
export { type OpenGraphOptions, openGraph } from './model/open-graph.js';
export { admitted, type OpenModelOptions, openModel } from './model/open-model.js';
export { type SpecModelOptions, specModel, specSpace } from './model/spec-model.js';
export { headerConstants, refuseOtherConstants } from './model/trace-constants.js';
export type { ActionName, AnyVocabulary, Observed, Vocabulary } from './model/vocabulary.js';
export { vocabularyText } from './model/vocabulary-text.js';
export { didYouMean, nearest } from './nearest.js';
export { pickByReads } from './operators/by-reads.js';
export { type View, viewsOf } from './operators/views.js';
export {
  evaluateOperators,
  type OperatorColumn,
  type OperatorTable,
  operatorTable,
  type Signature,
  signatures,
} from './operators.js';
export { named, pathTo, stateValues } from './paths.js';
export { readTlcExport, type TlcExport, type TlcExportSource } from './read-export.js';
export type { Found, FoundInCode, FoundInText } from './sides/found.js';
export { type LookOptions, lookAtCode } from './sides/look-at-code.js';
export { askedOperators, type LookAtTextOptions, lookAtText } from './sides/look-at-text.js';
export {
  buffersOf,
  type PackedCode,
  type PackedFound,
  type PackedText,
  packCode,
  packFound,
  packText,
  unpackCode,
  unpackFound,
  unpackText,
} from './sides/packed-sides.js';
export { type EngineSpaceOptions, engineSpace } from './trace/engine-space.js';
export { asksForOperators, type EventLog, eventCount, type Said } from './trace/event-log.js';
export { eventReport } from './trace/explain/event-report.js';
export { explainTrace } from './trace/explain/explain-trace.js';
export { guardsOf } from './trace/explain/guards.js';
export type { ExplainGuards, Guards } from './trace/explain/mismatch.js';
export { shrinkTrace } from './trace/explain/shrink.js';
export { suggestHidden } from './trace/explain/suggest.js';
export { type Following, followTrace } from './trace/follow.js';
export { type GraphSpaceOptions, graphSpace } from './trace/graph-space.js';
export { readMappedLog, streamMappedLog } from './trace/mapping/read-mapped-log.js';
export { type Mapping, readMapping } from './trace/mapping/read-mapping.js';
export { modelSpace } from './trace/model-space.js';
export { type EventOrder, orderEvents } from './trace/order.js';
export type { Cut, MaximalCut, Outcome } from './trace/outcome.js';
export type { Difference, Pattern, PatternEntry } from './trace/pattern.js';
export { joinTraces } from './trace/read/join-traces.js';
export { readExecution } from './trace/read/read-execution.js';
export { readExecutionSync } from './trace/read/read-execution-sync.js';
export { readTrace } from './trace/read/read-trace.js';
export { streamTrace, type TraceSource, type TraceStream } from './trace/read/stream-trace.js';
export { traceSchema } from './trace/read/trace-schema.js';
export type * from './trace/report.js';
export type { SearchOptions } from './trace/search-options.js';
export type { ActionVocabulary, SpaceStep, StateSpace, StepQuestion } from './trace/space.js';
export {
  cutOf,
  maximalAmong,
  type Reached,
  readReached,
  type TlcMaximalCut,
  type TlcOutcome,
  tlcOutcome,
} from './trace/tlc/reached.js';
export {
  type OrderedTrace,
  type TraceModel,
  type TraceModule,
  traceModule,
} from './trace/tlc/trace-module.js';
export type * from './trace/trace.js';
export { nextEvents, type SearchContext, type Validation, validateTrace } from './trace/validate.js';
export type { Walk } from './trace/walk.js';
