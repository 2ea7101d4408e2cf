import type { Engine } from '@synod/compiler';
import { GraphBuilder, type StateGraph } from '@synod/spec';
import { type EngineStates, engineStates, isWithin } from './engine-states.js';
import { refuseInexact } from './refuse-inexact.js';

/** The graph of a compiled specification, and its states by the same numbers. */
export interface EngineGraph {
  readonly graph: StateGraph;
  readonly states: EngineStates;
  /** How many states have been expanded, in their order: all of them, unless the limit was reached. */
  readonly expanded: number;
}

/**
 * All reachable states and labelled steps of a compiled specification, breadth first, as TLC's dump has them: what
 * constraints leave out is not in it.
 *
 * @param limit ends the exploration when more states than this have been found
 * @throws InputError `view` or `symmetry`: then states stand for others, and there is no exact graph
 */
export function graphOfEngine(engine: Engine, limit: number = Number.POSITIVE_INFINITY): EngineGraph {
  refuseInexact(engine);
  const { successor, actionConstraints } = engine;
  const states = engineStates(engine);
  const [from, labels, to]: [number[], number[], number[]] = [[], [], []];
  const initial: number[] = [];
  engine.init(() => {
    if (isWithin(engine, successor)) initial.push(states.add());
  });
  const current = new Int32Array(engine.width);
  let state = 0;
  for (; state < states.size && states.size <= limit; state++) {
    current.set(states.words(state));
    engine.next(current, 0, (label) => {
      const isAllowed = actionConstraints.every(({ holds }) => holds(current, 0, successor, 0));
      if (!isAllowed || !isWithin(engine, successor)) return;
      const target = states.add();
      for (let times = engine.multiplicity ?? 1; times > 0; times--) {
        from.push(state);
        labels.push(label);
        to.push(target);
      }
    });
  }
  const builder = new GraphBuilder(engine.name, engine.variables);
  for (let i = 0; i < states.size; i++) {
    if (builder.state(states.values(i)) !== i)
      throw new Error(`two states of ${engine.name} have the same values`);
  }
  initial.forEach((number) => builder.initial(number));
  const numbers = new Map<number, number>();
  for (let i = 0; i < from.length; i++) {
    const label = labels[i] as number;
    let number = numbers.get(label);
    if (number === undefined) {
      const { action, parameters } = engine.label(label);
      numbers.set(label, (number = builder.label(action, parameters)));
    }
    builder.step(from[i] as number, number, to[i] as number);
  }
  return { graph: builder.build(), states, expanded: state };
}
