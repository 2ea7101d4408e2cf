import type { TlaValue } from '@synod/tla';
import type { Conjunct } from '../../divergence.js';
import { type Check, type EventKind, isAsObserved } from '../bind.js';
import { anyStep } from '../matcher.js';
import { type Difference, differences } from '../pattern.js';
import type { EventReport, MismatchReport, NearestReport } from '../report.js';
import type { StateSpace, StepQuestion } from '../space.js';

/** How many conjuncts of an action's guards hold in a state, and which do not. */
export interface Guards {
  readonly holds: boolean;
  readonly satisfied: number;
  readonly conjuncts: readonly Conjunct[];
}

/** Evaluates the guards of an action in a state of the space; undefined where that is not possible. */
export type ExplainGuards = (
  action: string,
  parameters: readonly TlaValue[],
  state: number,
) => Guards | undefined;

/** How many steps are looked at for the nearest one, and how many guards evaluated. */
const mostSteps = 20_000;
const mostGuards = 500;

/**
 * Why an event does not match after a prefix.
 *
 * @param states those possible after the prefix, hidden steps included
 */
export function mismatch(
  space: StateSpace,
  states: readonly number[],
  kind: EventKind,
  event: EventReport,
  guards: ExplainGuards | undefined,
): MismatchReport {
  const { question, checks } = kind;
  if (states.length === 0) {
    const message = 'no initial state is as init says';
    return { event, kind: 'init', message, conjuncts: [], possible: [] };
  }
  if (question === undefined) {
    const message = `neither ${here(states)} nor any state a step leads to is as observed`;
    return {
      event,
      kind: 'observation',
      message,
      conjuncts: [],
      possible: [],
      ...nearest(space, states, kind),
    };
  }
  const possible = labelsOf(space, states, { ...question, parameters: [] });
  if (possible.length === 0) {
    const message = `no step of ${question.action ?? 'any action'} is possible in ${here(states)}`;
    return {
      event,
      kind: 'action',
      message,
      conjuncts: falseGuards(space, states, question, guards),
      possible,
    };
  }
  if (labelsOf(space, states, question).length === 0) {
    const message = `${question.action ?? 'a step'} is possible in ${here(states)}, but not with these parameters`;
    return {
      event,
      kind: 'parameters',
      message,
      conjuncts: falseGuards(space, states, question, guards),
      possible,
    };
  }
  const message = `${event.text} is possible in ${here(states)}, but leads to no state as observed`;
  return {
    event,
    kind: 'observation',
    message,
    conjuncts: [],
    possible,
    ...nearest(space, states, { question, checks }),
  };
}

function here(states: readonly number[]): string {
  return states.length === 1 ? 'the state' : `any of the ${states.length} states`;
}

/** The labels of the steps that answer a question, each once, sorted. */
export function labelsOf(
  space: StateSpace,
  states: readonly number[],
  question: StepQuestion,
): readonly string[] {
  const labels = new Set<string>();
  let looked = 0;
  for (const state of states) {
    for (const { label } of space.steps(state, question)) {
      labels.add(label.key);
      if (++looked > mostSteps) return [...labels].toSorted();
    }
  }
  return [...labels].toSorted();
}

/** The false conjuncts of the action in the state, with the parameters, for which most of the others hold. */
function falseGuards(
  space: StateSpace,
  states: readonly number[],
  question: StepQuestion,
  guards: ExplainGuards | undefined,
): readonly Conjunct[] {
  if (guards === undefined || question.action === undefined) return [];
  let best: Guards | undefined;
  let tried = 0;
  for (const parameters of space.parameters(question)) {
    for (const state of states) {
      if (++tried > mostGuards) return best?.conjuncts ?? [];
      const found = guards(question.action, parameters, state);
      if (found === undefined || found.holds) continue;
      if (best === undefined || found.satisfied > best.satisfied) best = found;
    }
  }
  return best?.conjuncts ?? [];
}

/** The step, or the state itself, with the fewest places where it is not as observed. */
function nearest(
  space: StateSpace,
  states: readonly number[],
  { question, checks }: EventKind,
): { readonly nearest?: NearestReport } {
  let best: NearestReport | undefined;
  let looked = 0;
  const consider = (state: number, label: string | undefined): void => {
    if (isAsObserved(checks, state)) return;
    const found = differencesIn(checks, state);
    if (best !== undefined && found.length >= best.differences.length) return;
    best = { ...(label === undefined ? {} : { label }), differences: found };
  };
  for (const state of states) {
    if (question === undefined) consider(state, undefined);
    for (const { label, to } of space.steps(state, question ?? anyStep)) {
      if (++looked > mostSteps) break;
      consider(to, label.key);
    }
  }
  return best === undefined ? {} : { nearest: best };
}

function differencesIn(checks: readonly Check[], state: number): readonly Difference[] {
  return checks.flatMap(({ name, pattern, read }) => differences(pattern, read(state), name));
}
