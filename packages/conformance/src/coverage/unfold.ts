import { IntList } from '@synod/spec';
import type { Cut } from '../trace/outcome.js';
import { nextEvents, type Validation } from '../trace/validate.js';
import type { EventSteps } from './event-steps.js';
import { type Growth, type Lattice, prune } from './lattice.js';

/** So many edges there may be for each node, so that memory has a bound too. */
const edgesPerPair = 8;

/** A cut that behaviours have come to. */
interface OpenCut {
  readonly id: number;
  readonly cut: Cut;
  /** The node of each state. */
  readonly nodes: Map<number, number>;
}

/**
 * All behaviours that a trace allows, over all cuts.
 *
 * @param most the most pairs of a cut and a state
 * @returns nothing if there are more
 */
export function unfold(validation: Validation, steps: EventSteps, most: number): Lattice | undefined {
  const { order, search } = validation;
  const grown = new Growing();
  const first = grown.cut(
    search.kinds.map(() => 0),
    0,
  );
  for (const start of search.starts) grown.node(first, start);
  const last = search.kinds.reduce((sum, log) => sum + log.length, 0);
  let level: readonly OpenCut[] = [first];
  for (let size = 0; level.length > 0; size++) {
    const next = new Map<string, OpenCut>();
    for (const open of level) {
      const following = nextEvents(order, open.cut).map(({ process, index }) => {
        const cut = open.cut.with(process, index + 1);
        const name = cut.join(' ');
        const target = next.get(name) ?? grown.cut(cut, size + 1);
        next.set(name, target);
        return { kind: search.kinds[process]?.[index] as number, target };
      });
      // Grows while it is walked, by what hidden steps lead to.
      for (const [state, node] of open.nodes) {
        steps.hidden(state, (step, to) => grown.edge(node, step, grown.node(open, to)));
        for (const { kind, target } of following) {
          steps.event(kind, state, (step, to) => grown.edge(node, step, grown.node(target, to)));
        }
        if (grown.pairs > most || grown.edges > most * edgesPerPair) return undefined;
      }
    }
    level = [...next.values()].filter(({ nodes }) => nodes.size > 0);
  }
  return prune(grown.result(new Set(search.starts).size, last));
}

/** Numbers cuts, nodes and edges as they are found. */
class Growing {
  readonly #levels = new IntList();
  readonly #states = new IntList();
  readonly #cuts = new IntList();
  readonly #from = new IntList();
  readonly #to = new IntList();
  readonly #step = new IntList();

  get pairs(): number {
    return this.#states.length;
  }

  get edges(): number {
    return this.#step.length;
  }

  cut(cut: Cut, level: number): OpenCut {
    this.#levels.push(level);
    return { id: this.#levels.length - 1, cut, nodes: new Map() };
  }

  node({ id, nodes }: OpenCut, state: number): number {
    const known = nodes.get(state);
    if (known !== undefined) return known;
    const node = this.pairs;
    this.#states.push(state);
    this.#cuts.push(id);
    nodes.set(state, node);
    return node;
  }

  edge(from: number, step: number, to: number): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#step.push(step);
  }

  result(entries: number, last: number): Growth {
    return {
      states: numbersOf(this.#states),
      cuts: numbersOf(this.#cuts),
      levels: numbersOf(this.#levels),
      entries,
      edges: { from: numbersOf(this.#from), to: numbersOf(this.#to), step: numbersOf(this.#step) },
      last,
    };
  }
}

function numbersOf(list: IntList): Int32Array {
  const numbers = new Int32Array(list.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = list.at(i);
  return numbers;
}
