import type { TlaValue } from '@synod/tla';

/** What a step is labelled with: its action and that action's parameters. */
export interface Label {
  readonly action: string;
  readonly parameters: readonly TlaValue[];
  /** `Phase2a(0, v1)`, in canonical form: the same label has the same key in every graph. */
  readonly key: string;
}

/**
 * A state graph: the reachable states of a bounded model and the labelled steps between them. States and labels
 * are numbered from 0. A step stands once, however many ways there are to take it.
 */
export interface StateGraph {
  /** The module. */
  readonly name: string;
  readonly variables: readonly string[];
  /** How many states there are. */
  readonly size: number;
  readonly initial: readonly number[];
  readonly labels: readonly Label[];
  /** The steps from state `s` are those at the indices from `offsets[s]` up to `offsets[s + 1]`. */
  readonly offsets: Int32Array;
  /** The label of each step. */
  readonly stepLabels: Int32Array;
  /** The state that each step leads to. */
  readonly targets: Int32Array;
  /** Initial states and steps, each as often as it was found. TLC counts more: it also splits on \E within guards. */
  readonly generated: number;
  /** The values of the variables in a state, in the order of the variables. */
  values(state: number): readonly TlaValue[];
  /** The number of the state with these values, or -1. */
  find(values: readonly TlaValue[]): number;
}
