import { IntList, TupleTable } from '@synod/spec';
import { Independence, regionOf } from './independence.js';
import type { Matcher } from './matcher.js';
import type { EventOrder } from './order.js';
import { type Cut, cutSize, type MaximalCut } from './outcome.js';
import { defaultMaxFrontier, limitReached, outOfTime, type SearchOptions } from './search-options.js';
import { StubbornSets } from './stubborn.js';
import type { TraceEvent } from './trace.js';
import type { Walk } from './walk.js';

/** The patience where none is given. */
const defaultPatience = 20_000;

/** How many answers of a kind in a state may be needed to find that out. */
const largestRegion = 10_000_000;

/** What a search of a partial order came to. */
export interface PartialResult {
  /** The last pair of a behaviour that takes every event; undefined if none does. */
  readonly end: Found | undefined;
  /** The pairs that nothing follows, if no behaviour takes every event: every maximal cut is among their cuts. */
  readonly stuck: readonly Found[];
  readonly visited: number;
}

/** A pair of a cut and a state, and how it was reached. */
export interface Found {
  readonly cut: readonly number[];
  readonly state: number;
  walk(): Walk;
}

/**
 * Follows a partial order: depth first over pairs of a cut and a state, each looked at once. It ends at the first
 * behaviour that takes every event. If that takes long, it begins again with stubborn sets, so that events which
 * commute are taken in one order only.
 *
 * @param from the events already taken; none unless given
 * @throws InputError with the code `limit` if it may not go on
 */
export function searchPartial(
  matcher: Matcher,
  order: EventOrder,
  kinds: readonly (readonly number[])[],
  starts: readonly number[],
  options: SearchOptions = {},
  from: Cut = kinds.map(() => 0),
): PartialResult {
  const quick = new Search(matcher, order, kinds, options);
  if (quick.run(from, starts, options.patience ?? defaultPatience)) return quick.result();
  const distinct = [...new Set(kinds.flat())];
  const region = regionOf(matcher, starts, distinct, Math.ceil(largestRegion / distinct.length));
  const reduced = new Search(matcher, order, kinds, options);
  if (region !== undefined) {
    const independence = new Independence(matcher, region, Math.max(...distinct) + 1);
    reduced.stubborn = new StubbornSets(order, kinds, independence);
  }
  reduced.run(from, starts, Number.POSITIVE_INFINITY);
  return reduced.result();
}

class Search {
  readonly #matcher: Matcher;
  readonly #order: EventOrder;
  readonly #kinds: readonly (readonly number[])[];
  readonly #options: SearchOptions;
  readonly #width: number;
  readonly #pairs: TupleTable;
  readonly #parents = new IntList();
  readonly #stuck: number[] = [];
  readonly #needs = new Map<number, readonly number[]>();
  readonly #priorities: readonly (readonly number[])[];
  readonly #events: number;
  #end: number | undefined;
  #most = 0;
  stubborn: StubbornSets | undefined;

  constructor(
    matcher: Matcher,
    order: EventOrder,
    kinds: readonly (readonly number[])[],
    options: SearchOptions,
  ) {
    this.#matcher = matcher;
    this.#order = order;
    this.#kinds = kinds;
    this.#options = options;
    this.#width = kinds.length;
    this.#pairs = new TupleTable(this.#width + 1);
    this.#events = kinds.reduce((sum, log) => sum + log.length, 0);
    this.#priorities = order.logs.map((log) => log.map(priorityOf));
  }

