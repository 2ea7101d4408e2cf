import { isVectorClock } from './clock.js';
import { at, RecorderError } from './error.js';
import { lineCutter } from './line-cutter.js';
import type { RecordedHeader, VectorClock, WrittenEvent } from './recorder.js';
import type { ResumePoint } from './trace-recorder.js';

/** What a trace holds that was written before. */
export interface Resumed extends ResumePoint {
  /** Whose trace it is; nothing if there are no events. */
  readonly process: string | undefined;
  /** How many bytes of it are whole lines. */
  readonly kept: number;
  /** How many come after them: a line that was cut when its writer died. Nobody has heard of what it says. */
  readonly cut: number;
}

export interface ResumeOptions {
  /** What it is called in messages. */
  readonly file?: string;
  /** Whose trace it must be (default: that of the first event). */
  readonly process?: string;
}

/** Reads a trace piece by piece, keeping no more than a line of it. */
export interface TraceResumer {
  /** @throws RecorderError, with the line, for what is damaged or of another process */
  push(bytes: Uint8Array): void;
  /** After the last piece. */
  end(): Resumed;
}

/**
 * Finds out what a process that starts again goes on from.
 *
 * @throws RecorderError, with the line, for what is damaged before the last line, or of another process
 */
export function resumeTrace(
  bytes: Uint8Array,
  options: ResumeOptions = {},
): Resumed & { readonly events: readonly WrittenEvent[] } {
  const events: WrittenEvent[] = [];
  const resumer = traceResumer((event) => void events.push(event), options);
  resumer.push(bytes);
  return { ...resumer.end(), events };
}

/**
 * What {@link resumeTrace} does, for traces that are too large to be held in memory.
 *
 * @param onEvent is given each event, in their order
 */
export function traceResumer(
  onEvent: (event: WrittenEvent) => void,
  { file, process: expected }: ResumeOptions = {},
): TraceResumer {
  let header: RecordedHeader | undefined;
  let process = expected;
  let last: { readonly seq: number; readonly clock: VectorClock } | undefined;
  const line = (text: string, number: number): void => {
    const place = at(file, number);
    const said = parse(text, place);
    if (header === undefined) {
      header = asHeader(said, place);
      return;
    }
    const event = asEvent(said, place);
    process ??= event.process;
    checkPosition(event, { process, last }, place);
    last = event;
    onEvent(event);
  };
  const lines = lineCutter(line, (number, why) => damaged(at(file, number), why));
  return {
    push: (bytes) => lines.push(bytes),
    end: () => ({
      header,
      process: last === undefined ? undefined : process,
      seq: last === undefined ? 0 : last.seq + 1,
      clock: last?.clock ?? {},
      kept: lines.whole,
      cut: lines.rest,
    }),
  };
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(place, 'this line is no JSON, and it is not the last one');
  }
}

function asHeader(said: unknown, place: string): RecordedHeader {
  const header = said as Partial<RecordedHeader> | null;
  if (header?.trace === 1 && typeof header.spec === 'string') return header as RecordedHeader;
  throw damaged(place, 'this is not the header of a trace of version 1');
}

function asEvent(said: unknown, place: string): WrittenEvent {
  const event = said as Partial<WrittenEvent> | null;
  const whole = typeof event?.process === 'string' && isCount(event.seq) && isVectorClock(event.clock);
  if (whole) return event as WrittenEvent;
  throw damaged(place, 'this is no event with process, seq and clock');
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function checkPosition(
  { process, seq, clock }: WrittenEvent,
  before: {
    readonly process: string;
    readonly last: { readonly seq: number; readonly clock: VectorClock } | undefined;
  },
  place: string,
): void {
  if (process !== before.process) {
    const message = `${place}: this event is one of the process ${process}, and the trace is to be that of ${before.process}: give each process a file of its own.`;
    throw new RecorderError('other-process', message);
  }
  const { last } = before;
  if (last === undefined) return;
  if (seq !== last.seq + 1) throw damaged(place, `seq is ${seq}, and ${last.seq} comes before it`);
  const [own, earlier] = [clock[process] ?? 0, last.clock[process] ?? 0];
  if (own <= earlier)
    throw damaged(place, `the own entry of the clock does not rise: ${own} after ${earlier}`);
}

function damaged(place: string, why: string): RecorderError {
  const message = `${place}: ${why}. The trace is damaged: keep it for whoever looks into it, and let the process begin another one.`;
  return new RecorderError('damaged', message);
}
