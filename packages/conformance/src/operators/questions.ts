import type { Truth } from '@synod/spec';
import { isTuple, key, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import { applications } from './applications.js';

/**
 * Something that can be asked of the value that a variable has: all of it, `votes[a1]`, `<<0, v1>> \in votes[a1]`; or of
 * a state, what an operator is in it: `SafeAt(1, v1)`.
 */
export interface Question {
  /** For each state, the number of the variable's value, or of the state itself. */
  readonly values: Int32Array;
  /** How many such numbers there are. */
  readonly kinds: number;
  /** For each such number, the number of the answer, or -1 as long as it is not known. */
  readonly answers: Int32Array;
  /** Finds out the answer in a state for which it is not known, and notes it. */
  readonly settle?: (state: number) => number;
  /** How many answers there are: their numbers are below this. */
  readonly count: number;
  /** The question whose answer answers this one too. */
  readonly within: Question | undefined;
  /** When it was asked last. */
  asked: number;
}

/** The value of a variable, or of a function at an argument. */
export interface Place {
  readonly whole: Question;
  /** Whether it is a set in every state. */
  readonly isSet: boolean;
  /** The question whether it has an element, which may be as much as all of it. */
  has(element: TlaValue): Question;
  /** The question whether an operator is TRUE for its value; nothing if that cannot be asked for many states at once. */
  is(operator: Truth, k: unknown, formals: readonly unknown[]): Question | undefined;
}

/** A variable, and what can be asked of it. */
export interface Variable extends Place {
  /** Whether it is a function in every state, and on the same arguments. */
  readonly isFunction: boolean;
  /** The place that the argument at this index of the domain has. */
  at(index: number): Place;
  /** Its value in a state. */
  value(state: number): TlaValue;
}

/** How many elements a place is asked for one by one, and how many values it may have for that. */
const [mostElements, mostValues] = [100, 10_000];

/** A variable that has these values in the states. */
export function variableOf(valuesInStates: readonly TlaValue[]): Variable {
  const { numbers, distinct } = numbered(valuesInStates);
  const identity = Int32Array.from(distinct, (_, number) => number);
  const all = placeOf(numbers, identity, distinct, undefined);
  const places: Place[] = [];
  return {
    ...all,
    isFunction: onSameArguments(distinct),
    at(index) {
      return (places[index] ??= argumentOf(index));
    },
    value: (state) => distinct[numbers[state] as number] as TlaValue,
  };

  function argumentOf(index: number): Place {
    const images = distinct.map((f) => (f as TlaFunction<TlaValue, TlaValue>).values[index] as TlaValue);
    const image = numbered(images);
    return placeOf(numbers, image.numbers, image.distinct, all.whole);
  }
}

/** @param distinct the values of the place, each once; `answers` numbers them */
function placeOf(
  values: Int32Array,
  answers: Int32Array,
  distinct: readonly TlaValue[],
  within: Question | undefined,
): Place {
  const kinds = answers.length;
  const whole = { values, kinds, answers, count: distinct.length, within, asked: 0 };
  const applied = applications((operator, k, formals) => {
    const truths = new Int32Array(distinct.length).fill(-1);
    const known = new Int32Array(kinds).fill(-1);
    const settle = (state: number): number => {
      const number = values[state] as number;
      const value = answers[number] as number;
      if (truths[value] === -1) truths[value] = operator(k, distinct[value], ...formals) ? 1 : 0;
      return (known[number] = truths[value] as number);
    };
    return { values, kinds, answers: known, settle, count: 2, within: whole, asked: 0 };
  });
  const isSet = distinct.every((value) => value instanceof TlaSet);
  const asked: { readonly element: TlaValue; readonly question: Question }[] = [];
  const byKey = new Map<string, Question>();
  return {
    whole,
    isSet,
    has(element) {
      for (let i = 0; i < asked.length; i++) {
        const known = asked[i] as (typeof asked)[number];
        if (isSame(known.element, element)) return known.question;
      }
      if (distinct.length > mostValues || asked.length >= mostElements) return whole;
      const text = key(element);
      const question = byKey.get(text) ?? {
        values,
        kinds,
        answers: membership(element),
        count: 2,
        within: whole,
        asked: 0,
      };
      byKey.set(text, question);
      asked.push({ element, question });
      return question;
    },
    is: applied.find,
  };

  function membership(element: TlaValue): Int32Array {
    const isIn = distinct.map((value) => ((value as TlaSet<TlaValue>).has(element) ? 1 : 0));
    return answers.map((value) => isIn[value] as number);
  }
}

/** Whether two values are seen to be equal without looking into them, beyond the elements of tuples. */
function isSame(left: TlaValue, right: TlaValue): boolean {
  if (!isTuple(left) || !isTuple(right)) return left === right;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** Whether all are functions on the same arguments. */
function onSameArguments(values: readonly TlaValue[]): boolean {
  const [first] = values;
  if (!(first instanceof TlaFunction)) return false;
  const domain = key(first.domain);
  return values.every(
    (f) => f instanceof TlaFunction && (f.domain === first.domain || key(f.domain) === domain),
  );
}

/** The values, each once in the order in which they are first seen, and for each the number of it. */
function numbered(values: readonly TlaValue[]): {
  readonly numbers: Int32Array;
  readonly distinct: readonly TlaValue[];
} {
  const objects = new Map<TlaValue, number>();
  const keys = new Map<string, number>();
  const distinct: TlaValue[] = [];
  let [last, lastNumber]: [TlaValue | undefined, number] = [undefined, 0];
  const numbers = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as TlaValue;
    // States found one after the other have much in common.
    if (value !== last) [last, lastNumber] = [value, numberOf(value)];
    numbers[i] = lastNumber;
  }
  return { numbers, distinct };

  function numberOf(value: TlaValue): number {
    const met = objects.get(value);
    if (met !== undefined) return met;
    const text = key(value);
    const number = keys.get(text) ?? distinct.push(value) - 1;
    keys.set(text, number);
    objects.set(value, number);
    return number;
  }
}
