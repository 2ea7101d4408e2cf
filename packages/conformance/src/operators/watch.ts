import type { TlaValue } from '@synod/tla';
import type { Question, Variable } from './questions.js';
import { watched } from './watched-values.js';

/** Makes states that tell what is asked of them. */
export interface Watch<S> {
  /** A state, as an object of its own. Nothing has been asked then. */
  state(number: number): S;
  /** What has been asked of it, in the order in which that was done first. */
  readonly asked: readonly Question[];
  /** Whether all of every variable has been asked: then no other state is like this one. */
  isAllAsked(): boolean;
}

/** Watches states that have each variable as a field. */
export function watchStates<S>(names: readonly string[], variables: readonly Variable[]): Watch<S> {
  const asked: Question[] = [];
  let turn = 0;
  const ask = (question: Question): void => {
    for (let known: Question | undefined = question; known !== undefined; known = known.within)
      if (known.asked === turn) return;
    question.asked = turn;
    asked.push(question);
  };
  return {
    state(number) {
      turn = ++turns;
      asked.length = 0;
      const state: Record<string, TlaValue> = {};
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
    },
    asked,
    isAllAsked: () => variables.every(({ whole }) => whole.asked === turn),
  };
}

/** Of all watches, so that what one has asked is not taken for asked by another. */
let turns = 0;
