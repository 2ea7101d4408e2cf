import type { Label } from '@synod/spec';
import type { TlaValue } from '@synod/tla';

/** A state, as the values of its variables by name. */
export type StateValues = { readonly [variable: string]: TlaValue };

/** One step of a path: what was done, and the state it led to. */
export interface PathStep {
  readonly label: Label;
  readonly state: StateValues;
}

/** A shortest behaviour that leads to where the two sides differ. */
export interface Path {
  readonly initial: StateValues;
  readonly steps: readonly PathStep[];
}

/** Which of the two graphs has what the other lacks. */
export type Side = 'expected' | 'actual';

/** A conjunct that decides: the one that is false for a step, and where it stands. */
export interface Conjunct {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** The values of the bound variables for which it is false, as text. */
  readonly bindings?: { readonly [name: string]: string };
  /** What else there is to say in a few words. */
  readonly note?: string;
}

/** An initial state that only one side has. */
export interface InitialDivergence {
  readonly type: 'initial';
  readonly onlyIn: Side;
  readonly state: StateValues;
}

/** A step that only one side has, from a state that both have. */
export interface StepDivergence {
  readonly type: 'step';
  readonly onlyIn: Side;
  readonly path: Path;
  readonly label: Label;
  readonly target: StateValues;
  /** What both sides do under this label in this state: the states that each leads to. */
  readonly expectedTargets: readonly StateValues[];
  readonly actualTargets: readonly StateValues[];
  /** How many steps of this action only this side has, over all states that both have. */
  readonly count: number;
}

/** An operator whose values differ in a state. */
export interface OperatorDivergence {
  readonly type: 'operator';
  readonly operator: string;
  readonly path: Path;
  /** The values as canonical text: for an operator with formals, the arguments for which it is TRUE. */
  readonly expected: string;
  readonly actual: string;
  /** In how many states they differ. */
  readonly count: number;
}

/** An invariant that does not hold. */
export interface InvariantDivergence {
  readonly type: 'invariant';
  readonly invariant: string;
  readonly path: Path;
  readonly count: number;
}

/** A step, or an initial state (`label` absent), that is none of the specification above. */
export interface RefinementDivergence {
  readonly type: 'refinement';
  /** `V`, or `V!C` for the one above that. */
  readonly refinement: string;
  readonly above: string;
  readonly path: Path;
  readonly label?: Label;
  readonly target?: StateValues;
  /** Both states, as the specification above sees them. */
  readonly mappedFrom: StateValues;
  readonly mappedTo?: StateValues;
  readonly count: number;
}

export type Divergence =
  | InitialDivergence
  | StepDivergence
  | OperatorDivergence
  | InvariantDivergence
  | RefinementDivergence;
