export type { RecordedEvent, RecordedHeader, Recorder, VectorClock } from './recorder.js';
