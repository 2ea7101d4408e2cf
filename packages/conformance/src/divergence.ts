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

/**
 * Who says what a specification does: TLC's export (`expected`), its text compiled (`compiled`), and the TypeScript
 * (`actual`).
 */
export type Side = 'expected' | 'compiled' | 'actual';

/** Where three sides were compared: who has something, and who has not. One of them stands alone. */
export interface Sides {
  readonly has: readonly Side[];
  readonly lacks: readonly Side[];
}

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

/** An initial state that not every side has. */
export interface InitialDivergence {
  readonly type: 'initial';
  /** The side that has it and is asked first, in the order expected, actual, compiled. */
  readonly onlyIn: Side;
  /** Unless only two were compared. */
  readonly sides?: Sides;
  readonly state: StateValues;
}

/** A step that not every side has, from a state that all have. */
export interface StepDivergence {
  readonly type: 'step';
  /** The side that has it and is asked first, in the order expected, actual, compiled. */
  readonly onlyIn: Side;
  /** Unless only two were compared. */
  readonly sides?: Sides;
  readonly path: Path;
  readonly label: Label;
  readonly target: StateValues;
  /** What the sides do under this label in this state: the states that each leads to. */
  readonly expectedTargets: readonly StateValues[];
  readonly actualTargets: readonly StateValues[];
  readonly compiledTargets?: readonly StateValues[];
  /** How many steps of this action the same sides have and lack, over all states that these have. */
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
  readonly compiled?: string;
  /** In how many states they differ in this way. */
  readonly count: number;
}

/** An invariant that does not hold. */
export interface InvariantDivergence {
  readonly type: 'invariant';
  readonly invariant: string;
  /** Where it was evaluated: in the TypeScript, unless it says otherwise. */
  readonly side?: Side;
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

/** A PROPERTY of the cfg that does not hold in the compiled text: initially, or over a step. */
export interface PropertyDivergence {
  readonly type: 'property';
  readonly property: string;
  readonly path: Path;
  readonly label?: Label;
  readonly target?: StateValues;
  readonly count: number;
}

export type Divergence =
  | InitialDivergence
  | StepDivergence
  | OperatorDivergence
  | InvariantDivergence
  | RefinementDivergence
  | PropertyDivergence;
