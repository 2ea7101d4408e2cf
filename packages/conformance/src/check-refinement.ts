import type { Label, Paths, StateGraph } from '@synod/spec';
import type { RefinementDivergence } from './divergence.js';
import type { View } from './operators/views.js';
import { named, pathTo, stateValues } from './paths.js';

/** What checking a refinement gives. */
export interface RefinementCheck {
  /** `V`, or `V!C` for the refinement of the specification above. */
  readonly name: string;
  readonly above: string;
  /** How many steps were looked at, and how many of them are steps above: the rest change nothing there. */
  readonly steps: number;
  readonly changing: number;
  /** How many states of the specification above they are seen as. */
  readonly states: number;
  readonly divergence: RefinementDivergence | undefined;
}

/** How a refinement is looked at. */
export interface RefinementOptions {
  /** The name through which it is seen from further below: `V!` for what Voting refines. */
  readonly prefix?: string;
  /** The initial states need not be initial above. */
  readonly startsAnywhere?: boolean;
}

/**
 * Checks that each initial state maps to an initial state of the specification above, and each step to a step
 * of it or to none; then the same for what that specification refines, seen through both mappings.
 *
 * @param view the states of the graph, as the specification above sees them
 */
export function checkRefinement(
  graph: StateGraph,
  paths: Paths,
  view: View,
  { prefix = '', startsAnywhere = false }: RefinementOptions = {},
): readonly RefinementCheck[] {
  const own = checkSteps(graph, paths, prefix, view, startsAnywhere);
  const further = view.further.flatMap((second) =>
    checkRefinement(
      graph,
      paths,
      { ...second, numbers: view.numbers.map((state) => second.numbers[state] as number) },
      { prefix: `${prefix}${view.refinement.name}!`, startsAnywhere },
    ),
  );
  return [own, ...further];
}

function checkSteps(
  graph: StateGraph,
  paths: Paths,
  prefix: string,
  { refinement: { name, above }, numbers, distinct, number }: View,
  startsAnywhere: boolean,
): RefinementCheck {
  const states = distinct.length;
  const initial = new Set([...above.init()].map(number));
  const successors = new Map<number, ReadonlySet<number>>();
  const stepsFrom = (state: number): ReadonlySet<number> => {
    let known = successors.get(state);
    if (known === undefined) {
      known = new Set(Array.from(above.next(distinct[state]), (step) => number(step.state)));
      successors.set(state, known);
    }
    return known;
  };

  let [changing, count] = [0, 0];
  let first: { state: number; step?: number } | undefined;
  for (const state of graph.initial) {
    if (startsAnywhere || initial.has(numbers[state] as number)) continue;
    count++;
    first ??= { state };
  }
  for (const state of paths.order) {
    const from = numbers[state] as number;
    for (let step = graph.offsets[state] as number; step < (graph.offsets[state + 1] as number); step++) {
      const to = numbers[graph.targets[step] as number] as number;
      if (from === to) continue;
      changing++;
      if (stepsFrom(from).has(to)) continue;
      count++;
      first ??= { state, step };
    }
  }
  return {
    name: prefix + name,
    above: above.name,
    steps: graph.targets.length,
    changing,
    states,
    divergence: first && divergence(first, count),
  };

  function divergence(at: { state: number; step?: number }, total: number): RefinementDivergence {
    const mapped = (state: number) =>
      named(above.variables, above.decode(distinct[numbers[state] as number]));
    const target = at.step === undefined ? undefined : (graph.targets[at.step] as number);
    return {
      type: 'refinement',
      refinement: prefix + name,
      above: above.name,
      path: pathTo(graph, paths, at.state),
      mappedFrom: mapped(at.state),
      count: total,
      ...(at.step !== undefined && target !== undefined
        ? {
            label: graph.labels[graph.stepLabels[at.step] as number] as Label,
            target: stateValues(graph, target),
            mappedTo: mapped(target),
          }
        : {}),
    };
  }
}
