import { InputError, type Place } from '@synod/tla';
import type { TraceEvent, TraceOrder } from '../trace.js';
import { printable } from './fields.js';

/** Checks what events say of their places in the logs of their processes. */
export interface LogPositions {
  /**
   * Takes the next event of the file, or of one of several files.
   *
   * @throws InputError for what is certainly wrong by now
   */
  add(event: Pick<TraceEvent, 'process' | 'seq' | 'clock' | 'place'>): void;
  /**
   * Says that there are no more.
   *
   * @throws InputError for a position that nothing has
   */
  finish(): void;
}

/** Where the event with a `seq` of a process stands, for messages. */
export type FindPosition = (process: string, seq: number) => Place | undefined;

/** Checks for this order. Of events that have been taken no more is kept than is needed. */
export function logPositions(order: TraceOrder, find: FindPosition = () => undefined): LogPositions {
  return order === 'total' ? risingPositions() : anyPositions(order, find);
}

/** In a total order, lines stand in the order of `seq`. A line without it may or may not have been counted. */
function risingPositions(): LogPositions {
  const logs = new Map<string, { last: number; uncounted: number; place: Place | undefined }>();
  return {
    add(event) {
      const { process, seq, place } = event;
      const name = process ?? '';
      let log = logs.get(name);
      if (log === undefined) {
        log = { last: -1, uncounted: 0, place: undefined };
        logs.set(name, log);
      }
      if (seq === undefined) {
        log.uncounted += 1;
        return;
      }
      const expected = log.last + 1;
      if (seq < expected) throw wrongSeq(event, expected, 'back', log.place);
      if (seq > expected + log.uncounted) throw wrongSeq(event, expected, 'gap', log.place);
      log.last = seq;
      log.uncounted = 0;
      log.place = place;
    },
    finish() {},
  };
}

/** What is known of an event that came before those it follows. */
interface Position {
  readonly own: number | undefined;
  readonly place: Place;
}

/** The log of a process: a beginning without gaps, and what lies beyond. */
interface Log {
  next: number;
  last: Position | undefined;
  readonly early: Map<number, Position>;
}

/** In a partial order, the lines of a process may stand anywhere. */
function anyPositions(order: 'clock' | 'interval', find: FindPosition): LogPositions {
  const logs = new Map<string, Log>();
  return {
    add(event) {
      const { process = '', seq = 0, clock, place } = event;
      let log = logs.get(process);
      if (log === undefined) {
        log = { next: 0, last: undefined, early: new Map() };
        logs.set(process, log);
      }
      if (seq < log.next || log.early.has(seq))
        throw wrongSeq(event, log.next, 'twice', log.early.get(seq)?.place ?? find(process, seq));
      const position = { own: order === 'clock' ? clock?.get(process) : undefined, place };
      if (seq > log.next) {
        log.early.set(seq, position);
        return;
      }
      for (let at: Position | undefined = position; at !== undefined; at = log.early.get(log.next)) {
        log.early.delete(log.next);
        checkOwn(process, log, at);
        log.last = at;
        log.next += 1;
      }
    },
    finish() {
      for (const [process, { next, last, early }] of logs) {
        const [first] = [...early].toSorted(([one], [other]) => one - other);
        if (first === undefined) continue;
        const [seq, { place }] = first;
        throw wrongSeq({ process, seq, place }, next, 'gap', last?.place);
      }
    },
  };
}

function checkOwn(process: string, { next, last }: Log, { own, place }: Position): void {
  if (own === undefined || last?.own === undefined || own > last.own) return;
  const message = `clock: the own entry of process ${printable(process)} is ${own} at seq ${next}, and ${last.own} at seq ${next - 1}${placeText(place, last.place)}: it must rise with every event.`;
  throw new InputError('trace-clock', message, place);
}

function wrongSeq(
  { process, seq = 0, place }: Pick<TraceEvent, 'process' | 'seq' | 'place'>,
  expected: number,
  what: 'gap' | 'back' | 'twice',
  before: Place | undefined,
): InputError {
  const whose = process === undefined ? 'the log without a process' : `process ${printable(process)}`;
  const at = placeText(place, before);
  const found = {
    gap: expected === 0 ? `begins with ${seq}` : `goes from ${expected - 1}${at} to ${seq}`,
    back: `goes back to ${seq} from ${expected - 1}${at}`,
    twice: `has ${seq} twice${at}`,
  };
  const message = `seq: ${whose} ${found[what]}; expected is ${expected}, for a log is numbered from 0 without gaps or repeats.`;
  return new InputError('trace-seq', message, place);
}

/** Where the event before it stands; the line alone, if it is of the same file. */
function placeText({ file }: Place, before: Place | undefined): string {
  if (before === undefined) return '';
  return before.file === file ? ` (line ${before.line})` : ` (${before.file}:${before.line})`;
}
