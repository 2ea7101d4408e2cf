import { byProcessAndSeq, predecessors } from './before.js';
import type { EventLine, TraceLines } from './lines.js';
import { initialStates, type OracleSpace, stepper } from './steps.js';

/** What the oracle says of an execution. */
export interface Answer {
  readonly conforms: boolean;
  /** The most events that some behaviour matches. */
  readonly matched: number;
  /** If it diverges: the cuts that no other cut which is reached includes; those with most events first. */
  readonly maximal: readonly AnswerCut[];
  /** If it diverges: which event is the first that none matches, counted from 0 in the order of the lines. */
  readonly first: number | undefined;
  /** How many pairs of a cut and a state were reached. */
  readonly visited: number;
}

export interface AnswerCut {
  /** Its events, counted from 0 in the order of the lines, rising. */
  readonly events: readonly number[];
  /** The states of the graph that are possible after it, before any hidden step, rising. */
  readonly states: readonly number[];
}

/** A set of events: at each event's place, `x` if it is in and `.` if it is not. */
type Cut = string;

/**
 * Judges an execution by trying everything: from every cut with every state, every event of which all predecessors are
 * in the cut. Small and slow on purpose, and written from the trace format alone: engines are held against it.
 *
 * @param files the traces that are together one execution
 */
export function bruteForce(files: readonly TraceLines[], space: OracleSpace): Answer {
  const events = files.flatMap((file) => file.events);
  const before = predecessors(files, events);
  const { withHidden, after } = stepper(files, events, space);
  const reached = new Map<Cut, ReadonlySet<number>>();
  let level = new Map<Cut, Set<number>>([['.'.repeat(events.length), initialStates(files, space)]]);
  while (level.size > 0) {
    const following = new Map<Cut, Set<number>>();
    for (const [cut, states] of level) {
      reached.set(cut, states);
      const now = withHidden(states);
      for (const next of nextEvents(cut, before)) {
        const then = after(now, next);
        if (then.size === 0) continue;
        const larger = cut.slice(0, next) + 'x' + cut.slice(next + 1);
        const known = following.get(larger) ?? new Set<number>();
        following.set(larger, known);
        for (const state of then) known.add(state);
      }
    }
    level = following;
  }
  return answer(reached, events, before);
}

function answer(
  reached: ReadonlyMap<Cut, ReadonlySet<number>>,
  events: readonly EventLine[],
  before: readonly (readonly number[])[],
): Answer {
  const cuts = [...reached.keys()];
  const matched = Math.max(...cuts.map(size));
  const visited = [...reached.values()].reduce((sum, states) => sum + states.size, 0);
  if (matched === events.length) {
    return { conforms: true, matched, maximal: [], first: undefined, visited };
  }
  const largest = cuts.filter((cut) => size(cut) === matched);
  const unmatched = largest.flatMap((cut) => nextEvents(cut, before));
  const maximal = cuts
    .filter((cut) => !cuts.some((other) => other !== cut && includes(other, cut)))
    .map((cut) => ({
      events: events.map((_, index) => index).filter((index) => cut[index] === 'x'),
      states: [...(reached.get(cut) as ReadonlySet<number>)].toSorted((one, other) => one - other),
    }))
    .toSorted((one, other) => other.events.length - one.events.length);
  const first = unmatched.toSorted((one, other) => byProcessAndSeq(one, other, events))[0];
  return { conforms: false, matched, maximal, first, visited };
}

function size(cut: Cut): number {
  return cut.replaceAll('.', '').length;
}

function includes(large: Cut, small: Cut): boolean {
  return Array.from(small).every((mark, index) => mark === '.' || large[index] === 'x');
}

/** The events that are not in a cut, and whose predecessors all are. */
function nextEvents(cut: Cut, before: readonly (readonly number[])[]): readonly number[] {
  return before.flatMap((needed, event) =>
    cut[event] === '.' && needed.every((earlier) => cut[earlier] === 'x') ? [event] : [],
  );
}
