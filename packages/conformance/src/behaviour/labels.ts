import type { Label } from '@synod/spec';
import { type TlaValue, toJson } from '@synod/tla';
import { wholePattern } from '../trace/pattern.js';
import type { SpaceStep, StateSpace, StepQuestion } from '../trace/space.js';

/** The steps with a label from each state of a space. */
export type StepsOf = (state: number, label: Label) => readonly SpaceStep[];

const known = new WeakMap<StateSpace, StepsOf>();

/** Finds the steps with one label. Each label is made a question once, which spaces answer faster when it comes again. */
export function stepsOf(space: StateSpace): StepsOf {
  const found = known.get(space) ?? makeStepsOf(space);
  known.set(space, found);
  return found;
}

function makeStepsOf(space: StateSpace): StepsOf {
  const questions = new Map<string, StepQuestion>();
  return (state, label) => {
    let question = questions.get(label.key);
    if (question === undefined) {
      const { action } = label;
      question = { action, parameters: label.parameters.map(whole) };
      questions.set(label.key, question);
    }
    // A pattern takes a string for the model value of that name; a label does not.
    return Array.from(space.steps(state, question)).filter((step) => step.label.key === label.key);
  };
}

function whole(value: TlaValue): ReturnType<typeof wholePattern> {
  return wholePattern(value, toJson(value));
}
