import { type EventKind, isAsObserved } from './bind.js';
import type { StateSpace, StepQuestion } from './space.js';

/** Where events lead in a space, hidden steps included. Each question is answered once. */
export class Matcher {
  readonly #space: StateSpace;
  readonly #kinds: readonly EventKind[];
  readonly #hidden: readonly StepQuestion[];
  readonly #closures = new Map<number, readonly number[]>();
  readonly #after: Map<number, readonly number[]>[] = [];

  /**
   * @param kinds grows as further events are bound
   * @param hidden one question for each hidden action
   */
  constructor(space: StateSpace, kinds: readonly EventKind[], hidden: readonly StepQuestion[]) {
    this.#space = space;
    this.#kinds = kinds;
    this.#hidden = hidden;
  }

  /** The state itself, and every state that hidden steps lead to. */
  closure(state: number): readonly number[] {
    if (this.#hidden.length === 0) return [state];
    const known = this.#closures.get(state);
    if (known !== undefined) return known;
    const reached = new Set([state]);
    for (const from of reached) {
      for (const question of this.#hidden) {
        for (const { to } of this.#space.steps(from, question)) reached.add(to);
      }
    }
    const closure = [...reached];
    this.#closures.set(state, closure);
    return closure;
  }

  /** The states immediately after an event of a kind that follows a state, with hidden steps in between. */
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
    for (const from of this.closure(state)) {
      if (question === undefined && isAsObserved(checks, from)) found.add(from);
      for (const { to } of this.#space.steps(from, question ?? anyStep)) {
        if (!found.has(to) && isAsObserved(checks, to)) found.add(to);
      }
    }
    return [...found];
  }
}

/** Any step of any action. */
export const anyStep: StepQuestion = { action: undefined, parameters: [] };
