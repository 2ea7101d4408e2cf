import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  cutOf,
  maximalAmong,
  type OrderedTrace,
  orderEvents,
  type TlcOutcome,
  type Trace,
  type TraceModule,
  tlcOutcome,
  traceModule,
} from '@synod/conformance';
import { InputError, type TlaValue, tupleReader } from '@synod/tla';
import type { Tlc } from '@synod/tlc';
import { withScratch } from '../../scratch.js';
import { type OpenModel, openModel, type TlcModel } from './open-model.js';
import { runModule, type TlcRun } from './run-module.js';

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

/** What TLC says of one trace. */
export interface TlcTraceOutcome extends TlcOutcome {
  /** The variables whose values the states are. */
  readonly variables: readonly string[];
  /** What could not be compared: sentences for a person. */
  readonly warnings: readonly string[];
}

/**
 * Has TLC hold traces against a specification, many of them in a run.
 *
 * @returns an outcome for each trace, in their order
 * @throws InputError for what is wrong with the model or a trace; `limit` when the time is over; `tlc-failed` if TLC
 *   cannot evaluate the specification
 * @throws SynodError `interrupted`
 */
export async function validateWithTlc(request: TlcRequest): Promise<readonly TlcTraceOutcome[]> {
  const open = await openModel(request);
  const chunks = chunksOf(request.traces.map((trace) => ({ trace, order: orderEvents(trace) })));
  // Whatever is wrong with a trace is said before TLC is started.
  const jobs = chunks.map((traces) => ({ traces, module: traceModule(open.model, traces) }));
  return withScratch(async (folder, interrupted) => {
    for (const [name, text] of open.files) await writeFile(join(folder, name), text);
    return withTime(request, interrupted, async (signal) => {
      const { tlc, onProgress = () => {} } = request;
      const outcomes: TlcTraceOutcome[] = [];
      for (const job of jobs) outcomes.push(...(await judge(job, open, { tlc, folder, signal, onProgress })));
      return outcomes;
    });
  });
}

/** Traces that TLC is to follow in one run. */
interface Job {
  readonly traces: readonly OrderedTrace[];
  readonly module: TraceModule;
}

async function judge({ traces, module }: Job, { model }: OpenModel, run: TlcRun): Promise<TlcTraceOutcome[]> {
  const printed = await runModule(module, traces, run);
  const reached = traces.map(() => new Set<string>());
  for await (const { trace, cut } of printed()) reached[trace]?.add(cut);
  const outcomes = traces.map(({ order }, i) => {
    const cuts = maximalAmong(Array.from(reached[i] as ReadonlySet<string>, cutOf));
    const states = new Map(cuts.map((cut) => [cut.join(', '), [] as (readonly TlaValue[])[]]));
    const maximal = cuts.map((cut) => ({ cut, states: states.get(cut.join(', ')) ?? [] }));
    return { outcome: tlcOutcome(order, maximal), states };
  });
  if (outcomes.some(({ outcome }) => !outcome.conforms)) {
    const read = tupleReader();
    for await (const { trace, cut, state } of printed()) {
      const { outcome, states } = outcomes[trace] as (typeof outcomes)[number];
      if (!outcome.conforms) states.get(cut)?.push(read(state).map(({ value }) => value));
    }
  }
  const { variables } = model.formulas;
  return outcomes.map(({ outcome }, i) => ({ ...outcome, variables, warnings: module.warnings[i] ?? [] }));
}

/** How many events a run is given: SANY and TLC take their time to start, and SANY is slow on a large module. */
const eventsOfRun = 25_000;

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
async function withTime<T>(
  { signal, timeout }: TlcRequest,
  interrupted: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = timeout === undefined ? undefined : AbortSignal.timeout(timeout * 1000);
  const signals = [interrupted, signal, late].filter((one) => one !== undefined);
  try {
    return await work(AbortSignal.any(signals));
  } catch (error) {
    if (late?.aborted !== true || interrupted.aborted || signal?.aborted === true) throw error;
    throw new InputError(
      'limit',
      'the time was over before TLC had followed all traces: give a longer --timeout.',
    );
  }
}
