import type { StateGraph } from '@synod/spec';
import { key, type TlaValue } from '@synod/tla';
import { countComponents } from './components.js';
import type { ExportedGraph } from './exported-graph.js';
import { type Numbering, numberStates } from './numbering.js';

/** Figures of a graph; null where the file does not say what they depend on. */
export interface GraphStatistics {
  readonly states: number;
  readonly initial: number | null;
  /** Distinct labelled steps; the figures of steps below are of these. */
  readonly steps: number | null;
  readonly selfLoops: number | null;
  /** States without a step out. */
  readonly terminal: number | null;
  /** Levels of a breadth-first search, the initial states being the first: what TLC calls depth. */
  readonly depth: number | null;
  readonly outDegree: Degree | null;
  readonly inDegree: Degree | null;
  /** Strongly connected components. */
  readonly components: number | null;
  /** States on each level. */
  readonly levels: readonly number[] | null;
  /** States that are on no level, because no step leads there. */
  readonly unreached: number | null;
  /** Steps of each action, most first; the empty name is of steps that the file does not name. */
  readonly actions: readonly { readonly action: string; readonly steps: number }[] | null;
  /** Distinct values of each variable. */
  readonly variables: readonly { readonly variable: string; readonly values: number }[];
}

/** Steps of a state, at most and on average. */
export interface Degree {
  readonly max: number;
  readonly mean: number;
}

/** Counts what there is to count in a graph. */
export function graphStatistics(
  { graph, known }: ExportedGraph,
  numbering: Numbering = numberStates(graph),
): GraphStatistics {
  const levels = known.initial && known.steps ? levelsOf(numbering) : null;
  return {
    states: graph.size,
    initial: known.initial ? graph.initial.length : null,
    ...(known.steps ? stepFigures(graph) : noFigures),
    depth: levels && levels.length,
    levels,
    unreached: levels && graph.size - levels.reduce((sum, level) => sum + level, 0),
    variables: distinctValues(graph),
  };
}

const noFigures = {
  steps: null,
  selfLoops: null,
  terminal: null,
  outDegree: null,
  inDegree: null,
  components: null,
  actions: null,
};

function stepFigures(graph: StateGraph): { [Field in keyof typeof noFigures]: GraphStatistics[Field] } {
  const { size, offsets, targets } = graph;
  const [outgoing, incoming] = [new Int32Array(size), new Int32Array(size)];
  let selfLoops = 0;
  for (let from = 0; from < size; from++) {
    outgoing[from] = (offsets[from + 1] as number) - (offsets[from] as number);
    for (let step = offsets[from] as number; step < (offsets[from + 1] as number); step++) {
      const to = targets[step] as number;
      incoming[to] = (incoming[to] as number) + 1;
      if (to === from) selfLoops++;
    }
  }
  const mean = targets.length / size;
  return {
    steps: targets.length,
    selfLoops,
    terminal: outgoing.reduce((count, degree) => (degree === 0 ? count + 1 : count), 0),
    outDegree: { max: most(outgoing), mean },
    inDegree: { max: most(incoming), mean },
    components: countComponents(graph),
    actions: actionsOf(graph),
  };
}

function most(numbers: Int32Array): number {
  return numbers.reduce((greatest, number) => Math.max(greatest, number), 0);
}

function actionsOf(graph: StateGraph): readonly { readonly action: string; readonly steps: number }[] {
  const perLabel = new Int32Array(graph.labels.length);
  for (const label of graph.stepLabels) perLabel[label] = (perLabel[label] as number) + 1;
  const steps = new Map<string, number>();
  graph.labels.forEach(({ action }, label) => {
    steps.set(action, (steps.get(action) ?? 0) + (perLabel[label] as number));
  });
  return Array.from(steps, ([action, count]) => ({ action, steps: count })).toSorted(
    (left, right) => right.steps - left.steps || (left.action < right.action ? -1 : 1),
  );
}

function levelsOf({ order, distances }: Numbering): readonly number[] {
  const levels: number[] = [];
  for (const state of order) {
    const distance = distances[state] as number;
    if (distance >= 0) levels[distance] = (levels[distance] ?? 0) + 1;
  }
  return levels;
}

function distinctValues(
  graph: StateGraph,
): readonly { readonly variable: string; readonly values: number }[] {
  // Values that states share are one object, whose text is looked at once.
  const objects = graph.variables.map(() => new Set<TlaValue>());
  for (let state = 0; state < graph.size; state++) {
    graph.values(state).forEach((value, index) => objects[index]?.add(value));
  }
  return graph.variables.map((variable, index) => ({
    variable,
    values: new Set(Array.from(objects[index] ?? [], key)).size,
  }));
}
