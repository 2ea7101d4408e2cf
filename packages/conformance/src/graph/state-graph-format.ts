import type { Json } from '@synod/tla';

// Synod's state graph format, version 1: as NDJSON, a header, a line a state, a line a step.
// docs/state-graph.md describes it.

/** The first line. */
export interface GraphHeader {
  readonly graph: 1;
  readonly module?: string;
  readonly variables: readonly string[];
  readonly states: number;
  /** How many states are initial; null if that is not known. */
  readonly initial: number | null;
  /** How many steps there are; null if they are not known. */
  readonly steps: number | null;
  /** Whether the parameters of steps are known: if so, a step without has none. */
  readonly parameters: boolean;
  /** Whether the values are those of the specification; in a JSON error trace of TLC, sets are tuples. */
  readonly exact: boolean;
  /** Whether the numbers of states and steps are those that TLC counted in a complete run. */
  readonly complete: boolean;
  /** Strings that stand for model values. */
  readonly modelValues: readonly string[];
  /** Names of actions' parameters, as far as they are known. */
  readonly formals?: { readonly [action: string]: readonly string[] };
  /** For an error trace: numbers of states, in their order, and for a lasso the index that it goes back to. */
  readonly behaviours?: readonly { readonly states: readonly number[]; readonly loop?: number }[];
}

/** The line of a state. */
export interface GraphStateLine {
  /** Its number, from 0, in the order of the lines. */
  readonly state: number;
  readonly initial?: true;
  /** The value of each variable. */
  readonly values: { readonly [variable: string]: Json };
}

/** The line of a step. */
export interface GraphStepLine {
  readonly from: number;
  /** Absent if it is not known. */
  readonly action?: string;
  /** Absent if there are none, or they are not known. */
  readonly params?: readonly Json[];
  readonly to: number;
}

/** The same in one piece. */
export interface GraphDocument {
  readonly header: GraphHeader;
  readonly states: readonly GraphStateLine[];
  readonly steps: readonly GraphStepLine[];
}
