import type { RefinementCheck } from '../check-refinement.js';
import type { InvariantDivergence, RefinementDivergence } from '../divergence.js';
import { type OperatorTable, operatorTable } from '../operators.js';
import type { Found, FoundInCode, FoundInText } from './found.js';
import { type PackedDivergence, packDivergence, unpackDivergence } from './packed-divergence.js';
import { type PackedGraph, packGraph, unpackGraph } from './packed-graph.js';

/** What a side found, as plain data. */
export interface PackedFound {
  readonly graph: PackedGraph;
  readonly operators: Omit<OperatorTable, 'value'>;
}

export interface PackedCode extends PackedFound {
  readonly expanded: number;
  readonly invariants: readonly PackedDivergence[];
  readonly refinements: readonly (Omit<RefinementCheck, 'divergence'> & {
    readonly divergence: PackedDivergence | undefined;
  })[];
}

export interface PackedText extends PackedFound {
  readonly expanded: number;
  readonly broken: readonly PackedDivergence[];
}

export function packFound({ graph, operators }: Found): PackedFound {
  const { signatures, arguments: counts, columns } = operators;
  return { graph: packGraph(graph), operators: { signatures, arguments: counts, columns } };
}

export function unpackFound({ graph, operators }: PackedFound): Found {
  const { signatures, arguments: counts, columns } = operators;
  return { graph: unpackGraph(graph), operators: operatorTable(signatures, counts, columns) };
}

export function packCode({ expanded, invariants, refinements, ...found }: FoundInCode): PackedCode {
  return {
    ...packFound(found),
    expanded,
    invariants: invariants.map(packDivergence),
    refinements: refinements.map(({ divergence, ...counts }) => ({
      ...counts,
      divergence: divergence && packDivergence(divergence),
    })),
  };
}

export function unpackCode({ expanded, invariants, refinements, ...found }: PackedCode): FoundInCode {
  return {
    ...unpackFound(found),
    expanded,
    invariants: invariants.map((packed) => unpackDivergence(packed) as InvariantDivergence),
    refinements: refinements.map(({ divergence, ...counts }) => ({
      ...counts,
      divergence: divergence && (unpackDivergence(divergence) as RefinementDivergence),
    })),
  };
}

export function packText({ expanded, broken, ...found }: FoundInText): PackedText {
  return { ...packFound(found), expanded, broken: broken.map(packDivergence) };
}

export function unpackText({ expanded, broken, ...found }: PackedText): FoundInText {
  return {
    ...unpackFound(found),
    expanded,
    broken: broken.map((packed) => unpackDivergence(packed) as FoundInText['broken'][number]),
  };
}

/** The memory of what is sent, which the thread that sends it gives away. */
export function buffersOf({ graph, operators }: PackedFound): readonly ArrayBuffer[] {
  const arrays = [
    graph.tuples,
    graph.offsets,
    graph.stepLabels,
    graph.targets,
    ...operators.columns.map(({ numbers }) => numbers),
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
