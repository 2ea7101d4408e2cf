import { type Random, random as seeded } from '../../../tla/fuzz/random.js';
import { shuffled } from './chance.js';
import type { EventLine, HeaderLine, Payload, TraceLines } from './lines.js';

/**
 * A trace before it is written: its events in an order that extends the order it will say, so that whatever is done to
 * them can be written down without gaps in `seq` and without clocks that contradict each other.
 */
export interface Draft {
  readonly header: Omit<HeaderLine, 'order'>;
  readonly order: 'total' | 'clock' | 'interval';
  readonly events: readonly DraftEvent[];
  /** In a total order: whether events say who logged them. */
  readonly named: boolean;
  /** Whether a clock has what the clocks it knows of have. If not, it has their own entries only. */
  readonly merged: boolean;
  /** How many events share a time. */
  readonly ties: number;
  /** In which order the lines of a partial order stand. */
  readonly lines: 'as they happened' | 'process by process' | { readonly shuffledBy: number };
  /** What was done to it, for messages. */
  readonly damages: readonly string[];
}

/** An event, and what it needs to be put in order. */
export interface DraftEvent {
  /** Its own name among the events of the draft. */
  readonly id: number;
  readonly payload: Payload;
  readonly process: string;
  /** Events before it that its process has heard of. */
  readonly knows: readonly number[];
  /** By how much its own entry in the clock rises. */
  readonly tick: number;
  /** How long before, and how long after, its own time it may have happened: twice as long. */
  readonly slack: readonly [number, number];
}

/** The lines of a draft. */
export function linesOfDraft(draft: Draft): TraceLines {
  const { header, order, events } = draft;
  const seqs = new Map<string, number>();
  const clocks = new Map<number, ReadonlyMap<string, number>>();
  const latest = new Map<string, ReadonlyMap<string, number>>();
  const lines = events.map((event, index): EventLine => {
    const { payload, process } = event;
    const seq = seqs.get(process) ?? 0;
    seqs.set(process, seq + 1);
    if (order === 'total') return draft.named ? { process, seq, ...payload } : payload;
    if (order === 'interval') {
      const time = Math.floor(index / draft.ties) * 10;
      const [early, late] = event.slack;
      return { process, seq, start: time - early / 2, end: time + late / 2, ...payload };
    }
    const clock = clockOf(event, draft, clocks, latest);
    clocks.set(event.id, clock);
    latest.set(process, clock);
    return { process, seq, clock: Object.fromEntries(clock), ...payload };
  });
  if (order === 'total') return { header, events: lines };
  return { header: { ...header, order }, events: inLineOrder(draft, lines) };
}

function clockOf(
  { id, process, knows, tick }: DraftEvent,
  { events, merged }: Draft,
  clocks: ReadonlyMap<number, ReadonlyMap<string, number>>,
  latest: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const clock = new Map<string, number>();
  const learn = (name: string, entry: number): void => {
    clock.set(name, Math.max(entry, clock.get(name) ?? 0));
  };
  const own = latest.get(process);
  for (const [name, entry] of own ?? []) if (merged || name === process) learn(name, entry);
  for (const other of events) {
    if (other.id === id) break;
    if (!knows.includes(other.id)) continue;
    for (const [name, entry] of clocks.get(other.id) ?? []) {
      if (merged || name === other.process) learn(name, entry);
    }
  }
  return clock.set(process, (own?.get(process) ?? 0) + tick);
}

function inLineOrder({ lines: how }: Draft, lines: readonly EventLine[]): readonly EventLine[] {
  if (how === 'as they happened') return lines;
  if (how === 'process by process') {
    const names = [...new Set(lines.map(({ process }) => process))];
    return names.flatMap((name) => lines.filter(({ process }) => process === name));
  }
  return shuffled(seeded(how.shuffledBy, 0), lines);
}

/** One process's own log in a trace of its own, each with the same header: they are to be judged together. */
export function split({ header, events }: TraceLines): readonly TraceLines[] {
  const names = [...new Set(events.map(({ process }) => process))];
  return names.map((name) => ({ header, events: events.filter(({ process }) => process === name) }));
}

/** A random number generator's next seed. */
export function seedFrom(random: Random): number {
  return random.below(2 ** 31);
}
