export { type ActionLabel, parseActionLabel } from './action-label.js';
export { type RankedEntry, rankedSetOf } from './build.js';
export { ByteTable, hashBytes } from './bytes/byte-table.js';
export { PrintedColumn, type Understand } from './bytes/printed-column.js';
export type { Chunks, ReadOptions } from './chunks.js';
export { type Config, exactExport, parseConfig, type Substitution } from './config.js';
export { readDot } from './dot.js';
export type {
  DotCounts,
  DotEdgeKind,
  DotHandler,
  DotNode,
  DotOptions,
  DotSummary,
} from './dot-types.js';
export { type DotValuesHandler, type DotValuesOptions, readDotValues } from './dot-values.js';
export { type DumpHandler, readDump } from './dump.js';
export { describe, EvaluationError, InputError, type Place, SynodError } from './error.js';
export { type ErrorTrace, parseErrorTrace, type TraceState, type TraceStep } from './error-trace.js';
export { at, except, functionOn, isFunctionOn, mapping, TlaFunction } from './function.js';
export { type FromJsonOptions, fromJson, type Json, toJson } from './json.js';
export { compareByKey, equal, isTuple, key, quote } from './key.js';
export { exists, forAll, implies, product, range } from './logic.js';
export type { ValueEntry } from './memo.js';
export { parseJson } from './parse-json.js';
export { parseState, type StateComponent } from './parse-state.js';
export { parseValue } from './parse-value.js';
export { type PrintedHandler, readPrinted, readPrintedBytes } from './printed.js';
export { resembles } from './resembles.js';
export {
  difference,
  equalSets,
  filter,
  hashOfKey,
  including,
  intersection,
  interval,
  isSubset,
  map,
  set,
  TlaSet,
  union,
} from './set.js';
export { type StateReader, stateReader } from './state-reader.js';
export { type LineReader, messageReader, type TlcMessage } from './tlc-output/messages.js';
export {
  isComplete,
  type OutcomeReader,
  outcomeReader,
  type TlcCounts,
  type TlcOutcome,
  type TlcVersion,
} from './tlc-output/outcome.js';
export {
  type ExplainingAction,
  readTransitions,
  type TransitionCounts,
  type TransitionHandler,
} from './transitions.js';
export { splitTuple, type TupleReader, tupleReader } from './tuple.js';
export { type ModelValue, modelValue, nameOf, type TlaRecord, type TlaValue } from './value.js';
export { type ValueReader, valueReader } from './value-reader.js';
export { whyUnreadable } from './why-unreadable.js';
