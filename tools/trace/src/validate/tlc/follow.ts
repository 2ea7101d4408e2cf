import { cutOf, maximalAmong, type OrderedTrace, type TraceModule, tlcOutcome } from '@synod/conformance';
import { type TlaValue, tupleReader } from '@synod/tla';
import type { TlcTraceOutcome } from './outcome.js';
import { runModule, type TlcRun } from './run-module.js';

/** Traces that TLC is to follow in one run. */
export interface Job {
  readonly traces: readonly OrderedTrace[];
  readonly module: TraceModule;
}

/**
 * Has TLC follow some traces, in one run.
 *
 * @param variables those of the model, whose values the states are
 * @throws what {@link runModule} throws
 */
export async function follow(
  { traces, module }: Job,
  variables: readonly string[],
  run: TlcRun,
): Promise<readonly TlcTraceOutcome[]> {
  const printed = await runModule(module, traces, run);
  const reached = traces.map(() => new Set<string>());
  for await (const { trace, cut } of printed()) reached[trace]?.add(cut);
  const outcomes = traces.map(({ order }, i) => {
    const cuts = maximalAmong(Array.from(reached[i] as ReadonlySet<string>, cutOf));
    const states = new Map(cuts.map((cut) => [cut.join(', '), [] as (readonly TlaValue[])[]]));
    const maximal = cuts.map((cut) => ({ cut, states: states.get(cut.join(', ')) ?? [] }));
    return { outcome: tlcOutcome(order, maximal), states };
  });
  // Which states are wanted is known only now.
  if (outcomes.some(({ outcome }) => !outcome.conforms)) {
    const read = tupleReader();
    for await (const { trace, cut, state } of printed()) {
      const { outcome, states } = outcomes[trace] as (typeof outcomes)[number];
      if (!outcome.conforms) states.get(cut)?.push(read(state).map(({ value }) => value));
    }
  }
  return outcomes.map(({ outcome }, i) => ({ ...outcome, variables, warnings: module.warnings[i] ?? [] }));
}
