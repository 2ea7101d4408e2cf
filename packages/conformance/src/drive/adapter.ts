import type { ActionName, AnyVocabulary, Observed, Vocabulary } from '../model/vocabulary.js';

/** A value now or later. */
export type Awaitable<T> = T | Promise<T>;

/** What an action and its parameters are called with, and which state the behaviour goes on to. */
export type StepCall<V extends Vocabulary> = {
  [A in ActionName<V>]: [
    action: A,
    /** By their formal names; an array of all of them where the names are not known. */
    params: V['actions'][A],
    /** All variables after the step. Where an action may lead to several states, it says which one is meant. */
    expected: Required<Observed<V>> | undefined,
  ];
}[ActionName<V>];

/**
 * Makes an implementation take the steps of a specification, and shows what came of them. It is all that is needed to
 * run generated behaviours.
 *
 * @typeParam V the actions and variables of the specification
 */
export interface Adapter<V extends Vocabulary = AnyVocabulary> {
  /** Begins anew, in an initial state: all variables of it are given. */
  reset(initial: Required<Observed<V>>): Awaitable<void>;
  /**
   * Makes the implementation take a step of an action. `false`: it refuses to, and nothing has changed. It is asked for
   * steps that the specification does not allow, too (then `expected` is undefined): those it must refuse.
   */
  step(...call: StepCall<V>): Awaitable<boolean | void>;
  /** What can be seen of the variables now: all or some of them, as in the `state` of a trace's event. */
  observe(): Awaitable<Observed<V>>;
}
