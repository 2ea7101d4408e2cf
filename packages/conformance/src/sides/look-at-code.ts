import { explore, type Paths, type StateGraph, shortestPaths, type TransitionSystem } from '@synod/spec';
import { checkRefinement } from '../check-refinement.js';
import type { InvariantDivergence } from '../divergence.js';
import { byReads } from '../operators/by-reads.js';
import { type View, viewsOf } from '../operators/views.js';
import { evaluateOperators, type OperatorTable } from '../operators.js';
import { pathTo } from '../paths.js';
import type { FoundInCode } from './found.js';

/**
 * How many times as many states as TLC found a side may have before its exploration ends: it diverges then, and
 * might have no end of them.
 */
export function mostStates(expected: number): number {
  return expected * 3 + 1000;
}

/** How the TypeScript is looked at. */
export interface LookOptions {
  /** How many states there should be. */
  readonly expected: number;
  /** The system starts where it pleases: its initial states need not be initial above. */
  readonly startsAnywhere: boolean;
  readonly onProgress?: ((doing: string) => void) | undefined;
}

/** Explores a specification in TypeScript, evaluates its operators, and checks its invariants and refinements. */
export function lookAtCode<S>(
  system: TransitionSystem<S>,
  { expected, startsAnywhere, onProgress }: LookOptions,
): FoundInCode {
  const { graph, states, expanded } = explore(system, {
    onProgress: (count) => onProgress?.(`exploring: ${count} states`),
    limit: mostStates(expected),
  });
  onProgress?.('evaluating operators');
  const forAllStates = byReads(system, states);
  const views = viewsOf(system, states, forAllStates);
  const operators = evaluateOperators(system, states, views, forAllStates);
  const paths = shortestPaths(graph);
  onProgress?.('checking the refinement');
  const refinements = views.flatMap((view) =>
    checkRefinement(graph, paths, view as View, { startsAnywhere }),
  );
  return {
    graph,
    operators,
    expanded,
    invariants: brokenInvariants(system.invariants, graph, paths, operators),
    refinements,
  };
}

function brokenInvariants(
  invariants: readonly string[],
  graph: StateGraph,
  paths: Paths,
  operators: OperatorTable,
): readonly InvariantDivergence[] {
  return invariants.flatMap((invariant) => {
    const operator = operators.signatures.findIndex(({ name }) => name === invariant);
    const { texts = [], numbers } = operators.columns[operator] ?? {};
    const truth = texts.indexOf('TRUE');
    const broken = paths.order.filter((state) => truth < 0 || numbers?.[state] !== truth);
    const [first] = broken;
    if (first === undefined) return [];
    return [{ type: 'invariant', invariant, path: pathTo(graph, paths, first), count: broken.length }];
  });
}
