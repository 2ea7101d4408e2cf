import type { StateGraph } from '@synod/spec';
import type { Fairness } from '../fairness.js';
import { findLasso, type LivenessVerdict } from '../find-lasso.js';
import { isFairLasso } from '../is-fair-lasso.js';
import type { Goal, LivenessProblem } from '../problem.js';

/** A conjunct of a `LiveSpec` that goes beyond `Spec`. */
export interface Premise {
  /** Its name in the constant `Dropped` of the model. */
  readonly name: string;
  /** As the specification has it. */
  readonly text: string;
  /** What it says of what must happen. */
  readonly fairness: readonly Fairness[];
  /** What it says of what must not happen: the steps that it leaves. */
  readonly allowed?: (step: number) => boolean;
}

/** `LiveSpec => Success` for a bounded model: from these premises, and none can be spared. */
export interface LivenessClaim {
  readonly graph: StateGraph;
  readonly premises: readonly Premise[];
  readonly goal: Goal;
}

/** What came of a claim with one premise dropped, or with none. */
export interface LivenessRow {
  /** The premise that is dropped. */
  readonly dropped: Premise | undefined;
  readonly verdict: LivenessVerdict;
  /** Whether it came as claimed: the goal is reached with all the premises, and with no fewer. */
  readonly expected: boolean;
}

/** Checks a claim, and that dropping any one of its premises refutes it: a row for each, the whole claim first. */
export function checkLiveness({ graph, premises, goal }: LivenessClaim): readonly LivenessRow[] {
  return [undefined, ...premises].map((dropped) => {
    const kept = premises.filter((premise) => premise !== dropped);
    const problem: LivenessProblem = {
      graph,
      goal,
      fairness: kept.flatMap(({ fairness }) => fairness),
      allowed: (step) => kept.every(({ allowed }) => allowed === undefined || allowed(step)),
    };
    const verdict = findLasso(problem);
    if (!verdict.holds && !isFairLasso(problem, verdict.lasso))
      throw new Error('a lasso is not what it should be');
    return { dropped, verdict, expected: verdict.holds === (dropped === undefined) };
  });
}
