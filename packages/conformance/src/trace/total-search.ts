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
  readonly #layers: (readonly number[])[];
  readonly #kinds: number[] = [];
  #visited: number;

  constructor(matcher: Matcher, starts: readonly number[], options: SearchOptions = {}) {
    this.#matcher = matcher;
    this.#options = options;
    this.#layers = [starts];
    this.#visited = starts.length;
  }

  /** How many events have been matched. */
  get matched(): number {
    return this.#layers.length - 1;
  }

  /** The states possible after them, before any hidden step. */
  get states(): readonly number[] {
    return this.#layers[this.matched] as readonly number[];
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
      const kind = this.#kinds[layer - 1] as number;
      state = this.#layers[layer - 1]?.find((from) => this.#matcher.after(kind, from).includes(target));
    }
    if (state === undefined) return undefined;
    return { start: state, steps: states.toReversed().map((reached) => ({ process: 0, state: reached })) };
  }

  /**
   * Goes on by one event, if some behaviour does.
   *
   * @throws InputError with the code `limit` if it may not go on
   */
  push(kind: number, event: TraceEvent): boolean {
    if (this.#options.expired?.() === true) throw outOfTime(this.matched, event.place);
    const most = this.#options.maxFrontier ?? defaultMaxFrontier;
    const reached = new Set<number>();
    for (const state of this.states) {
      const after = limitedAt(event.place, () => this.#matcher.after(kind, state));
      for (const next of after) reached.add(next);
      if (reached.size > most) {
        const message = `more than ${most} states are possible after this event: give a greater --max-frontier, or log more of what happens.`;
        throw limitReached(message, event.place);
      }
    }
    if (reached.size === 0) return false;
    this.#layers.push([...reached]);
    this.#kinds.push(kind);
    this.#visited += reached.size;
    return true;
  }
}
