import type { Engine } from '@synod/compiler';
import { type Label, shortestPaths } from '@synod/spec';
import { InputError, key, product, set, type TlaValue } from '@synod/tla';
import type { InvariantDivergence, PropertyDivergence } from '../divergence.js';
import type { EngineStates } from '../engine/engine-states.js';
import { type EngineGraph, graphOfEngine } from '../engine/explore-engine.js';
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
  const tuples = operators.map(({ formals }) => [
    ...product(formals.map(({ constant }) => domain(constant))),
  ]);
  const columns = operators.map((signature, i) =>
    columnOf(engine, explored.states, signature, {
      tuples: tuples[i] as readonly (readonly TlaValue[])[],
      // In the second tier a word is no variable.
      mentions: engine.tier === 'values' ? mentions?.(signature.name) : undefined,
    }),
  );
  return {
    graph: explored.graph,
    operators: operatorTable(
      operators,
      tuples.map(({ length }) => length),
      columns,
    ),
    expanded: explored.expanded,
    broken: [...brokenInvariants(engine, explored), ...brokenProperties(engine, explored)],
  };
}

interface ColumnOptions {
  readonly tuples: readonly (readonly TlaValue[])[];
  readonly mentions: readonly number[] | undefined;
}

/** An operator's value in each state; with formals, the set of the argument tuples for which it is TRUE. */
function columnOf(
  engine: Engine,
  states: EngineStates,
  { name, formals }: Signature,
  { tuples, mentions }: ColumnOptions,
): OperatorColumn {
  const operator = engine.operator(name);
  if (operator === undefined || operator.formals.length !== formals.length) {
    const message = `the compiled text has no operator ${name} of ${formals.length} arguments, which TLC evaluated; export the model again`;
    throw new InputError('operators-differ', message);
  }
  const known = new Map<string, number>();
  /** By the values of the variables that it mentions. */
  const alike = new Map<string, number>();
  const texts: string[] = [];
  const numbers = new Int32Array(states.size);
  for (let state = 0; state < states.size; state++) {
    const words = states.words(state);
    const what = mentions?.map((variable) => words[variable]).join(' ');
    const same = what === undefined ? undefined : alike.get(what);
    if (same !== undefined) {
      numbers[state] = same;
      continue;
    }
    let id = '';
    let value: TlaValue = false;
    if (formals.length === 0) {
      value = operator.value(words, 0, []);
      id = key(value);
    } else {
      for (const parameters of tuples) id += operator.value(words, 0, parameters) === true ? '1' : '0';
    }
    let number = known.get(id);
    if (number === undefined) {
      const members = id;
      const text = formals.length === 0 ? id : key(set(tuples.filter((_, i) => members[i] === '1')));
      known.set(id, (number = texts.push(text) - 1));
    }
    numbers[state] = number;
    if (what !== undefined) alike.set(what, number);
  }
  return { texts, numbers };
}

function brokenInvariants(
  { invariants }: Engine,
  { graph, states }: EngineGraph,
): readonly InvariantDivergence[] {
  const paths = shortestPaths(graph);
  return invariants.flatMap(({ name, holds }): InvariantDivergence[] => {
    const broken = paths.order.filter((state) => !holds(states.words(state), 0));
    const [first] = broken;
    if (first === undefined) return [];
    return [
      {
        type: 'invariant',
        invariant: name,
        side: 'compiled',
        path: pathTo(graph, paths, first),
        count: broken.length,
      },
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
