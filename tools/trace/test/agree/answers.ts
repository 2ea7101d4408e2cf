import {
  type EventOrder,
  joinTraces,
  type MaximalCut,
  orderEvents,
  readTrace,
  type SearchOptions,
  type StateSpace,
  type Trace,
  validateTrace,
} from '@synod/conformance';
import type { StateGraph } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import type { Answer } from '../../../../packages/conformance/test/oracle/brute-force.js';
import { type TraceLines, textOf } from '../../../../packages/conformance/test/oracle/lines.js';
import type { TlcTraceOutcome } from '../../src/validate/tlc/validate-with-tlc.js';

/** What every engine must say the same of a trace. Events are counted from 0 in the order of the lines. */
export interface Said {
  readonly conforms: boolean;
  readonly matched: number;
  readonly first: number | undefined;
  /** The events of each maximal cut; sorted. */
  readonly maximal: readonly string[];
  /** The states possible after each, as numbers of the graph, before any hidden step. */
  readonly states: readonly string[];
}

export function saidByOracle({ conforms, matched, first, maximal }: Answer): Said {
  const cuts = maximal.map(({ events, states }) => [events.join(' '), states.join(' ')] as const);
  return { conforms, matched, first, ...sorted(cuts) };
}

/** Reads the lines as the command line does. */
export async function traceOf(files: readonly TraceLines[], name = 'trace'): Promise<Trace> {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) {
    return readTrace({ chunks: [Buffer.from(textOf(only))], file: name });
  }
  const parts = files.map((file, index) =>
    readTrace({ chunks: [Buffer.from(textOf(file))], file: `${name}, part ${index}`, part: true }),
  );
  return joinTraces(await Promise.all(parts));
}

/** What an engine that searches a space says. */
export function saidBySpace(
  trace: Trace,
  space: StateSpace,
  graph: StateGraph,
  options?: SearchOptions,
): Said {
  const { order, outcome } = validateTrace(trace, space, options);
  const { conforms, matched, first, maximal } = outcome;
  const number = (state: number): number => graph.find(space.values(state));
  return { conforms, matched, ...placesOf(trace, order, first, maximal, number) };
}

/** What TLC says. */
export function saidByTlc(
  trace: Trace,
  { conforms, matched, first, maximal }: TlcTraceOutcome,
  graph: StateGraph,
): Said {
  const number = (state: readonly TlaValue[]): number => graph.find(state);
  return { conforms, matched, ...placesOf(trace, orderEvents(trace), first, maximal, number) };
}

/** Events by their places among the lines, and states by their numbers in the graph. */
function placesOf<S>(
  { events }: Trace,
  { logs }: EventOrder,
  first: Trace['events'][number] | undefined,
  maximal: readonly { readonly cut: MaximalCut['cut']; readonly states: readonly S[] }[],
  number: (state: S) => number,
): Pick<Said, 'first' | 'maximal' | 'states'> {
  const cuts = maximal.map(({ cut, states }) => {
    const taken = logs.flatMap((log, process) => log.slice(0, cut[process]));
    const places = rising(taken.map((event) => events.indexOf(event)));
    return [places.join(' '), rising(states.map(number)).join(' ')] as const;
  });
  return { first: first && events.indexOf(first), ...sorted(cuts) };
}

function sorted(cuts: readonly (readonly [string, string])[]): Pick<Said, 'maximal' | 'states'> {
  const inOrder = cuts.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { maximal: inOrder.map(([events]) => events), states: inOrder.map(([, states]) => states) };
}

function rising(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other);
}
