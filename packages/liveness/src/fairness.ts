import type { Label, StateGraph } from '@synod/spec';

/**
 * Fairness of an action A: `WF_vars(A)` if weak, `SF_vars(A)` if strong. Both speak of `<<A>>_vars`, the steps
 * of A that change something; a step that changes nothing is nobody's merit.
 */
export interface Fairness {
  /** For people: `WF_vars(Phase1b(a1))`. */
  readonly name: string;
  /**
   * Weak: whoever can take a step of A at all times from some moment on takes one again and again. Strong: whoever can
   * again and again does again and again.
   */
  readonly kind: 'weak' | 'strong';
  /** Whether `<<A>>_vars` is enabled in a state: whether A allows a step from there that changes something. */
  readonly enabled: (state: number) => boolean;
  /** Whether the step with this index is one of `<<A>>_vars`. */
  readonly isStep: (step: number) => boolean;
}

/** Tells the labels of an action's steps from others. */
export type IsOfAction = (label: Label) => boolean;

/** `WF_vars(A)`, where A's steps are those in the graph whose labels `isOfAction` picks. */
export function weakFairness(graph: StateGraph, name: string, isOfAction: IsOfAction): Fairness {
  return fairness(graph, name, 'weak', isOfAction);
}

/** `SF_vars(A)`, where A's steps are those in the graph whose labels `isOfAction` picks. */
export function strongFairness(graph: StateGraph, name: string, isOfAction: IsOfAction): Fairness {
  return fairness(graph, name, 'strong', isOfAction);
}

/**
 * `[][~A]_vars`, as the steps that it leaves: those that are no step of A.
 *
 * @returns whether the step with an index may be taken
 */
export function never(graph: StateGraph, isOfAction: IsOfAction): (step: number) => boolean {
  const { steps } = changingSteps(graph, isOfAction);
  return (step) => steps[step] === 0;
}

function fairness(graph: StateGraph, name: string, kind: Fairness['kind'], isOfAction: IsOfAction): Fairness {
  const { steps, states } = changingSteps(graph, isOfAction);
  return { name, kind, enabled: (state) => states[state] === 1, isStep: (step) => steps[step] === 1 };
}

/**
 * Marks the steps of `<<A>>_vars`, and the states where there is one. A step is a pair of states: if two actions
 * lead from one state to the same other one, each step between them is a step of both.
 */
function changingSteps(
  graph: StateGraph,
  isOfAction: IsOfAction,
): { readonly steps: Uint8Array; readonly states: Uint8Array } {
  const picked = Uint8Array.from(graph.labels, (label) => (isOfAction(label) ? 1 : 0));
  const steps = new Uint8Array(graph.targets.length);
  const states = new Uint8Array(graph.size);
  // The state from which A was last seen to lead to a state.
  const source = new Int32Array(graph.size).fill(-1);
  for (let from = 0; from < graph.size; from++) {
    const [first, end] = [graph.offsets[from] as number, graph.offsets[from + 1] as number];
    for (let step = first; step < end; step++) {
      const to = graph.targets[step] as number;
      if (to === from || picked[graph.stepLabels[step] as number] === 0) continue;
      source[to] = from;
      states[from] = 1;
    }
    if (states[from] === 0) continue;
    for (let step = first; step < end; step++) {
      if (source[graph.targets[step] as number] === from) steps[step] = 1;
    }
  }
  return { steps, states };
}
