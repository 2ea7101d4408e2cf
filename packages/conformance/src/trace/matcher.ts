import { type EventKind, isAsObserved } from './bind.js';
import { defaultMaxFrontier, limitReached, type SearchOptions } from './search-options.js';
import type { StateSpace, StepQuestion } from './space.js';

/** After so many states of one answer it is asked whether the time is over. */
const often = 256;

/** Where events lead in a space, hidden steps included. Each question is answered once. */
export class Matcher {
  readonly #space: StateSpace;
  readonly #kinds: readonly EventKind[];
  readonly #hidden: readonly StepQuestion[];
  readonly #options: SearchOptions;
  readonly #closures = new Map<number, readonly number[]>();
  readonly #after: Map<number, readonly number[]>[] = [];

  /**
   * @param kinds grows as further events are bound
   * @param hidden one question for each hidden action
   * @param options how many states a single answer may have, and how long it may take
   */
  constructor(
    space: StateSpace,
    kinds: readonly EventKind[],
    hidden: readonly StepQuestion[],
    options: SearchOptions = {},
  ) {
    this.#space = space;
    this.#kinds = kinds;
    this.#hidden = hidden;
    this.#options = options;
  }

  /**
   * The state itself, and every state that hidden steps lead to.
   *
   * @throws InputError with the code `limit`, and no place, if there are too many or the time is over
   */
  closure(state: number): readonly number[] {
    if (this.#hidden.length === 0) return [state];
    const known = this.#closures.get(state);
    if (known !== undefined) return known;
    const reached = new Set([state]);
    let looked = 0;
    for (const from of reached) {
      if (++looked % often === 0) this.#checkTime(looked);
      for (const question of this.#hidden) {
        for (const { to } of this.#space.steps(from, question)) reached.add(to);
      }
      this.#checkSize(reached.size);
    }
    const closure = [...reached];
    this.#closures.set(state, closure);
    return closure;
  }

  /**
   * The states immediately after an event of a kind that follows a state, with hidden steps in between.
   *
   * @throws InputError as `closure` does
   */
  after(kind: number, state: number): readonly number[] {
    let answers = this.#after[kind];
    if (answers === undefined) {
      answers = new Map();
      this.#after[kind] = answers;
    }
    const known = answers.get(state);
    if (known !== undefined) return known;
    const found = this.#find(this.#kinds[kind] as EventKind, state);
    answers.set(state, found);
    return found;
  }

  #find({ question, checks }: EventKind, state: number): readonly number[] {
    const found = new Set<number>();
    let looked = 0;
    for (const from of this.closure(state)) {
      if (++looked % often === 0) this.#checkTime(looked);
      if (question === undefined && isAsObserved(checks, from)) found.add(from);
      for (const { to } of this.#space.steps(from, question ?? anyStep)) {
        if (!found.has(to) && isAsObserved(checks, to)) found.add(to);
      }
    }
    return [...found];
  }

  #checkTime(states: number): void {
    if (this.#options.expired?.() !== true) return;
    throw limitReached(
      `the time was over when ${states} states had been looked at for one event: give a longer --timeout.`,
      undefined,
    );
  }

  #checkSize(states: number): void {
    const most = this.#options.maxFrontier ?? defaultMaxFrontier;
    if (states <= most) return;
    const message = `hidden steps lead to more than ${most} states: give a greater --max-frontier, or log more of what happens.`;
    throw limitReached(message, undefined);
  }
}

/** Any step of any action. */
export const anyStep: StepQuestion = { action: undefined, parameters: [] };
