import type { Context } from './context.js';
import type { HeldReader } from './held.js';
import type { Ir, IrDefinition, Local } from './ir.js';
import type { LoweredAction } from './lowered.js';
import type { Summary } from './summary.js';

/** What making a plan needs everywhere. */
export interface Planner {
  readonly context: Context;
  readonly variables: readonly string[];
  /** Whether the primed variables get values, or, for Init, the unprimed ones. */
  readonly primed: boolean;
  readonly summary: (ir: Ir) => Summary;
  /** The actions met so far, by name. */
  readonly entered: Map<string, LoweredAction>;
  readonly held: HeldReader;
  /** For definitions that TLC evaluates once: the formulas in which they are used. */
  readonly scopes: Map<IrDefinition, () => readonly Ir[]>;
  /** Names of sets that are known to have elements. */
  readonly filled: Set<Local | IrDefinition>;
}
