import { InputError, type TlaValue } from '@synod/tla';
import { didYouMean } from '../nearest.js';
import { matches, type Pattern } from './pattern.js';
import { type ActionVocabulary, calledIn, type StateSpace, type StepQuestion } from './space.js';
import type { EventParameters, Observation, TraceEvent, TraceHeader } from './trace.js';

/** What is said of one variable or operator after a step. */
export interface Check {
  readonly name: string;
  readonly pattern: Pattern;
  readonly read: (state: number) => TlaValue;
}

/** What events of one kind ask of a behaviour: events that say the same are of the same kind. */
export interface EventKind {
  /** Nothing: any one step or none. */
  readonly question: StepQuestion | undefined;
  readonly checks: readonly Check[];
}

/** What is looked at of an event. */
type BoundEvent = Pick<TraceEvent, 'action' | 'parameters' | 'state' | 'derived' | 'place'>;

/** Whether a state is as observed. */
export function isAsObserved(checks: readonly Check[], state: number): boolean {
  return checks.every(({ pattern, read }) => matches(pattern, read(state)));
}

/**
 * The events of a trace in the words of a space. Names that the space does not have are input errors; what cannot
 * be compared becomes a warning, each once.
 */
export class Binder {
  readonly kinds: EventKind[] = [];
  readonly #space: StateSpace;
  /** What it is called in messages. */
  readonly #name: string;
  readonly #format: TraceHeader['format'];
  readonly #ids = new Map<string, number>();
  readonly #warnings = new Set<string>();

  constructor(space: StateSpace, header: Pick<TraceHeader, 'format'>) {
    this.#space = space;
    this.#name = calledIn(space);
    this.#format = header.format;
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  /** The number of an event's kind, an index into `kinds`. */
  kind(event: BoundEvent): number {
    const text = textOf(event);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const kind: EventKind = {
      question: this.#question(event),
      checks: [
        ...this.observation(event.state, event.place),
        ...[...event.derived].flatMap(([name, pattern]) => this.#derived(name, pattern, event.place)),
      ],
    };
    this.#ids.set(text, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }

  /** What is said of variables. */
  observation(observation: Observation, place: TraceEvent['place'], field = 'state'): readonly Check[] {
    const { variables } = this.#space;
    return Array.from(observation, ([name, pattern]) => {
      const index = variables.indexOf(name);
      if (index < 0) {
        const message = `${field}.${name}: ${this.#name} has no variable ${name}${didYouMean(name, variables)}; it has ${variables.join(', ')}.`;
        throw new InputError('unknown-variable', message, place);
      }
      return { name, pattern, read: (state) => this.#space.values(state)[index] as TlaValue };
    });
  }

  /** The question for any step of an action. */
  action(name: string, field: string, place: TraceEvent['place']): StepQuestion {
    return { action: this.#vocabulary(name, field, place)[0], parameters: [] };
  }

  /** An action by its name; by that without its INSTANCE, `Act` for `J!Act`, if it is one action's only. */
  #find(name: string): readonly [string, ActionVocabulary] | undefined {
    const { actions } = this.#space;
    const found = actions.get(name);
    if (found !== undefined) return [name, found];
    const [only, ...others] = [...actions].filter(([action]) => action.endsWith(`!${name}`));
    return others.length === 0 ? only : undefined;
  }

  #vocabulary(name: string, field: string, place: TraceEvent['place']): readonly [string, ActionVocabulary] {
    const { actions } = this.#space;
    const found = this.#find(name);
    if (found !== undefined) return found;
    const known = [...actions.keys()];
    const message = `${field}: ${this.#name} has no action ${name}${didYouMean(name, known)}; it has ${known.join(', ')}.`;
    throw new InputError('unknown-action', message, place);
  }

  #question({ action, parameters, place }: BoundEvent): StepQuestion | undefined {
    if (action === undefined) return undefined;
    if (this.#format === 'tlc' && this.#find(action) === undefined) {
      // TLC names some steps by the formula that they are found in.
      this.#warnings.add(`TLC calls a step ${action}, which is no action here: any step is taken for it.`);
      return { action: undefined, parameters: [] };
    }
    const [name, vocabulary] = this.#vocabulary(action, 'action', place);
    const patterns = parameters === undefined ? [] : this.#parameters(name, vocabulary, parameters, place);
    return { action: name, parameters: patterns };
  }

  #parameters(
    action: string,
    { formals, arity }: ActionVocabulary,
    parameters: EventParameters,
    place: TraceEvent['place'],
  ): readonly (Pattern | undefined)[] {
    const count = arity ?? formals?.length;
    if (parameters.by === 'position') {
      const given = parameters.values.length;
      if (count !== undefined && given !== count) {
        const message = `params: ${action} has ${count} parameter${count === 1 ? '' : 's'}, and ${given} are given; give all of them, or some by name.`;
        throw new InputError('parameters', message, place);
      }
    } else if (formals !== undefined) {
      for (const name of parameters.values.keys()) {
        if (formals.includes(name) || this.#format === 'tlc') continue;
        const has = formals.length === 0 ? 'it has none' : `it has ${formals.join(', ')}`;
        const message = `params.${name}: ${action} has no parameter ${name}${didYouMean(name, formals)}; ${has}.`;
        throw new InputError('parameters', message, place);
      }
    }
    if (arity === undefined) {
      this.#warnings.add(
        `parameters are not compared: the steps of the graph carry none (an export that names each step with its parameters does).`,
      );
      return [];
    }
    if (parameters.by === 'position') return parameters.values;
    if (formals !== undefined) return formals.map((formal) => parameters.values.get(formal));
    this.#warnings.add(
      `the parameters of ${action} are not compared: their names are not known. Name the module with --spec, or give them by position.`,
    );
    return [];
  }

  #derived(given: string, pattern: Pattern, place: TraceEvent['place']): readonly Check[] {
    const { operators } = this.#space;
    if (operators === undefined) {
      this.#warnings.add(
        `derived operators are not compared: the graph does not carry them, and no module is named to evaluate them with.`,
      );
      return [];
    }
    const name = qualified(given, operators);
    const read = name === undefined ? undefined : this.#space.operator(name);
    if (read !== undefined) return [{ name: given, pattern, read }];
    const message = `derived.${given}: ${this.#name} has no operator ${given} without arguments${didYouMean(given, [...operators, ...operators.map(lastPart)])}.`;
    throw new InputError('unknown-operator', message, place);
  }
}

function lastPart(operator: string): string {
  return operator.split('!').at(-1) ?? operator;
}

function said(values: Iterable<readonly [string, Pattern]>): unknown {
  return Array.from(values, ([name, pattern]) => [name, pattern.type, pattern.json]);
}

/** An operator by its name, or by the end of its name: `chosen` is `V!chosen` if it is nowhere nearer. */
function qualified(name: string, operators: readonly string[]): string | undefined {
  if (operators.includes(name)) return name;
  const ends = operators.filter((operator) => operator.endsWith(`!${name}`));
  return ends.toSorted((one, other) => one.split('!').length - other.split('!').length)[0];
}

function textOf({ action, parameters, state, derived }: BoundEvent): string {
  const given =
    parameters?.by === 'name' ? said(parameters.values) : parameters?.values.map(({ json }) => json);
  return JSON.stringify([action, parameters?.by, given, said(state), said(derived)]);
}
