import type { RecordedEvent, Recorder } from '@synod/recorder';
import type { TraceStore } from './trace-store.js';

/** Recorders that are open, not more than a number of them. */
export interface OpenTraces {
  /**
   * The recorder of an instance; it may have been closed in between.
   *
   * @param onEvent is given what is in the trace already, if it has to be opened
   */
  of(instance: string, onEvent?: (event: RecordedEvent) => void): Recorder;
  close(): void;
}

/** @param most how many are open at one time */
export function openTraces(store: TraceStore, most: number): OpenTraces {
  // A Map keeps the order in which things were put in: the first was used longest ago.
  const open = new Map<string, Recorder>();
  return {
    of(instance, onEvent) {
      const recorder = open.get(instance) ?? store.open(instance, onEvent);
      open.delete(instance);
      open.set(instance, recorder);
      const [oldest] = open.keys();
      if (open.size > most && oldest !== undefined) {
        open.get(oldest)?.close();
        open.delete(oldest);
      }
      return recorder;
    },
    close() {
      for (const recorder of open.values()) recorder.close();
      open.clear();
    },
  };
}
