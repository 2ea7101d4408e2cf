import { type Answering, answer, type Truth } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import type { Question, Variable } from './questions.js';
import { watched } from './watched-values.js';

/** What a function gives in a state, and what it has asked of it, in the order in which that was done first. */
export interface Watched<T> {
  readonly value: T;
  readonly asked: readonly Question[];
  /** Whether all of every variable has been asked: then no other state is like this one. */
  readonly isAllAsked: boolean;
}

/** Evaluates functions in states, and sees what they ask of them. */
export interface Watch<S> {
  evaluate<T>(number: number, evaluate: (state: S) => T): Watched<T>;
}

/** Whether an operator is TRUE in a state. */
export interface Known {
  readonly question: Question;
  in(state: number): boolean;
}

/**
 * Watches states that have each variable as a field.
 *
 * @param known looks up operators that are asked for; nothing if one must be evaluated
 */
export function watchStates<S>(
  names: readonly string[],
  variables: readonly Variable[],
  known: (operator: Truth, k: unknown, formals: readonly unknown[]) => Known | undefined,
): Watch<S> {
  let asked: Question[] = [];
  let turn = 0;
  const ask = (question: Question): void => {
    for (let more: Question | undefined = question; more !== undefined; more = more.within)
      if (more.asked === turn) return;
    question.asked = turn;
    asked.push(question);
  };

  /** A state. Its number is no field: a copy with other values is no state of these. */
  class WatchedState implements Answering {
    readonly #number: number;

    constructor(number: number) {
      this.#number = number;
    }

    [answer](operator: Truth, k: unknown, formals: readonly unknown[]): boolean {
      const truth = known(operator, k, formals);
      if (truth === undefined) return operator(k, this, ...formals);
      ask(truth.question);
      return truth.in(this.#number);
    }
  }

  const stateOf = (number: number): S => {
    const state = new WatchedState(number) as unknown as Record<string, TlaValue>;
    for (let i = 0; i < names.length; i++) {
      const [name, variable] = [names[i] as string, variables[i] as Variable];
      const value = variable.value(number);
      const seen = watched(variable, value, ask);
      const get = (): TlaValue => {
        ask(variable.whole);
        return value;
      };
      if (seen === undefined) Object.defineProperty(state, name, { enumerable: true, get });
      else state[name] = seen;
    }
    return state as S;
  };

  return {
    evaluate(number, evaluate) {
      const [outerAsked, outerTurn] = [asked, turn];
      const own: Question[] = [];
      [asked, turn] = [own, ++turns];
      try {
        const value = evaluate(stateOf(number));
        return { value, asked: own, isAllAsked: variables.every(({ whole }) => whole.asked === turn) };
      } finally {
        [asked, turn] = [outerAsked, outerTurn];
        // What the operator that uses this one has asked is marked again.
        for (const question of asked) question.asked = turn;
      }
    },
  };
}

/** Of all watches, so that what one has asked is not taken for asked by another. */
let turns = 0;