  /** Whether it came to an end before it had looked at so many pairs. */
  run(from: Cut, starts: readonly number[], most: number): boolean {
    const stack: number[] = [];
    const cut = Int32Array.from([...from, 0]);
    for (const state of starts) {
      cut[this.#width] = state;
      this.#add(cut, -1, stack);
    }
    const limit = this.#options.maxFrontier ?? defaultMaxFrontier;
    let ticks = 0;
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (this.#pairs.size > limit) throw this.#tooMany(limit);
      if (this.#pairs.size > most) return false;
      if ((++ticks & 255) === 0 && this.#options.expired?.() === true) throw this.#late();
      for (let i = 0; i <= this.#width; i++) cut[i] = this.#pairs.at(id, i);
      if (this.#expand(id, cut, stack)) return true;
    }
    return true;
  }

  /** Goes on from a pair in every way; whether that took the last event. */
  #expand(id: number, cut: Int32Array, stack: number[]): boolean {
    const state = cut[this.#width] as number;
    const enabled = this.#enabled(cut, state);
    if (enabled.length === 0) {
      if (this.#size(cut) === this.#events) {
        this.#end = id;
        return true;
      }
      this.#stuck.push(id);
      return false;
    }
    const chosen =
      enabled.length > 1 && this.stubborn !== undefined ? this.stubborn.choose(cut, enabled) : enabled;
    // What is pushed last is looked at first: the event that seems to have come first.
    for (const process of this.#lastFirst(chosen, cut)) {
      const index = cut[process] as number;
      const kind = (this.#kinds[process] as readonly number[])[index] as number;
      cut[process] = index + 1;
      for (const next of this.#matcher.after(kind, state)) {
        cut[this.#width] = next;
        this.#add(cut, id, stack);
      }
      cut[process] = index;
    }
    return false;
  }

  #lastFirst(processes: readonly number[], cut: Int32Array): readonly number[] {
    const priority = (process: number): number =>
      (this.#priorities[process] as readonly number[])[cut[process] as number] as number;
    return processes.toSorted((one, other) => priority(other) - priority(one));
  }

  #add(pair: Int32Array, parent: number, stack: number[]): void {
    const before = this.#pairs.size;
    const id = this.#pairs.add(pair);
    if (this.#pairs.size === before) return;
    this.#parents.push(parent);
    this.#most = Math.max(this.#most, this.#size(pair));
    stack.push(id);
  }

  /** The processes whose next event can be taken. */
  #enabled(cut: Int32Array, state: number): readonly number[] {
    const enabled: number[] = [];
    for (let process = 0; process < this.#width; process++) {
      const log = this.#kinds[process] as readonly number[];
      const index = cut[process] as number;
      if (index >= log.length || !this.#mayCome(process, index, cut)) continue;
      if (this.#matcher.after(log[index] as number, state).length > 0) enabled.push(process);
    }
    return enabled;
  }

  #mayCome(process: number, index: number, cut: Int32Array): boolean {
    const name = index * this.#width + process;
    let needs = this.#needs.get(name);
    if (needs === undefined) {
      needs = this.#order.needs(process, index);
      this.#needs.set(name, needs);
    }
    for (let other = 0; other < this.#width; other++) {
      if ((needs[other] as number) > (cut[other] as number)) return false;
    }
    return true;
  }

  #size(cut: Int32Array): number {
    let size = 0;
    for (let process = 0; process < this.#width; process++) size += cut[process] as number;
    return size;
  }

  #tooMany(limit: number): Error {
    const message = `more than ${limit} pairs of a cut and a state are possible; ${this.#most} of ${this.#events} events were matched at most: give a greater --max-frontier, or log more of what happens.`;
    return limitReached(message, this.#order.logs[0]?.[0]?.place);
  }

  #late(): Error {
    return outOfTime(this.#most, this.#order.logs[0]?.[0]?.place);
  }

  result(): PartialResult {
    const end = this.#end === undefined ? undefined : this.#found(this.#end);
    return {
      end,
      stuck: end === undefined ? this.#stuck.map((id) => this.#found(id)) : [],
      visited: this.#pairs.size,
    };
  }

  #found(id: number): Found {
    const cut = Array.from({ length: this.#width }, (_, process) => this.#pairs.at(id, process));
    return { cut, state: this.#pairs.at(id, this.#width), walk: () => this.#walk(id) };
  }

  #walk(last: number): Walk {
    const steps: { process: number; state: number }[] = [];
    for (let id = last; ; ) {
      const parent = this.#parents.at(id);
      if (parent < 0) return { start: this.#pairs.at(id, this.#width), steps: steps.toReversed() };
      let process = 0;
      while (this.#pairs.at(id, process) === this.#pairs.at(parent, process)) process++;
      steps.push({ process, state: this.#pairs.at(id, this.#width) });
      id = parent;
    }
  }
}

/** A number that is likely to be smaller for what happened earlier: a guess, which only speed depends on. */
function priorityOf(event: TraceEvent): number {
  if (event.start !== undefined) return event.start;
  let sum = 0;
  for (const entry of event.clock?.values() ?? []) sum += entry;
  return sum;
}

/** The maximal cuts among those of pairs that nothing follows, with all states of each. */
export function maximalCuts(stuck: readonly Found[]): readonly (MaximalCut & { readonly found: Found })[] {
  const byCut = new Map<string, { found: Found; states: Set<number> }>();
  for (const found of stuck) {
    const name = found.cut.join(' ');
    const known = byCut.get(name);
    if (known === undefined) byCut.set(name, { found, states: new Set([found.state]) });
    else known.states.add(found.state);
  }
  const largestFirst = [...byCut.values()].toSorted((one, other) =>
    compareCuts(one.found.cut, other.found.cut),
  );
  const maximal: { found: Found; states: Set<number> }[] = [];
  for (const candidate of largestFirst) {
    const { cut } = candidate.found;
    const isWithin = maximal.some(({ found }) => found.cut.every((count, i) => count >= (cut[i] as number)));
    if (!isWithin) maximal.push(candidate);
  }
  return maximal.map(({ found, states }) => ({ cut: found.cut, states: [...states], found }));
}

/** Those with most events first; of as many, those that have fewer of the first process. */
function compareCuts(one: Cut, other: Cut): number {
  const bySize = cutSize(other) - cutSize(one);
  if (bySize !== 0) return bySize;
  const index = one.findIndex((count, process) => count !== other[process]);
  return index < 0 ? 0 : (one[index] as number) - (other[index] as number);
}
