import {
  type Conjunct,
  type Difference,
  type ExplainGuards,
  explainTrace,
  modelSpace,
  readTrace,
  type StateSpace,
  type Trace,
  validateTrace,
} from '@synod/conformance';
import { firstMismatch, shorten } from '@synod/conformance/text';
import { Paxos } from '@synod/paxos';
import { none, quorumSystem, type TraceEvent } from '@synod/roles';
import type { Run, SimulatedEvent } from '@synod/simulator';
import { type Constants, instantiate } from '@synod/spec';
import { interval, modelValue, set, type TlaValue } from '@synod/tla';
import type { Scenario } from './scenario.js';

/** Gives the guards of the module's own text, evaluated in the states of a space. */
export type GuardsOf = (constants: Constants, space: StateSpace) => ExplainGuards;

/** Why a run is no behaviour of Paxos.tla. */
export interface Disagreement {
  /** What does not match: the action, its parameters, or what is observed. */
  readonly kind: 'init' | 'action' | 'parameters' | 'observation';
  /** One sentence. */
  readonly sentence: string;
  /** The false conjuncts of the action. */
  readonly decides: readonly { readonly text: string; readonly file: string; readonly line: number }[];
}

/** What is told of a divergence is cut after this many characters. */
const longest = 200;

/** For so many runs states are kept: what one run goes through, the next ones need not find out again. */
const runsOfASpace = 8;

/** Holds the runs of a scenario against Paxos.tla as it is transcribed in TypeScript. */
export function specificationOf(
  { cluster, values }: Scenario,
  guards: GuardsOf | undefined,
): (run: Run) => Promise<Disagreement | undefined> {
  const { acceptors, quorums } = cluster;
  const spaces = new Map<number, { readonly constants: Constants; readonly space: StateSpace }>();
  let runs = 0;
  const spaceFor = (last: number): { readonly constants: Constants; readonly space: StateSpace } => {
    if (++runs % runsOfASpace === 0) spaces.clear();
    const known = spaces.get(last);
    if (known !== undefined) return known;
    const constants: Constants = {
      Acceptor: names(acceptors),
      Value: names(values),
      Quorum: set(quorumSystem(quorums, acceptors).smallest().map(names)),
      Ballot: interval(0, last),
      None: modelValue(none),
    };
    const opened = { constants, space: modelSpace(instantiate(Paxos, constants)) };
    spaces.set(last, opened);
    return opened;
  };
  return async (run) => {
    if (run.events.length === 0) return undefined;
    const trace = await readRun(run);
    const { constants, space } = spaceFor(ballotsOf(run));
    const validation = validateTrace(trace, space);
    if (validation.outcome.conforms) return undefined;
    const divergence = explainTrace(validation, guards?.(constants, space));
    const mismatch = firstMismatch(divergence)?.mismatch;
    const { index, text } = divergence.first;
    const { message, nearest } = mismatch ?? { message: 'it is not possible', nearest: undefined };
    const [difference] = nearest?.differences ?? [];
    const why = difference === undefined ? message : differenceText(difference);
    return {
      kind: mismatch?.kind ?? 'action',
      sentence: shorten(`event ${index + 1}, ${text}: ${why}`, longest),
      decides: (mismatch?.conjuncts ?? []).map(placed),
    };
  };
}

function names(list: readonly string[]): TlaValue {
  return set(list.map(modelValue));
}

function placed({ text, file, line }: Conjunct): Disagreement['decides'][number] {
  return { text, file, line };
}

function differenceText({ path, trace, specification = 'nothing' }: Difference): string {
  if (path !== 'chosen') return `it says ${path} = ${JSON.stringify(trace)}, and it is ${specification}`;
  return `after it learners know of ${chosenIn({ chosen: trace }).join(', ')}, and chosen is ${specification}`;
}

function readRun({ header, events, schedule }: Run): Promise<Trace> {
  const text = [header, ...inTotalOrder(events)].map((line) => `${JSON.stringify(line)}\n`).join('');
  return readTrace({ chunks: [text], file: `seed ${schedule.seed}` });
}

/**
 * What a learner comes to know is said of the state after the step before: in a total order it is the same state, and an event
 * without an action might be any step.
 */
function inTotalOrder(events: readonly SimulatedEvent[]): readonly object[] {
  const lines: TraceEvent[] = [];
  for (const { clock: _, seq: __, process: ___, ...event } of events) {
    const before = lines.at(-1);
    if (event.action !== undefined || before === undefined) lines.push(event);
    else lines[lines.length - 1] = { ...before, derived: both(before.derived, event.derived) };
  }
  return lines;
}

type Derived = Readonly<Record<string, unknown>>;

/** What learners know, together: each says that a value is among those chosen. */
function both(one: Derived | undefined, other: Derived | undefined): Derived {
  return { chosen: { '#contains': [...new Set([...chosenIn(one), ...chosenIn(other)])] } };
}

function chosenIn(derived: Derived = {}): readonly string[] {
  const { '#contains': values = [] } = (derived['chosen'] ?? {}) as {
    readonly '#contains'?: readonly string[];
  };
  return values;
}

/** A last ballot for a space that many runs share: one less than a power of two, and none of the run's is above it. */
function ballotsOf({ events }: Run): number {
  let highest = 7;
  for (const { params, state } of events) {
    const { maxBal = {} } = (state ?? {}) as { readonly maxBal?: Readonly<Record<string, number>> };
    highest = Math.max(highest, Number(params?.['b'] ?? 0), ...Object.values(maxBal));
  }
  return 2 ** Math.ceil(Math.log2(highest + 1)) - 1;
}
