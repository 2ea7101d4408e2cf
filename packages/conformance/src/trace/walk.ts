import type { EventKind } from './bind.js';
import { isAsObserved } from './bind.js';
import { anyStep } from './matcher.js';
import type { StateSpace, StepQuestion } from './space.js';

/** The states that one behaviour goes through: an initial one, then one immediately after each event it takes. */
export interface Walk {
  readonly start: number;
  /** The process that each event is of, and the state after it. */
  readonly steps: readonly { readonly process: number; readonly state: number }[];
}

/**
 * The labels of the steps from one state to the state after an event: hidden ones, as few as possible, then the event's
 * own. The last is undefined where the event, without an action, is no step.
 */
export function stepsBetween(
  space: StateSpace,
  hidden: readonly StepQuestion[],
  { question, checks }: EventKind,
  from: number,
  to: number,
): { readonly hidden: readonly string[]; readonly own: string | undefined } {
  const labels = new Map<number, readonly string[]>([[from, []]]);
  for (const [state, path] of labels) {
    if (question === undefined && state === to && isAsObserved(checks, to))
      return { hidden: path, own: undefined };
    for (const step of space.steps(state, question ?? anyStep)) {
      if (step.to === to) return { hidden: path, own: step.label.key };
    }
    for (const one of hidden) {
      for (const step of space.steps(state, one)) {
        if (!labels.has(step.to)) labels.set(step.to, [...path, step.label.key]);
      }
    }
  }
  return { hidden: [], own: undefined };
}
