import { GraphBuilder } from './builder.js';
import type { StateGraph } from './graph.js';
import type { TransitionSystem } from './system.js';

/** What an exploration found: the graph, and each of its states as the system has it. */
export interface Exploration<S> {
  readonly graph: StateGraph;
  readonly states: readonly S[];
  /** How many states have been expanded, in their order: all of them, unless the limit was reached. */
  readonly expanded: number;
}

/** How an exploration is bounded and watched. */
export interface ExploreOptions {
  /** Called now and then with the number of states found so far. */
  readonly onProgress?: (states: number) => void;
  /** Ends the exploration when more states than this have been found. */
  readonly limit?: number;
}

/**
 * All reachable states and steps of a system, breadth first: states are numbered in the order of their depth.
 * A system may have no end of states: then the limit says where to stop.
 */
export function explore<S>(system: TransitionSystem<S>, options: ExploreOptions = {}): Exploration<S> {
  const builder = new GraphBuilder(system.name, system.variables);
  const states: S[] = [];
  const number = (state: S): number => {
    const id = builder.state(system.decode(state));
    // Of equal values one object is kept: what is then made of it is found again.
    if (id === states.length) states.push(system.encode?.(builder.values(id)) ?? state);
    return id;
  };

  for (const state of system.init()) builder.initial(number(state));
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  let from = 0;
  for (; from < states.length && states.length <= limit; from++) {
    if ((from & 0xfff) === 0) options.onProgress?.(states.length);
    for (const { action, parameters, state } of system.next(states[from] as S)) {
      builder.step(from, builder.label(action, parameters), number(state));
    }
  }
  return { graph: builder.build(), states, expanded: from };
}
