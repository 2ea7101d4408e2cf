import type { Atom, Logic } from './symbolic/logic.js';
import type { Term } from './symbolic/term.js';

/** A plan for known sets: what is left to do for a state. */
export type Statement =
  | { readonly kind: 'if'; readonly condition: Logic; readonly body: readonly Statement[] }
  /** As often as there are ways that are open. */
  | { readonly kind: 'times'; readonly ways: readonly Logic[]; readonly body: readonly Statement[] }
  | { readonly kind: 'loop'; readonly atoms: readonly Atom[]; readonly body: readonly Statement[] }
  /** A rule of TLA+ is broken if this holds. */
  | { readonly kind: 'fail'; readonly when: Logic }
  | Reached;

/** A successor. */
export interface Reached {
  readonly kind: 'reached';
  /** What holds here. */
  readonly path: Logic;
  /** The variables' new values. */
  readonly values: readonly Term[];
  readonly label: { readonly action: string; readonly parameters: readonly Term[] } | undefined;
}
