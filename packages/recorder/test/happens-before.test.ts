import { joinTraces, orderEvents, readTrace } from '@synod/conformance';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Recorder, recorder, resumeTrace, type Sink, type VectorClock } from '../src/index.js';

const header = { trace: 1, spec: 'P' } as const;
const names = ['a1', 'constructor', 'p 0'];

/** What a process of the run does next; numbers are taken as far as they go. */
type Act =
  | { readonly type: 'event'; readonly of: number; readonly lines: number }
  | { readonly type: 'send'; readonly of: number }
  /** A message that was sent before: also twice, late, and to whoever. */
  | { readonly type: 'receive'; readonly of: number; readonly message: number }
  /** It dies while it writes events: of their bytes, a part is there. */
  | { readonly type: 'crash'; readonly of: number; readonly lines: number; readonly kept: number };

const of = fc.nat(names.length - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('event' as const), of, lines: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('send' as const), of }),
  fc.record({ type: fc.constant('receive' as const), of, message: fc.nat(20) }),
  fc.record({ type: fc.constant('crash' as const), of, lines: fc.nat(3), kept: fc.nat(400) }),
);

/** The names of events that came before, kept by hand: what a clock is to say in fewer words. */
type Known = ReadonlySet<string>;

/** A process as it is on disk, and in memory until it dies. */
interface Process {
  text: string;
  /** Bytes that the next write takes before the process dies. */
  dies: number;
  recorder: Recorder;
  known: Known;
  /** For each of its events, what came before it. */
  readonly before: Map<string, Known>;
}

function started(name: string, text: string, before: Process['before']): Process {
  const { header: found, kept, seq, clock } = resumeTrace(Buffer.from(text));
  const process = { text: Buffer.from(text).subarray(0, kept).toString(), dies: Infinity, before };
  const sink: Sink = {
    write(lines) {
      process.text += Buffer.from(lines).subarray(0, process.dies).toString();
      if (process.dies < Infinity) throw new Error('dead');
    },
    close() {},
  };
  for (const key of before.keys()) if (Number(key.split('#')[1]) >= seq) before.delete(key);
  const last = `${name}#${seq - 1}`;
  const known = new Set(before.get(last));
  if (seq > 0) known.add(last);
  return Object.assign(process, {
    known,
    recorder: recorder({ process: name, header, sink, resume: { header: found, seq, clock } }),
  });
}

/** Makes a run, and gives what each process wrote and what each of its events came after. */
function execute(acts: readonly Act[]): readonly Process[] {
  const processes = names.map((name) => started(name, '', new Map()));
  const messages: { readonly clock: VectorClock | undefined; readonly known: Known }[] = [];
  const events = (process: Process, name: string, lines: number): void => {
    for (let line = 0; line < lines; line += 1) {
      const key = `${name}#${process.before.size}`;
      process.recorder.record({ action: 'A', params: { key } });
      process.before.set(key, process.known);
      process.known = new Set([...process.known, key]);
    }
  };
  for (const next of acts) {
    const [process, name] = [processes[next.of] as Process, names[next.of] as string];
    if (next.type === 'event') {
      events(process, name, next.lines);
      process.recorder.flush();
    } else if (next.type === 'send') {
      messages.push({ clock: process.recorder.stamp(), known: process.known });
    } else if (next.type === 'receive') {
      const message = messages[next.message % Math.max(1, messages.length)];
      process.recorder.receive(message?.clock);
      process.known = new Set([...process.known, ...(message?.known ?? [])]);
    } else {
      events(process, name, next.lines);
      process.dies = next.kept;
      try {
        process.recorder.flush();
      } catch {
        // It is dead.
      }
      processes[next.of] = started(name, process.text, process.before);
    }
  }
  return processes;
}

test('the recorded traces, read together, order exactly those events that happened before each other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40, size: 'max' }), async (acts) => {
      const processes = execute(acts).filter(({ before }) => before.size > 0);
      const read = processes.map(({ text }, file) =>
        readTrace({ chunks: [text], file: `${file}`, part: true }),
      );
      if (read.length === 0) return;
      const order = orderEvents(joinTraces(await Promise.all(read)));
      const counts = processes.map(({ before }) => before.size).toSorted();
      expect(order.logs.map((log) => log.length).toSorted()).toEqual(counts);
      for (const { before } of processes) {
        for (const [key, known] of before) {
          const [name, seq] = key.split('#') as [string, string];
          const needs = order.needs(order.processes.indexOf(name), Number(seq));
          const come = order.processes.flatMap((other, at) =>
            Array.from({ length: needs[at] as number }, (_, index) => `${other}#${index}`),
          );
          expect(new Set(come)).toEqual(known);
        }
      }
    }),
    { numRuns: 200 },
  );
});
