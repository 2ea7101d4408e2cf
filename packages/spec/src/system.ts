import type { TlaValue } from '@synod/tla';
import type { Step } from './specification.js';

/** An action of a model: its name, and its formals with the values they range over. */
export interface Action {
  readonly name: string;
  readonly formals: readonly Formal[];
}

/** A formal parameter, the name of the constant it ranges over, and that constant's elements. */
export interface Formal {
  readonly name: string;
  readonly constant: string;
  readonly domain: readonly TlaValue[];
}

/** An operator of a model, `V!SafeAt` if it is an operator of the specification above. */
export interface Operator<S = unknown> {
  readonly name: string;
  readonly formals: readonly Formal[];
  value(state: S, parameters: readonly TlaValue[]): TlaValue;
}

/** A specification above, as a system of its own, and where each state is found in it. */
export interface Refinement<S = unknown> {
  readonly name: string;
  readonly above: TransitionSystem;
  map(state: S): unknown;
}

/**
 * What every engine knows of a specification, whether it is transcribed, exported or compiled. States are
 * opaque: {@link TransitionSystem.decode} gives the values of the variables.
 */
export interface TransitionSystem<S = unknown> {
  readonly name: string;
  readonly variables: readonly string[];
  readonly actions: readonly Action[];
  readonly operators: readonly Operator<S>[];
  readonly invariants: readonly string[];
  readonly refinements: readonly Refinement<S>[];
  init(): Iterable<S>;
  next(state: S): Iterable<Step<S>>;
  /** Every state that satisfies TypeOK, reachable or not, where there are few enough to list. */
  readonly typeCorrect: (() => Iterable<S>) | undefined;
  /** The values of the variables, in their order. */
  decode(state: S): readonly TlaValue[];
  /** The state with these values of the variables: with it, exploring keeps one object of those that are equal. */
  readonly encode?: ((values: readonly TlaValue[]) => S) | undefined;
  /** The steps of one action alone, whatever Next says of it. */
  perform(state: S, action: string, parameters: readonly TlaValue[]): Iterable<S>;
}
