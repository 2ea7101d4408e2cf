import { GraphBuilder, type Refinement, type TransitionSystem } from '@synod/spec';
import { byReads, type ForAllStates } from './by-reads.js';
import { unwatched } from './watched-values.js';

/** The states of a system as a specification above sees them, and as what that one refines sees those. */
export interface View<S = unknown> {
  readonly refinement: Refinement<S>;
  /** For each state, the number of the state above. */
  readonly numbers: Int32Array;
  /** The states above, each once. */
  readonly distinct: readonly unknown[];
  /** The number of a state above; one that no state is seen as gets the next number. */
  readonly number: (state: unknown) => number;
  readonly further: readonly View[];
}

/**
 * How the specifications above see these states.
 *
 * @param forAllStates applies functions to these states
 */
export function viewsOf<S>(
  system: TransitionSystem<S>,
  states: readonly S[],
  forAllStates: ForAllStates<S> = byReads(system, states),
): readonly View<S>[] {
  return system.refinements.map((refinement) => {
    const { above } = refinement;
    const builder = new GraphBuilder(above.name, above.variables);
    const number = (state: unknown): number => builder.state(above.decode(state));
    const distinct: unknown[] = [];
    const seen = forAllStates((state) => {
      const mapped = refinement.map(state);
      const values = above.decode(mapped).map(unwatched);
      const id = builder.state(values);
      if (id === distinct.length) distinct.push(above.encode?.(values) ?? mapped);
      return id;
    });
    const numbers = seen.numbers.map((outcome) => seen.outcomes[outcome] as number);
    return { refinement, numbers, distinct, number, further: viewsOf(above, distinct) };
  });
}
