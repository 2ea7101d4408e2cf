import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OrderedTrace, orderEvents, type Trace, type TraceModel, traceModule } from '@synod/conformance';
import { InputError } from '@synod/tla';
import type { Tlc } from '@synod/tlc';
import { withScratch } from '../../scratch.js';
import { follow } from './follow.js';
import { openModel, type TlcModel } from './open-model.js';
import type { TlcTraceOutcome } from './outcome.js';
import type { TlcRun } from './run-module.js';

export type { TlcTraceOutcome } from './outcome.js';

/** Traces to be held against a model by TLC. */
export interface TlcRequest extends TlcModel {
  readonly traces: readonly Trace[];
  readonly tlc: Pick<Tlc, 'jar' | 'java'>;
  /** Ends the work. */
  readonly signal?: AbortSignal | undefined;
  /** How long all of it may take, in seconds. */
  readonly timeout?: number | undefined;
  /** Hears what is being done. */
  readonly onProgress?: ((text: string) => void) | undefined;
}

/**
 * Has TLC hold traces against a specification, many of them in a run.
 *
 * @returns an outcome for each trace, in their order
 * @throws InputError for what is wrong with the model or with any of the traces; `limit` when the time is over;
 *   `tlc-failed` if TLC cannot evaluate the specification
 * @throws SynodError `interrupted`
 */
export async function validateWithTlc(request: TlcRequest): Promise<readonly TlcTraceOutcome[]> {
  return hold(request, (error) => {
    throw error;
  });
}

/**
 * The same where a trace that cannot be judged does not keep the others from being judged.
 *
 * @returns for each trace, in their order, an outcome or what is wrong with it
 * @throws InputError for what is wrong with the model; `limit` when the time is over; `tlc-failed` if TLC fails, and it is
 *   not known at which trace
 * @throws SynodError `interrupted`
 */
export async function validateEachWithTlc(
  request: TlcRequest,
): Promise<readonly (TlcTraceOutcome | InputError)[]> {
  return hold(request, (error) => error);
}

/** @param refused what stands for a trace that cannot be judged */
async function hold<Refused>(
  request: TlcRequest,
  refused: (error: InputError) => Refused,
): Promise<readonly (TlcTraceOutcome | Refused)[]> {
  const { model, files } = await openModel(request);
  const found = new Map<Trace, TlcTraceOutcome | Refused>();
  // Whatever can be known to be wrong with a trace is, before TLC is started.
  const ordered = request.traces.flatMap((trace) => {
    try {
      const one = { trace, order: orderEvents(trace) };
      traceModule(model, [one]);
      return [one];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.set(trace, refused(error));
      return [];
    }
  });
  await withScratch(async (folder, interrupted) => {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    await withTime(request, interrupted, async (signal) => {
      const run: TlcRun = { tlc: request.tlc, folder, signal, onProgress: request.onProgress ?? (() => {}) };
      for (const chunk of chunksOf(ordered)) {
        const outcomes = await followAll(chunk, model, run, refused);
        for (const [trace, outcome] of outcomes) found.set(trace, outcome);
      }
    });
  });
  return request.traces.map((trace) => found.get(trace) as TlcTraceOutcome | Refused);
}

/** Has TLC follow some traces; those that it fails at are left out, and it is run again. */
async function followAll<Refused>(
  traces: readonly OrderedTrace[],
  model: TraceModel,
  run: TlcRun,
  refused: (error: InputError) => Refused,
): Promise<ReadonlyMap<Trace, TlcTraceOutcome | Refused>> {
  const found = new Map<Trace, TlcTraceOutcome | Refused>();
  let left = traces;
  while (left.length > 0) {
    try {
      const outcomes = await follow(
        { traces: left, module: traceModule(model, left) },
        model.formulas.variables,
        run,
      );
      left.forEach(({ trace }, i) => found.set(trace, outcomes[i] as TlcTraceOutcome));
      return found;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const failing = left.find(({ trace }) => trace.header.place === error.place);
      // A specification that fails again and again does so at every trace.
      if (failing === undefined || found.size >= mostFailures) throw error;
      found.set(failing.trace, refused(error));
      left = left.filter((one) => one !== failing);
    }
  }
  return found;
}

const mostFailures = 5;

/** How many events a run is given: TLC takes a second to start, and SANY longer than that for a module twice as large. */
const eventsOfRun = 8000;

function chunksOf(traces: readonly OrderedTrace[]): readonly (readonly OrderedTrace[])[] {
  const chunks: OrderedTrace[][] = [];
  let events = Number.POSITIVE_INFINITY;
  for (const trace of traces) {
    const size = trace.trace.events.length;
    if (events + size > eventsOfRun) {
      chunks.push([]);
      events = 0;
    }
    chunks.at(-1)?.push(trace);
    events += size;
  }
  return chunks;
}

/** Does work that ends when the time is over, or when it is told to. */
async function withTime(
  { signal, timeout }: TlcRequest,
  interrupted: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const late = timeout === undefined ? undefined : AbortSignal.timeout(timeout * 1000);
  const signals = [interrupted, signal, late].filter((one) => one !== undefined);
  try {
    await work(AbortSignal.any(signals));
  } catch (error) {
    if (late?.aborted !== true || interrupted.aborted || signal?.aborted === true) throw error;
    const message = 'the time was over before TLC had followed all traces: give a longer --timeout.';
    throw new InputError('limit', message);
  }
}
