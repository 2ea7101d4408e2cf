import type { Label, StateGraph } from '@synod/spec';

/** An infinite behaviour that a finite graph can hold: a way to a cycle, and the cycle, gone round for ever. */
export interface Lasso {
  /** The initial state that it starts in. */
  readonly start: number;
  /** The indices of the steps to the cycle. */
  readonly prefix: readonly number[];
  /** The indices of the steps of the cycle. Without any, the behaviour stays for ever where the prefix ends. */
  readonly cycle: readonly number[];
}

/** A lasso, written out. */
export interface UnrolledLasso {
  /** The states, each once for each time that it is passed before the cycle has been gone round once. */
  readonly states: readonly number[];
  /** The label of the step to each state after the first; one more, of the step that closes the cycle, if there is one. */
  readonly labels: readonly Label[];
  /** The index in `states` of the one that the cycle comes back to. */
  readonly backTo: number;
  /** Whether the behaviour stays for ever in its last state. */
  readonly stutters: boolean;
}

/** Writes a lasso out as states and labels. */
export function unroll(graph: StateGraph, { start, prefix, cycle }: Lasso): UnrolledLasso {
  const steps = [...prefix, ...cycle];
  const states = [start, ...steps.map((step) => graph.targets[step] as number)];
  return {
    // The last step of a cycle leads to a state that is there already.
    states: cycle.length === 0 ? states : states.slice(0, -1),
    labels: steps.map((step) => graph.labels[graph.stepLabels[step] as number] as Label),
    backTo: prefix.length,
    stutters: cycle.length === 0,
  };
}
