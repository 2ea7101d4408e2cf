import type { Place, TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';

/** A conjunct, or another part of a formula, whose value decides that of the whole. */
export interface Conjunct {
  /** As the module has it, on one line and without comments. For `\E` and `\A`: up to the colon. */
  readonly text: string;
  readonly place: Place;
  /** Its place with the end, and its text as it stands in the file. */
  readonly span: Span;
  /** The variables bound around it: by quantifiers, with the values looked at, and the parameters of its operator. */
  readonly bindings: { readonly [name: string]: TlaValue };
  /** What else can be said in a few words: `no element of msgs`, `maxBal changes`, `left is 1, right is 2`. */
  readonly note?: string;
  /** For an operator that the module defines: what decides within its definition. Empty if nothing more can be said. */
  readonly because: readonly Conjunct[];
}

/** Whether a step is one of an action; if not, the conjuncts that are false, for the witnesses that come nearest. */
export type StepExplanation =
  | { readonly holds: true }
  | { readonly holds: false; readonly conjuncts: readonly Conjunct[] };

/** Whether the guards of an action hold in a state; if not, those that do not, for the witnesses that come nearest. */
export interface GuardExplanation {
  readonly holds: boolean;
  readonly conjuncts: readonly Conjunct[];
  /** How many conjuncts hold: of several explanations, the one with most comes nearest. */
  readonly satisfied: number;
}

/** Why a formula is TRUE or FALSE. */
export interface ValueExplanation {
  readonly holds: boolean;
  readonly conjuncts: readonly Conjunct[];
}
