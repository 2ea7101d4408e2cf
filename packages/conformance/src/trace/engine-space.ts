import type { Engine } from '@synod/compiler';
import type { Label } from '@synod/spec';
import { EvaluationError, InputError, key, product, type TlaValue } from '@synod/tla';
import { type EngineStates, engineStates, isWithin } from '../engine/engine-states.js';
import { matches } from './pattern.js';
import type { SpaceStep, StateSpace, StepQuestion } from './space.js';

/** How many steps a space may hold before it gives up: about a gigabyte. */
const mostSteps = 20_000_000;

/** What is known of a compiled specification beside its engine. */
export interface EngineSpaceOptions {
  /** The operators without arguments, for suggestions. */
  readonly operators: readonly string[];
  /** What a model value or a string is, where a trace has a string. */
  readonly modelValue: (name: string) => TlaValue | undefined;
}

/**
 * The states and steps of a compiled specification, found as they are asked for: a trace can be followed where all of
 * a model could not be explored. States that constraints leave out are none, as in TLC's graph.
 */
export function engineSpace(engine: Engine, { operators, modelValue }: EngineSpaceOptions): StateSpace {
  const states = engineStates(engine);
  const initial = initialStates(engine, states);
  const stepsOf = allSteps(engine, states);
  const answers = new WeakMap<StepQuestion, Map<number, readonly SpaceStep[]>>();
  const formals = new Map(engine.actions.map((action) => [action.name, action.formals]));
  // Parameters of one name are of one kind, in whatever action.
  const met = (formal: string): readonly TlaValue[] => {
    const values = new Map<string, TlaValue>();
    for (const { action, parameters } of stepsOf.labels()) {
      formals.get(action)?.forEach((name, i) => {
        const value = parameters[i];
        if (name === formal && value !== undefined) values.set(key(value), value);
      });
    }
    return [...values.values()];
  };
  return {
    name: engine.name,
    variables: engine.variables,
    actions: new Map(
      engine.actions.map(({ name, formals: names }) => [name, { formals: names, arity: names.length }]),
    ),
    initial,
    values: (state) => states.values(state),
    steps(state, question) {
      let known = answers.get(question);
      if (known === undefined) answers.set(question, (known = new Map()));
      let steps = known.get(state);
      if (steps === undefined) {
        steps = stepsOf(state).filter(({ label }) => answersTo(label, question));
        known.set(state, steps);
      }
      return steps;
    },
    parameters({ action, parameters }) {
      const names = action === undefined ? undefined : formals.get(action);
      if (names === undefined) return [];
      const domains = names.map((name, i) => {
        const pattern = parameters[i];
        const values = met(name);
        if (pattern === undefined) return values;
        const fitting = values.filter((value) => matches(pattern, value));
        if (fitting.length > 0 || pattern.type !== 'whole') return fitting;
        // No step that was met has it: then it is as the trace has it.
        return [(typeof pattern.json === 'string' ? modelValue(pattern.json) : undefined) ?? pattern.value];
      });
      return product(domains);
    },
    operator(name) {
      const operator = engine.operator(name);
      if (operator === undefined || operator.formals.length > 0) return undefined;
      return (state) => evaluated(`derived.${name}`, () => operator.value(states.words(state), 0, []));
    },
    operators,
  };
}

function initialStates(engine: Engine, states: EngineStates): readonly number[] {
  const found = new Set<number>();
  evaluated('the initial states', () =>
    engine.init(() => {
      if (isWithin(engine, engine.successor)) found.add(states.add());
    }),
  );
  return [...found];
}

interface AllSteps {
  (state: number): readonly SpaceStep[];
  /** The labels met so far. */
  labels(): readonly Label[];
}

/** The steps from a state, each once. They are found when they are first asked for. */
function allSteps(engine: Engine, states: EngineStates): AllSteps {
  const { successor, actionConstraints } = engine;
  const known: (readonly SpaceStep[] | undefined)[] = [];
  const labels = new Map<number, Label>();
  const from = new Int32Array(engine.width);
  let count = 0;
  const labelOf = (number: number): Label => {
    const label = labels.get(number) ?? engine.label(number);
    labels.set(number, label);
    return label;
  };
  const find = (state: number): readonly SpaceStep[] => {
    const steps: SpaceStep[] = [];
    const seen = new Set<string>();
    from.set(states.words(state));
    evaluated(`the steps of ${engine.name}`, () =>
      engine.next(from, 0, (number) => {
        const isAllowed = actionConstraints.every(({ holds }) => holds(from, 0, successor, 0));
        if (!isAllowed || !isWithin(engine, successor)) return;
        const to = states.add();
        const id = `${number} ${to}`;
        if (seen.has(id)) return;
        seen.add(id);
        steps.push({ label: labelOf(number), to });
      }),
    );
    count += steps.length;
    if (count > mostSteps) {
      const message = `following the trace takes more memory than there is: ${states.size} states of ${engine.name} are possible. Log more of what happens, or give a smaller --max-frontier.`;
      throw new InputError('limit', message);
    }
    return steps;
  };
  return Object.assign((state: number) => (known[state] ??= find(state)), {
    labels: () => [...labels.values()],
  });
}

function answersTo(label: Label, { action, parameters }: StepQuestion): boolean {
  if (action !== undefined && action !== label.action) return false;
  return parameters.every((pattern, i) => {
    const value = label.parameters[i];
    return pattern === undefined || (value !== undefined && matches(pattern, value));
  });
}

/** A rule of TLA+ that is broken in the specification is said in one line, with its place. */
function evaluated<T>(what: string, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const message = `${what} cannot be evaluated: ${error.message}`;
    throw new InputError('evaluation', message, error.place, { cause: error });
  }
}
