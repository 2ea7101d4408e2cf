import { InputError, TlaSet, type TlaValue } from '@synod/tla';
import type { Constants, Formals, Specification } from './specification.js';
import type { Formal, Refinement, TransitionSystem } from './system.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * A specification with its constants: the transition system of one bounded model.
 *
 * @throws InputError if the constants do not fit the specification
 */
export function instantiate<K, S>(
  specification: Specification<K, S, Vocabulary>,
  assignment: Constants,
): TransitionSystem<S> {
  return bind(specification, specification.constants(assignment));
}

function bind<K, S>(specification: Specification<K, S, Vocabulary>, constants: K): TransitionSystem<S> {
  const { name, variables, actions, operators, invariants } = specification;
  return {
    name,
    variables,
    invariants,
    actions: Object.entries(actions).map(([action, { formals }]) => ({
      name: action,
      formals: withDomains(specification, constants, formals),
    })),
    operators: Object.entries(operators).map(([operator, definition]) => ({
      name: operator,
      formals: withDomains(specification, constants, definition.formals),
      value: (state: S, parameters: readonly TlaValue[]) => definition.value(constants, state, ...parameters),
    })),
    refinements: specification.refinements.map(
      (refinement): Refinement<S> => ({
        name: refinement.name,
        above: bind(refinement.above, refinement.constants(constants)),
        map: (state) => refinement.mapping(constants, state),
      }),
    ),
    init: () => specification.Init(constants),
    next: (state) => specification.Next(constants, state),
    typeCorrect: specification.typeCorrect && (() => specification.typeCorrect?.(constants) ?? []),
    decode: (state) => variables.map((variable) => (state as Record<string, TlaValue>)[variable] as TlaValue),
    encode(values) {
      // Field by field: Object.fromEntries takes five times as long, and this is done for every state.
      const state: Record<string, TlaValue> = {};
      for (let i = 0; i < variables.length; i++) state[variables[i] as string] = values[i] as TlaValue;
      return state as S;
    },
    perform(state, action, parameters) {
      const definition = actions[action];
      if (definition === undefined) throw new InputError('unknown-action', `${name} has no action ${action}`);
      return definition.next(constants, state, ...parameters);
    },
  };
}

function withDomains<K, S>(
  specification: Specification<K, S, Vocabulary>,
  constants: K,
  formals: Formals,
): readonly Formal[] {
  return Object.entries(formals).map(([name, constant]) => {
    const domain = (constants as Record<string, unknown>)[constant];
    if (!(domain instanceof TlaSet)) {
      throw new InputError(
        'formal-domain',
        `${specification.name} has no constant set ${constant} for ${name}`,
      );
    }
    return { name, constant, domain: (domain as TlaSet<TlaValue>).elements };
  });
}
