import type { StateGraph } from '@synod/spec';
import type { RefinementCheck } from '../check-refinement.js';
import type { InvariantDivergence, PropertyDivergence } from '../divergence.js';
import type { OperatorTable } from '../operators.js';

/** What a side found: the graph, and the value of each operator in each state. */
export interface Found {
  readonly graph: StateGraph;
  readonly operators: OperatorTable;
}

/** What the TypeScript gives. */
export interface FoundInCode extends Found {
  /** How many states, in their order, have all their steps in the graph. */
  readonly expanded: number;
  readonly invariants: readonly InvariantDivergence[];
  readonly refinements: readonly RefinementCheck[];
}

/** What the compiled text gives. */
export interface FoundInText extends Found {
  readonly expanded: number;
  /** Invariants and properties of the cfg that do not hold. */
  readonly broken: readonly (InvariantDivergence | PropertyDivergence)[];
}
