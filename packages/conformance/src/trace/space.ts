import type { Label } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import type { Pattern } from './pattern.js';

/** An action as far as a space knows it. */
export interface ActionVocabulary {
  /** The names of its parameters; nothing if they are not known. */
  readonly formals: readonly string[] | undefined;
  /** How many parameters its steps carry; nothing if they carry none that could be compared. */
  readonly arity: number | undefined;
}

/** A step from a state that is known. */
export interface SpaceStep {
  readonly label: Label;
  readonly to: number;
}

/** Which steps are asked for. */
export interface StepQuestion {
  /** Any action, if there is none. */
  readonly action: string | undefined;
  /** What is said of each parameter, by position; undefined where nothing is. */
  readonly parameters: readonly (Pattern | undefined)[];
}

/**
 * Where behaviours are searched: the states and steps of a specification, whoever has found them. States are
 * numbers that mean nothing outside of their space.
 */
export interface StateSpace {
  /** The module; empty where that is not known, or looked at elsewhere. */
  readonly name: string;
  /** What it is called in messages where it has no name: `the graph`, unless given. */
  readonly called?: string;
  readonly variables: readonly string[];
  readonly actions: ReadonlyMap<string, ActionVocabulary>;
  readonly initial: readonly number[];
  values(state: number): readonly TlaValue[];
  /** The steps from a state that answer a question, each once. */
  steps(state: number, question: StepQuestion): Iterable<SpaceStep>;
  /** The parameters with which steps of an action may be labelled at all, of those that fit what is said of them. */
  parameters(question: StepQuestion): Iterable<readonly TlaValue[]>;
  /** The value of an operator without arguments in a state. Undefined: the space does not know the operator. */
  operator(name: string): ((state: number) => TlaValue) | undefined;
  /** The operators it knows; undefined if it knows of none. */
  readonly operators: readonly string[] | undefined;
}

/** What a space is called in messages: a graph alone may not say whose it is. */
export function calledIn({ name, called = 'the graph' }: Pick<StateSpace, 'name' | 'called'>): string {
  return name === '' ? called : name;
}
