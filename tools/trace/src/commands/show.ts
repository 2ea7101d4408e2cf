import { numberStates, stateValues, type TlcExport } from '@synod/conformance';
import { stateText } from '@synod/conformance/text';
import type { Label, StateGraph } from '@synod/spec';
import { InputError, key, parseState, parseValue } from '@synod/tla';
import { openModel } from '../model.js';
import { stateJson } from '../output/json.js';
import { number } from '../output/table.js';
import { chooseModels, type Project } from '../project.js';
import { committedExport } from '../tlc-export.js';

/**
 * `synod show MODEL STATE`: a state that TLC found, its steps in and out, and its derived operators. A state is
 * named by its number, the same as in `synod graph`, or by values: `maxBal = (a1 :> 0 @@ …)`, conjuncts as TLC
 * prints them, of which the first state that has them all is shown.
 *
 * @returns the exit code
 */
export async function showCommand(
  project: Project,
  name: string,
  wanted: string,
  options: { readonly json?: boolean },
): Promise<number> {
  const [entry] = chooseModels(project, [name], () => false);
  if (entry === undefined) return 2;
  const model = await openModel(project, entry);
  const found = await committedExport(project, model);
  const { order, numbers } = numberStates(found.graph);
  const state = order[findState(found.graph, order, wanted)] as number;
  const view: View = { found, numbers, state };
  console.log(options.json === true ? JSON.stringify(viewJson(view), undefined, 2) : viewText(view));
  return 0;
}

interface View {
  readonly found: TlcExport;
  /** The place of each state in the order of the search. */
  readonly numbers: Int32Array;
  readonly state: number;
}

/** The place of a state in an order: the number given, or the first that has the values given. */
export function findState(graph: StateGraph, order: Int32Array, wanted: string): number {
  if (/^\d+$/.test(wanted.trim())) {
    const index = Number(wanted);
    if (index < order.length) return index;
    throw new InputError(
      'no-state',
      `there is no state ${wanted}; states are numbered from 0 to ${order.length - 1}`,
    );
  }
  const conditions = parseState(wanted).map(({ name, text }) => {
    const variable = graph.variables.indexOf(name);
    if (variable < 0) {
      throw new InputError(
        'no-variable',
        `${name} is no variable; the variables are ${graph.variables.join(', ')}`,
      );
    }
    return { variable, value: key(parseValue(text)) };
  });
  const index = order.findIndex((state) => {
    const values = graph.values(state).map(key);
    return conditions.every(({ variable, value }) => values[variable] === value);
  });
  if (index < 0) throw new InputError('no-state', 'no reachable state has these values');
  return index;
}

interface Edge {
  readonly step: string;
  readonly state: number;
}

function stepsOut({ found: { graph }, numbers, state }: View): readonly Edge[] {
  const edges: Edge[] = [];
  for (let i = graph.offsets[state] as number; i < (graph.offsets[state + 1] as number); i++) {
    edges.push({ step: labelOf(graph, i), state: numbers[graph.targets[i] as number] as number });
  }
  return edges;
}

function stepsIn({ found: { graph }, numbers, state }: View): readonly Edge[] {
  const edges: Edge[] = [];
  for (let from = 0; from < graph.size; from++) {
    for (let i = graph.offsets[from] as number; i < (graph.offsets[from + 1] as number); i++) {
      if (graph.targets[i] === state) edges.push({ step: labelOf(graph, i), state: numbers[from] as number });
    }
  }
  return edges.toSorted((left, right) => left.state - right.state);
}

function labelOf(graph: StateGraph, step: number): string {
  return (graph.labels[graph.stepLabels[step] as number] as Label).key;
}

function operatorsOf({ found, state }: View): readonly (readonly [string, string])[] {
  return found.operators.signatures.map(({ name, formals }, index) => [
    formals.length === 0 ? name : `${name}(${formals.map((formal) => formal.name).join(', ')})`,
    found.operators.value(state, index),
  ]);
}

function edgeLines(edges: readonly Edge[], preposition: string): readonly string[] {
  return edges.map(({ step, state }) => `    ${step} ${preposition} ${state}`);
}

function viewText(view: View): string {
  const { graph } = view.found;
  const [out, into] = [stepsOut(view), stepsIn(view)];
  return [
    `state ${view.numbers[view.state]} of ${number(graph.size)}${graph.initial.includes(view.state) ? ', initial' : ''}`,
    ...stateText(stateValues(graph, view.state)),
    `  ${out.length} steps out`,
    ...edgeLines(out, 'to'),
    `  ${into.length} steps in`,
    ...edgeLines(into, 'from'),
    '  derived; of an operator with arguments, those for which it is TRUE',
    ...operatorsOf(view).map(([name, value]) => `    ${name}: ${value}`),
  ].join('\n');
}

function viewJson(view: View): unknown {
  return {
    format: 1,
    state: view.numbers[view.state],
    initial: view.found.graph.initial.includes(view.state),
    variables: stateJson(stateValues(view.found.graph, view.state)),
    out: stepsOut(view),
    in: stepsIn(view),
    derived: Object.fromEntries(operatorsOf(view)),
  };
}
