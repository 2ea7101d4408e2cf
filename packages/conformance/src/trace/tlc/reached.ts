import type { TlaValue } from '@synod/tla';
import type { EventOrder } from '../order.js';
import { type Cut, cutSize } from '../outcome.js';
import type { TraceEvent } from '../trace.js';
import { firstUnmatched } from '../validate.js';

/** What TLC says of one trace. */
export interface TlcOutcome {
  readonly conforms: boolean;
  /** The most events that some behaviour matches. */
  readonly matched: number;
  /** If it diverges: every maximal cut, those with most events first. */
  readonly maximal: readonly TlcMaximalCut[];
  /** If it diverges: the first event that no behaviour matches. */
  readonly first: TraceEvent | undefined;
}

export interface TlcMaximalCut {
  readonly cut: Cut;
  /** The states that are possible after it, before any hidden step: the values of the variables, in their order. */
  readonly states: readonly (readonly TlaValue[])[];
}

/** A line that a generated module has printed: a cut that is reached, and a state immediately after it. */
export interface Reached {
  /** The number of the trace, from 0. */
  readonly trace: number;
  /** The cut as a text, the same for the same cut. */
  readonly cut: string;
  /** The values of the variables, a tuple as TLC prints it. */
  readonly state: string;
}

/** Reads such a line; nothing for a line that the specification prints itself. */
export function readReached(line: string, tag: string): Reached | undefined {
  const start = `<<"${tag}", `;
  if (!line.startsWith(start)) return undefined;
  const cutStart = line.indexOf('<<', start.length);
  const cutEnd = line.indexOf('>>', cutStart);
  return {
    trace: Number(line.slice(start.length, cutStart - 2)) - 1,
    cut: line.slice(cutStart + 2, cutEnd),
    state: line.slice(cutEnd + 4, -2),
  };
}

/** The cut that a text stands for. */
export function cutOf(text: string): Cut {
  return text.split(', ').map(Number);
}

/** The cuts that a trace has reached, of which no one is within another; those with most events first. */
export function maximalAmong(reached: Iterable<Cut>): readonly Cut[] {
  const maximal: Cut[] = [];
  for (const cut of [...reached].toSorted(compareCuts)) {
    const isWithin = maximal.some((larger) => larger.every((count, i) => count >= (cut[i] as number)));
    if (!isWithin) maximal.push(cut);
  }
  return maximal;
}

/** Those with most events first; of as many, those that have fewer of the first process. */
function compareCuts(one: Cut, other: Cut): number {
  const bySize = cutSize(other) - cutSize(one);
  if (bySize !== 0) return bySize;
  const index = one.findIndex((count, process) => count !== other[process]);
  return index < 0 ? 0 : (one[index] as number) - (other[index] as number);
}

/** The outcome for a trace, by its maximal cuts; none where no initial state is as the trace says. */
export function tlcOutcome(order: EventOrder, maximal: readonly TlcMaximalCut[]): TlcOutcome {
  const [largest] = maximal;
  const events = order.logs.reduce((sum, log) => sum + log.length, 0);
  const matched = largest === undefined ? 0 : cutSize(largest.cut);
  if (matched === events) return { conforms: true, matched, maximal: [], first: undefined };
  const nothing = { cut: order.logs.map(() => 0), states: [] };
  const cuts = largest === undefined ? [nothing] : maximal;
  const first = firstUnmatched(
    order,
    cuts.map(({ cut }) => ({ cut, states: [] })),
  );
  return { conforms: false, matched, maximal: cuts, first };
}
