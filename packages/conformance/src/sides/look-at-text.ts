import type { AskedOperator, Engine, EngineOperator, TableColumn } from '@synod/compiler';
import { type Label, shortestPaths } from '@synod/spec';
import { InputError, product, type TlaValue } from '@synod/tla';
import type { InvariantDivergence, PropertyDivergence } from '../divergence.js';
import type { EngineStates } from '../engine/engine-states.js';
import { type EngineGraph, graphOfEngine } from '../engine/explore-engine.js';
import { alike, compiledColumns, type PackedStates } from '../operators/compiled-column.js';
import { tableColumns } from '../operators/table-column.js';
import { type OperatorColumn, operatorTable, type Signature } from '../operators.js';
import { pathTo, stateValues } from '../paths.js';
import type { FoundInText } from './found.js';
import { mostStates } from './look-at-code.js';

/** How a compiled text is looked at. */
export interface LookAtTextOptions {
  /** How many states there should be. */
  readonly expected: number;
  /** The operators that are evaluated. */
  readonly operators: readonly Signature[];
  /** The elements of the constants that formals range over. */
  readonly domain: (constant: string) => readonly TlaValue[];
  /** The variables that an operator mentions, by their places; all, unless it is said. */
  readonly mentions?: (operator: string) => readonly number[];
  readonly onProgress?: ((doing: string) => void) | undefined;
}

/** Explores a compiled specification, evaluates operators, and checks the invariants and properties of its cfg. */
export function lookAtText(
  engine: Engine,
  { expected, operators, domain, mentions, onProgress }: LookAtTextOptions,
): FoundInText {
  onProgress?.('exploring the compiled text');
  const explored = graphOfEngine(engine, mostStates(expected));
  onProgress?.('evaluating the compiled operators');
  const asked = askedOperators(operators, domain);
  const columns = columnsOf(engine, operators, asked, packed(engine, explored.states), mentions);
  return {
    graph: explored.graph,
    operators: operatorTable(
      operators,
      asked.map(({ parameters }) => parameters.length),
      columns,
    ),
    expanded: explored.expanded,
    broken: [...brokenInvariants(engine, explored), ...brokenProperties(engine, explored)],
  };
}

/** Operators with all the parameters that they are evaluated for. */
export function askedOperators(
  operators: readonly Signature[],
  domain: LookAtTextOptions['domain'],
): readonly AskedOperator[] {
  return operators.map(({ name, formals }) => ({
    name,
    parameters: [...product(formals.map(({ constant }) => domain(constant)))],
  }));
}

/** The values of the operators: of those that the engine has not all at once, for the states that they can tell apart. */
function columnsOf(
  engine: Engine,
  operators: readonly Signature[],
  asked: readonly AskedOperator[],
  states: PackedStates,
  mentions: LookAtTextOptions['mentions'],
): readonly OperatorColumn[] {
  const { table, variables, variableBits, width } = engine;
  const all = variables.map((_, variable) => variable);
  const inTable = asked.map((each) => table?.column(each));
  const groups = new Map<string, { readonly bits: Int32Array; readonly places: number[] }>();
  for (const [place, { name }] of asked.entries()) {
    if (inTable[place] !== undefined) continue;
    const mentioned = mentions?.(name) ?? all;
    const id = mentioned.join(' ');
    const group = groups.get(id) ?? { bits: bitsOf(variableBits, mentioned, width), places: [] };
    groups.set(id, group);
    group.places.push(place);
  }
  const columns: OperatorColumn[] = [];
  const put = (places: readonly number[], found: readonly OperatorColumn[]): void => {
    for (const [i, place] of places.entries()) columns[place] = found[i] as OperatorColumn;
  };
  if (table !== undefined) {
    const places = [...inTable.keys()].filter((place) => inTable[place] !== undefined);
    const wanted = places.map((place) => inTable[place] as TableColumn);
    put(places, tableColumns(table, wanted, states));
  }
  for (const { bits, places } of groups.values()) {
    const wanted = places.map((place) => ({
      operator: operatorNamed(engine, operators[place] as Signature),
      tuples: (asked[place] as AskedOperator).parameters,
    }));
    put(places, compiledColumns(wanted, alike(states, bits)));
  }
  return columns;
}

/** The bits of a state's words that say what some variables are. */
function bitsOf(
  variableBits: Engine['variableBits'],
  variables: readonly number[],
  width: number,
): Int32Array {
  if (variableBits === undefined) return new Int32Array(width).fill(-1);
  return Int32Array.from({ length: width }, (_, word) =>
    variables.reduce((bits, variable) => bits | (variableBits[variable]?.[word] ?? 0), 0),
  );
}

/** @throws InputError if the compiled text does not have it */
function operatorNamed(engine: Engine, { name, formals }: Signature): EngineOperator {
  const operator = engine.operator(name);
  if (operator === undefined || operator.formals.length !== formals.length) {
    const message = `the compiled text has no operator ${name} of ${formals.length} arguments, which TLC evaluated; export the model again`;
    throw new InputError('operators-differ', message);
  }
  return operator;
}

/** All states one behind the other. */
function packed({ width }: Engine, states: EngineStates): PackedStates {
  const words = new Int32Array(states.size * width);
  for (let state = 0; state < states.size; state++) words.set(states.words(state), state * width);
  return { words, width, size: states.size };
}

function brokenInvariants(
  { invariants }: Engine,
  { graph, states }: EngineGraph,
): readonly InvariantDivergence[] {
  const paths = shortestPaths(graph);
  const broken = invariants.map(() => ({ first: -1, count: 0 }));
  // State by state: what several invariants have in common is evaluated once.
  for (const state of paths.order) {
    const words = states.words(state);
    for (const [i, { holds }] of invariants.entries()) {
      const found = broken[i] as (typeof broken)[number];
      if (holds(words, 0)) continue;
      if (found.count++ === 0) found.first = state;
    }
  }
  return invariants.flatMap(({ name }, i): InvariantDivergence[] => {
    const { first, count } = broken[i] as (typeof broken)[number];
    if (count === 0) return [];
    return [
      { type: 'invariant', invariant: name, side: 'compiled', path: pathTo(graph, paths, first), count },
    ];
  });
}

function brokenProperties(
  { properties, width }: Engine,
  { graph, states }: EngineGraph,
): readonly PropertyDivergence[] {
  const paths = shortestPaths(graph);
  const from = new Int32Array(width);
  return properties.flatMap(({ name, initial, always, step }): PropertyDivergence[] => {
    let first: { readonly state: number; readonly step?: number } | undefined;
    let count = 0;
    const note = (at: NonNullable<typeof first>): void => {
      first ??= at;
      count++;
    };
    for (const state of graph.initial) if (!initial(states.words(state), 0)) note({ state });
    for (const state of paths.order) {
      from.set(states.words(state));
      if (always?.(from, 0) === false) note({ state });
      if (step === undefined) continue;
      for (let at = graph.offsets[state] as number; at < (graph.offsets[state + 1] as number); at++) {
        if (!step(from, 0, states.words(graph.targets[at] as number), 0)) note({ state, step: at });
      }
    }
    if (first === undefined) return [];
    const at = first.step;
    const taken =
      at === undefined
        ? {}
        : {
            label: graph.labels[graph.stepLabels[at] as number] as Label,
            target: stateValues(graph, graph.targets[at] as number),
          };
    return [{ type: 'property', property: name, path: pathTo(graph, paths, first.state), ...taken, count }];
  });
}
