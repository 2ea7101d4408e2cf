import type { RecordedEvent, Recorder } from '@synod/recorder';

/** The traces that a node writes: one for each instance. */
export interface TraceStore {
  /** The instances that have a trace. */
  instances(): readonly string[];
  /**
   * What goes on with the trace of an instance.
   *
   * @param onEvent is given what is in it already
   * @throws RecorderError if it cannot be opened, or what is in it is damaged
   */
  open(instance: string, onEvent?: (event: RecordedEvent) => void): Recorder;
}
