import type { Recorder } from './recorder.js';

/** Records nothing, and costs next to nothing. */
export const noRecorder: Recorder = {
  on: false,
  record() {},
  stamp: () => undefined,
  receive() {},
  flush() {},
  close() {},
};
