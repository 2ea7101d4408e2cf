import { type Constants, explore, instantiate, type Specification, type StateGraph } from '@synod/spec';
import { InputError } from '@synod/tla';
import { graphSpace } from '../trace/graph-space.js';
import type { StateSpace } from '../trace/space.js';
import { operatorNames, operatorOf } from '../trace/system-operators.js';
import type { Model } from './model.js';
import { refuseOtherConstants } from './trace-constants.js';
import type { AnyVocabulary, Vocabulary } from './vocabulary.js';

/** How a specification in TypeScript is made a model. */
export interface ModelOfOptions {
  /** The most states that are explored: 1,000,000 by default. */
  readonly limit?: number | undefined;
}

/**
 * A bounded model of a specification in TypeScript, for executions to be held against. Its states are explored when
 * they are first asked for.
 *
 * @param constants the values of the specification's constants
 * @throws InputError if the constants do not fit; later, `limit`, if there are more states than the limit
 */
export function modelOf<V extends Vocabulary = AnyVocabulary>(
  specification: Specification<unknown, unknown, V>,
  constants: Constants,
  { limit = 1_000_000 }: ModelOfOptions = {},
): Model<V> {
  const system = instantiate(specification, constants);
  const name = `${system.name} in TypeScript`;
  const explored = once(() => {
    const { graph, states, expanded } = explore(system, { limit });
    if (expanded < states.length) throw tooMany(name, limit);
    const at = (state: number): unknown => states[state];
    const operators = operatorNames(system).flatMap((operator) => {
      const value = operatorOf(system, operator, at);
      return value === undefined ? [] : [[operator, value] as const];
    });
    const formals = system.actions.map((action) => [action.name, action.formals.map((f) => f.name)] as const);
    const space = graphSpace(graph, {
      parameters: true,
      formals: new Map(formals),
      operators: new Map(operators),
    });
    return { graph, space };
  });
  return {
    spec: system.name,
    name,
    space: lazySpace(system, () => explored().space),
    graph: (): StateGraph => explored().graph,
    guards: undefined,
    warnings: [],
    admit(trace) {
      refuseOtherConstants(trace, constants, name);
      return [];
    },
  };
}

export function tooMany(name: string, limit: number): InputError {
  const message = `${name} has more than ${limit} states with these constants: give smaller constants, or a larger limit.`;
  return new InputError('limit', message);
}

/** Does something at the first call; what it came to, an error too, is kept. */
export function once<T>(work: () => T): () => T {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    if (outcome === undefined) {
      try {
        outcome = { value: work() };
      } catch (error) {
        outcome = { error };
      }
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}

/** A space that is there when it is first looked at. */
export function lazySpace(
  known: Pick<StateSpace, 'name' | 'variables'>,
  space: () => StateSpace,
): StateSpace {
  return {
    name: known.name,
    variables: known.variables,
    get actions() {
      return space().actions;
    },
    get initial() {
      return space().initial;
    },
    get operators() {
      return space().operators;
    },
    values: (state) => space().values(state),
    steps: (state, question) => space().steps(state, question),
    parameters: (question) => space().parameters(question),
    operator: (name) => space().operator(name),
  };
}
