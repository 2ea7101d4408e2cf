import type { TlaValue } from '@synod/tla';
import type { AnyVocabulary, Vocabulary } from './vocabulary.js';

/** The constants of a bounded model, by name, as its cfg file assigns them. */
export type Constants = { readonly [name: string]: TlaValue };

/** Formal parameters in their order: each name, and the constant whose elements it ranges over. */
export type Formals = { readonly [formal: string]: string };

/** An action: the states that may come next, each as often as the transcription finds it. */
export interface ActionDefinition<K = unknown, S = unknown> {
  readonly formals: Formals;
  next(constants: K, state: S, ...parameters: TlaValue[]): Iterable<S>;
}

/** An operator whose value in each state is compared with TLC's. */
export interface OperatorDefinition<K = unknown, S = unknown> {
  readonly formals: Formals;
  value(constants: K, state: S, ...parameters: TlaValue[]): TlaValue;
}

/** One step: the action that it is of, that action's parameters, and the state it leads to. */
export interface Step<S> {
  readonly action: string;
  readonly parameters: readonly TlaValue[];
  readonly state: S;
}

/** `name == INSTANCE module`: a specification that this one implements, and how its states are seen there. */
export interface RefinementDefinition<K = unknown, S = unknown> {
  /** The name that the instance has in the `.tla` file: `V` in `V == INSTANCE Voting`. */
  readonly name: string;
  readonly above: Specification;
  /** The constants of the specification above, from those here. */
  constants(constants: K): unknown;
  /** The refinement mapping. */
  mapping(constants: K, state: S): unknown;
}

/**
 * A TLA+ specification, transcribed. Its constants are an argument everywhere, so that two models of it can be
 * looked at side by side.
 *
 * @typeParam K the constants, as the transcription uses them
 * @typeParam S the state: an object with one field a variable
 * @typeParam V its actions and variables, for whoever names them in TypeScript
 */
export interface Specification<K = unknown, S = unknown, V extends Vocabulary = AnyVocabulary> {
  /** The module's name. */
  readonly name: string;
  /** The names of the constants, as the module declares them. */
  readonly constantNames: readonly string[];
  /** The names of the variables, as the module declares them. */
  readonly variables: readonly string[];
  /**
   * The constants of a model, checked.
   * @throws InputError if one is missing, of the wrong kind, or an ASSUME does not hold
   */
  constants(assignment: Constants): K;
  Init(constants: K): Iterable<S>;
  Next(constants: K, state: S): Iterable<Step<S>>;
  /** Every state that satisfies TypeOK, reachable or not, where there are few enough to list. */
  typeCorrect?(constants: K): Iterable<S>;
  readonly actions: { readonly [name: string]: ActionDefinition<K, S> };
  readonly operators: { readonly [name: string]: OperatorDefinition<K, S> };
  /** Operators without formals that must be TRUE in every reachable state. */
  readonly invariants: readonly string[];
  readonly refinements: readonly RefinementDefinition<K, S>[];
  /** Never there: a place for the type. */
  readonly vocabulary?: V;
}
