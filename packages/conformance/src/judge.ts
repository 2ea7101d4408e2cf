// What it takes to hold executions against a graph, and no more: a program that only judges starts faster with it.
// Everything here is in `@synod/conformance` too.

export { graphBytes, standardInput } from './model/graph-bytes.js';
export { openGraph } from './model/open-graph.js';
export { headerConstants, refuseOtherConstants } from './model/trace-constants.js';
export { nearest } from './nearest.js';
export { type PackedGraph, packGraph, unpackGraph } from './sides/packed-graph.js';
export { asksForOperators, eventCount } from './trace/event-log.js';
export { explainTrace } from './trace/explain/explain-trace.js';
export { shrinkTrace } from './trace/explain/shrink.js';
export { suggestHidden } from './trace/explain/suggest.js';
export { graphSpace } from './trace/graph-space.js';
export { joinTraces } from './trace/read/join-traces.js';
export { readExecution } from './trace/read/read-execution.js';
export { validateTrace } from './trace/validate.js';
