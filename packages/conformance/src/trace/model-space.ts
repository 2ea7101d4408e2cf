import { type Action, type Label, labelKey, type TransitionSystem } from '@synod/spec';
import { InputError, key, product, type TlaValue } from '@synod/tla';
import { matches } from './pattern.js';
import type { SpaceStep, StateSpace, StepQuestion } from './space.js';
import { operatorNames, operatorOf } from './system-operators.js';

/** How much text of states a space may hold before it gives up: with all that belongs to them, a good gigabyte. */
const mostText = 200_000_000;

/**
 * The states and steps of a specification in TypeScript, found as they are asked for. An action whose parameters
 * are all known is taken alone, so that a trace can be followed where all of a model could not be explored.
 */
export function modelSpace<S>(system: TransitionSystem<S>): StateSpace {
  const states = new States(system);
  const initial = [...new Set(Array.from(system.init(), (state) => states.add(state)))];
  const actions = new Map(system.actions.map((action) => [action.name, action]));
  const labels = new Labels();
  const choices = new WeakMap<StepQuestion, readonly (readonly TlaValue[])[]>();
  const choicesOf = (question: StepQuestion, action: Action): readonly (readonly TlaValue[])[] => {
    const found = choices.get(question) ?? parametersFor(question, action);
    choices.set(question, found);
    return found;
  };
  // Hidden steps lead to the same states from many: what they can do is found out once.
  const answers = new WeakMap<StepQuestion, Map<number, readonly SpaceStep[]>>();
  function* take(state: number, question: StepQuestion): Iterable<SpaceStep> {
    const from = states.at(state);
    const seen = new Set<string>();
    const once = (label: Label, to: number): boolean => {
      const step = `${to} ${label.key}`;
      if (seen.has(step)) return false;
      seen.add(step);
      return true;
    };
    if (question.action === undefined) {
      for (const step of system.next(from)) {
        const [label, to] = [labels.of(step.action, step.parameters), states.add(step.state)];
        if (once(label, to)) yield { label, to };
      }
      return;
    }
    const action = actions.get(question.action);
    if (action === undefined) return;
    for (const parameters of choicesOf(question, action)) {
      for (const target of system.perform(from, action.name, parameters)) {
        const [label, to] = [labels.of(action.name, parameters), states.add(target)];
        if (once(label, to)) yield { label, to };
      }
    }
  }
  return {
    name: system.name,
    variables: system.variables,
    actions: new Map(
      system.actions.map(({ name, formals }) => [
        name,
        { formals: formals.map((formal) => formal.name), arity: formals.length },
      ]),
    ),
    initial,
    values: (state) => states.values(state),
    steps(state, question): Iterable<SpaceStep> {
      let found = answers.get(question);
      if (found === undefined) answers.set(question, (found = new Map()));
      let steps = found.get(state);
      if (steps === undefined) found.set(state, (steps = [...take(state, question)]));
      return steps;
    },
    parameters: (question) => {
      const action = question.action === undefined ? undefined : actions.get(question.action);
      return action === undefined ? [] : choicesOf(question, action);
    },
    operator: (name) => operatorOf(system, name, (state) => states.at(state)),
    operators: operatorNames(system),
  };
}

/** The values that an action's parameters may take, by what is said of them. */
function parametersFor({ parameters }: StepQuestion, { formals }: Action): readonly (readonly TlaValue[])[] {
  const domains = formals.map(({ domain }, i) => {
    const pattern = parameters[i];
    return pattern === undefined ? domain : domain.filter((value) => matches(pattern, value));
  });
  return [...product(domains)];
}

/** The states met so far, each once. */
class States<S> {
  readonly #system: TransitionSystem<S>;
  readonly #states: S[] = [];
  readonly #values: (readonly TlaValue[])[] = [];
  readonly #numbers = new Map<string, number>();
  #text = 0;

  constructor(system: TransitionSystem<S>) {
    this.#system = system;
  }

  add(state: S): number {
    const values = this.#system.decode(state);
    const text = values.map(key).join('\n');
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#text += text.length;
    if (this.#text > mostText) {
      const message = `following the trace takes more memory than there is: ${this.#states.length} states of ${this.#system.name} are possible. Log more of what happens, or give a smaller --max-frontier.`;
      throw new InputError('limit', message);
    }
    this.#numbers.set(text, this.#states.length);
    this.#values.push(values);
    return this.#states.push(state) - 1;
  }

  at(state: number): S {
    return this.#states[state] as S;
  }

  values(state: number): readonly TlaValue[] {
    return this.#values[state] as readonly TlaValue[];
  }
}

/** The labels met so far, each once. */
class Labels {
  readonly #labels = new Map<string, Label>();

  of(action: string, parameters: readonly TlaValue[]): Label {
    const k = labelKey(action, parameters);
    const known = this.#labels.get(k);
    if (known !== undefined) return known;
    const label = { action, parameters, key: k };
    this.#labels.set(k, label);
    return label;
  }
}
