import { knowledge } from './clock.js';
import { RecorderError } from './error.js';
import type { RecordedEvent, RecordedHeader, Recorder, VectorClock } from './recorder.js';
import type { Sink } from './sink.js';

/** Who is to be told when the process had to wait for its trace. */
export interface SlowFlush {
  /** Milliseconds that a flush may take. */
  readonly limit: number;
  /** The time in milliseconds, such as `() => performance.now()`. */
  readonly now: () => number;
  /** Called after a flush that took longer. */
  readonly onSlow: (milliseconds: number) => void;
}

/** What a process that starts again goes on from: what {@link resumeTrace} has found. */
export interface ResumePoint {
  /** The header that the sink has already, if it has one. */
  readonly header: RecordedHeader | undefined;
  /** The number of the next event. */
  readonly seq: number;
  /** The clock of the last one. */
  readonly clock: VectorClock;
}

export interface RecorderOptions {
  /** The name of this process, as other processes and the trace know it. */
  readonly process: string;
  readonly header: RecordedHeader;
  readonly sink: Sink;
  readonly resume?: ResumePoint;
  readonly slow?: SlowFlush;
}

/**
 * Records the trace of one process.
 *
 * The header is written together with the first events: a trace without events is refused by whoever reads it.
 */
export function recorder({ process, header, sink, resume, slow }: RecorderOptions): Recorder {
  const known = knowledge(process, resume?.clock);
  const begins = `{"process":${JSON.stringify(process)},"seq":`;
  let seq = resume?.seq ?? 0;
  let first = resume?.header === undefined ? `${JSON.stringify({ ...header, order: 'clock' })}\n` : '';
  let waiting = '';
  let failure: { readonly error: unknown } | undefined;
  const flush = (): void => {
    if (failure !== undefined) throw failure.error;
    if (waiting === '') return;
    const began = slow?.now() ?? 0;
    try {
      sink.write(first + waiting);
    } catch (error) {
      // What was written of it is not known: nothing may come after it.
      failure = { error };
      throw error;
    }
    first = waiting = '';
    const took = (slow?.now() ?? 0) - began;
    if (slow !== undefined && took > slow.limit) slow.onSlow(took);
  };
  return {
    on: true,
    record(event) {
      if (failure !== undefined) return;
      const said = eventText(event);
      known.tick();
      waiting += `${begins}${seq},"clock":${JSON.stringify(known.now())},${said}\n`;
      seq += 1;
    },
    stamp: () => known.now(),
    receive(clock) {
      if (clock !== undefined) known.merge(clock);
    },
    flush,
    close() {
      try {
        if (failure === undefined) flush();
      } finally {
        sink.close();
      }
    },
  };
}

/** What an event says, as the rest of a JSON object. */
function eventText({ action, params, state, derived, meta }: RecordedEvent): string {
  if (action === undefined && isEmpty(state) && isEmpty(derived)) {
    const message = 'an event must say something: it needs at least one of action, state and derived.';
    throw new RecorderError('event', message);
  }
  try {
    return JSON.stringify({ action, params, state, derived, meta }).slice(1);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RecorderError('event', `an event cannot be written as JSON: ${why}.`, { cause });
  }
}

function isEmpty(observed: unknown): boolean {
  return typeof observed !== 'object' || observed === null || Object.keys(observed).length === 0;
}
