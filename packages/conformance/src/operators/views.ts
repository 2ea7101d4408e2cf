import { GraphBuilder, type Refinement, type TransitionSystem } from '@synod/spec';
import { byReads } from './by-reads.js';

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

/** How the specifications above see these states. */
export function viewsOf<S>(system: TransitionSystem<S>, states: readonly S[]): readonly View<S>[] {
  if (system.refinements.length === 0) return [];
  const forAllStates = byReads(system, states);
  return system.refinements.map((refinement) => {
    const { above } = refinement;
    const builder = new GraphBuilder(above.name, above.variables);
    const number = (state: unknown): number => builder.state(above.decode(state));
    const seen = forAllStates((state) => refinement.map(state));
    const distinct: unknown[] = [];
    const places = seen.outcomes.map((mapped) => {
      const id = number(mapped);
      if (id === distinct.length) distinct.push(mapped);
      return id;
    });
    const numbers = seen.numbers.map((outcome) => places[outcome] as number);
    return { refinement, numbers, distinct, number, further: viewsOf(above, distinct) };
  });
}
