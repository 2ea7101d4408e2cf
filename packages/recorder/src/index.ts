export { isVectorClock } from './clock.js';
export { RecorderError } from './error.js';
export { type FileSinkOptions, fileSink } from './file-sink.js';
export { noRecorder } from './no-recorder.js';
export { type OpenedRecorder, type OpenRecorderOptions, openRecorder } from './open-recorder.js';
export type {
  RecordedEvent,
  RecordedHeader,
  Recorder,
  VectorClock,
  WrittenEvent,
} from './recorder.js';
export {
  type Resumed,
  type ResumeOptions,
  resumeTrace,
  type TraceResumer,
  traceResumer,
} from './resume-trace.js';
export { type MemorySink, memorySink, type Sink } from './sink.js';
export {
  type RecorderOptions,
  type ResumePoint,
  recorder,
  type SlowFlush,
} from './trace-recorder.js';
