import {
  depth,
  explore,
  type Paths,
  type StateGraph,
  shortestPaths,
  type TransitionSystem,
} from '@synod/spec';
import { checkRefinement, type RefinementCheck } from './check-refinement.js';
import { compareGraphs } from './compare-graphs.js';
import { compareOperators } from './compare-operators.js';
import type { Divergence, InvariantDivergence } from './divergence.js';
import { type View, viewsOf } from './operators/views.js';
import { evaluateOperators, type OperatorTable } from './operators.js';
import { pathTo } from './paths.js';
import type { TlcExport } from './read-export.js';

/** What was compared, and every difference found. */
export interface Verdict {
  readonly module: string;
  readonly conforms: boolean;
  /** States and labelled steps of the expected graph, and its depth in levels. */
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  /** How many operators were compared, and how many values: one for each state and each tuple of arguments. */
  readonly operators: { readonly count: number; readonly values: number };
  readonly invariants: readonly string[];
  readonly refinements: readonly Omit<RefinementCheck, 'divergence'>[];
  readonly divergences: readonly Divergence[];
}

/**
 * How many times as many states as TLC found the code may have before its exploration ends: it diverges then, and
 * might have no end of them.
 */
const excess = 3;

/** How a check is watched. */
export interface CheckOptions {
  /** Called now and then with what is being done. */
  readonly onProgress?: (doing: string) => void;
  /** The system starts where it pleases: its initial states need not be initial above. */
  readonly startsAnywhere?: boolean;
}

/**
 * Whether a specification in TypeScript conforms to what TLC found for the same model: the same initial states,
 * states, labelled steps and values of operators; all invariants hold; and every step is one of each
 * specification above, or changes nothing there. See "What conforms means" in ARCHITECTURE.md.
 */
export function check<S>(
  system: TransitionSystem<S>,
  expected: TlcExport,
  options: CheckOptions = {},
): Verdict {
  const { onProgress } = options;
  const { graph, states, expanded } = explore(system, {
    onProgress: (count) => onProgress?.(`exploring: ${count} states`),
    limit: expected.graph.size * excess + 1000,
  });
  onProgress?.('comparing states and steps');
  const comparison = compareGraphs(expected.graph, graph, expanded);
  onProgress?.('evaluating operators');
  const views = viewsOf(system, states);
  const operators = evaluateOperators(system, states, views);
  const differing = compareOperators(
    expected.graph,
    comparison.paths,
    comparison.same,
    expected.operators,
    operators,
  );
  const paths = shortestPaths(graph);
  onProgress?.('checking the refinement');
  const refinements = views.flatMap((view) =>
    checkRefinement(graph, paths, view as View, { startsAnywhere: options.startsAnywhere === true }),
  );
  const divergences: readonly Divergence[] = [
    ...comparison.divergences,
    ...differing,
    ...brokenInvariants(system, graph, paths, operators),
    ...refinements.flatMap(({ divergence }) => (divergence ? [divergence] : [])),
  ];
  return {
    module: system.name,
    conforms: divergences.length === 0,
    states: expected.graph.size,
    steps: expected.graph.targets.length,
    depth: depth(comparison.paths),
    operators: {
      count: operators.signatures.length,
      values: operators.arguments.reduce((sum, count) => sum + count, 0) * expected.graph.size,
    },
    invariants: system.invariants,
    refinements: refinements.map(({ divergence: _, ...counts }) => counts),
    divergences,
  };
}

function brokenInvariants<S>(
  system: TransitionSystem<S>,
  graph: StateGraph,
  paths: Paths,
  operators: OperatorTable,
): readonly InvariantDivergence[] {
  return system.invariants.flatMap((invariant) => {
    const operator = operators.signatures.findIndex(({ name }) => name === invariant);
    const { texts = [], numbers } = operators.columns[operator] ?? {};
    const truth = texts.indexOf('TRUE');
    const broken = paths.order.filter((state) => truth < 0 || numbers?.[state] !== truth);
    const [first] = broken;
    if (first === undefined) return [];
    return [{ type: 'invariant', invariant, path: pathTo(graph, paths, first), count: broken.length }];
  });
}
