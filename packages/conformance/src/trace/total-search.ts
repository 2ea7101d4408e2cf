import { IntList } from '@synod/spec';
import type { Matcher } from './matcher.js';
import {
  defaultMaxFrontier,
  limitedAt,
  limitReached,
  outOfTime,
  type SearchOptions,
} from './search-options.js';
import type { TraceEvent } from './trace.js';
import type { Walk } from './walk.js';

/**
 * Follows a total order, event by event: every state that the log so far allows is kept. The layers are kept too,
 * so that a behaviour can be read off them.
 */
export class TotalSearch {
  readonly #matcher: Matcher;
  readonly #options: SearchOptions;
  /** The layers that differ: the same states, in the same order, come again and again. */
  readonly #frontiers: (readonly number[])[];
  readonly #numbers: Map<string, number>;
  /** For each kind of event, which frontier follows which; -1 if none does. */
  readonly #next: Map<number, number>[] = [];
  /** The frontier after each number of events. */
  readonly #layers = new IntList();
  readonly #kinds = new IntList();
  #current = 0;
  #visited: number;

  constructor(matcher: Matcher, starts: readonly number[], options: SearchOptions = {}) {
    this.#matcher = matcher;
    this.#options = options;
    this.#frontiers = [starts];
    this.#numbers = new Map([[starts.join(), 0]]);
    this.#layers.push(0);
    this.#visited = starts.length;
  }

  /** How many events have been matched. */
  get matched(): number {
    return this.#layers.length - 1;
  }

  /** The states possible after them, before any hidden step. */
  get states(): readonly number[] {
    return this.#frontiers[this.#current] as readonly number[];
  }

  /** How many pairs of a place and a state there were. */
  get visited(): number {
    return this.#visited;
  }

  /** States that one behaviour goes through, one after each event that was matched. */
  walk(): Walk | undefined {
    const states: number[] = [];
    let [state] = this.states;
    for (let layer = this.matched; layer > 0; layer--) {
      if (state === undefined) return undefined;
      states.push(state);
      const target = state;
      const kind = this.#kinds.at(layer - 1);
      const before = this.#frontiers[this.#layers.at(layer - 1)];
      state = before?.find((from) => this.#matcher.after(kind, from).includes(target));
    }
    if (state === undefined) return undefined;
    return { start: state, steps: states.toReversed().map((reached) => ({ process: 0, state: reached })) };
  }

  /**
   * Goes on by one event, if some behaviour does.
   *
   * @throws InputError with the code `limit` if it may not go on
   */
  push(kind: number, event: Pick<TraceEvent, 'place'>): boolean {
    const known = this.#next[kind]?.get(this.#current);
    if (known === undefined || this.matched % often === 0) this.#checkTime(event);
    const next = known ?? this.#find(kind, event);
    if (next < 0) return false;
    this.#current = next;
    this.#layers.push(next);
    this.#kinds.push(kind);
    this.#visited += this.states.length;
    return true;
  }

  #find(kind: number, event: Pick<TraceEvent, 'place'>): number {
    const { place } = event;
    const most = this.#options.maxFrontier ?? defaultMaxFrontier;
    const reached = new Set<number>();
    for (const state of this.states) {
      const after = limitedAt(place, () => this.#matcher.after(kind, state));
      for (const next of after) reached.add(next);
      if (reached.size > most) {
        const message = `more than ${most} states are possible after this event: give a greater --max-frontier, or log more of what happens.`;
        throw limitReached(message, place);
      }
    }
    const next = reached.size === 0 ? -1 : this.#number([...reached]);
    let known = this.#next[kind];
    if (known === undefined) {
      known = new Map();
      this.#next[kind] = known;
    }
    known.set(this.#current, next);
    return next;
  }

  #checkTime(event: Pick<TraceEvent, 'place'>): void {
    if (this.#options.expired?.() === true) throw outOfTime(this.matched, event.place);
  }

  #number(states: readonly number[]): number {
    const text = states.join();
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    // The texts of large frontiers, of which few are the same, would take more room than they do.
    if (states.length <= longest) this.#numbers.set(text, this.#frontiers.length);
    return this.#frontiers.push(states) - 1;
  }
}

/** After so many events that were known it is asked whether the time is over. */
const often = 256;

/** No frontier with more states is looked for among those before it. */
const longest = 10_000;
