import { type StateGraph, TupleTable } from '@synod/spec';
import { key, parseValue, type TlaValue } from '@synod/tla';
import { type PackedLabel, packLabel, unpackLabel } from './packed-divergence.js';

/** A state graph as plain data, which can be sent from one thread to another. Values are their keys. */
export interface PackedGraph
  extends Pick<
    StateGraph,
    'name' | 'variables' | 'size' | 'initial' | 'offsets' | 'stepLabels' | 'targets' | 'generated'
  > {
  /** The values that each variable takes. */
  readonly components: readonly (readonly string[])[];
  /** State by state, the number of each variable's value. */
  readonly tuples: Int32Array;
  readonly labels: readonly PackedLabel[];
}

/** A graph as plain data. */
export function packGraph(graph: StateGraph): PackedGraph {
  const { name, variables, size, initial, offsets, stepLabels, targets, generated } = graph;
  const width = variables.length;
  const tuples = new Int32Array(size * width);
  const numbers = variables.map(() => numbered());
  for (let state = 0; state < size; state++) {
    const values = graph.values(state);
    for (let i = 0; i < width; i++) {
      tuples[state * width + i] = numbers[i]?.of(values[i] as TlaValue) as number;
    }
  }
  return {
    name,
    variables,
    size,
    initial,
    offsets,
    stepLabels,
    targets,
    generated,
    components: numbers.map(({ keys }) => keys),
    tuples,
    labels: graph.labels.map(packLabel),
  };
}

function numbered(): { readonly keys: string[]; readonly of: (value: TlaValue) => number } {
  const keys: string[] = [];
  const objects = new Map<TlaValue, number>();
  const texts = new Map<string, number>();
  return {
    keys,
    of(value) {
      const met = objects.get(value);
      if (met !== undefined) return met;
      const text = key(value);
      const number = texts.get(text) ?? keys.push(text) - 1;
      texts.set(text, number);
      objects.set(value, number);
      return number;
    },
  };
}

/** A graph that plain data is of, which can be searched by the numbers of values, too. */
export interface UnpackedGraph extends StateGraph, Pick<PackedGraph, 'components' | 'tuples'> {
  /** The state with these values, each by its number in `components`; -1 if there is none, as with a number of -1. */
  findTuple(tuple: ArrayLike<number>): number;
}

/** The graph that plain data is of. Values are read when they are asked for. */
export function unpackGraph(packed: PackedGraph): UnpackedGraph {
  const { variables, components, tuples } = packed;
  const width = variables.length;
  const values = components.map((): TlaValue[] => []);
  const value = (variable: number, number: number): TlaValue => {
    const known = values[variable] as TlaValue[];
    return (known[number] ??= parseValue(components[variable]?.[number] as string));
  };
  const table = once(() => tupleTable(packed));
  const keys = once(() => components.map((texts) => new Map(texts.map((text, number) => [text, number]))));
  return {
    ...packed,
    labels: packed.labels.map(unpackLabel),
    values(state) {
      return variables.map((_, i) => value(i, tuples[state * width + i] as number));
    },
    find(wanted) {
      const tuple = wanted.map((each, i) => keys()[i]?.get(key(each)) ?? -1);
      return table().find(tuple);
    },
    findTuple: (tuple) => table().find(tuple),
  };
}

function tupleTable({ variables, size, tuples }: PackedGraph): TupleTable {
  const width = variables.length;
  const table = new TupleTable(width);
  const tuple = new Int32Array(width);
  for (let state = 0; state < size; state++) {
    for (let i = 0; i < width; i++) tuple[i] = tuples[state * width + i] as number;
    table.add(tuple);
  }
  return table;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
