import { GraphBuilder, type StateGraph } from '@synod/spec';
import { type Chunks, InputError, readDot, stateReader, type TlaValue } from '@synod/tla';
import type { OperatorTable, Signature } from './operators.js';
import { readOperators } from './read-operators.js';

/** What an export holds, and its two files, not compressed. */
export interface TlcExportSource {
  /** The module. */
  readonly module: string;
  readonly variables: readonly string[];
  /** What each label of the graph stands for. */
  readonly labels: ReadonlyMap<string, { readonly action: string; readonly parameters: readonly TlaValue[] }>;
  /** The operators, in the order in which a line of `states` has their values. */
  readonly operators: readonly Signature[];
  readonly counts: { readonly distinct: number; readonly generated: number };
  /** The graph, as `-dump dot,actionlabels` writes it. */
  readonly steps: { readonly chunks: Chunks; readonly file: string };
  /** One line a state: `<<"S", <<variables>>, operators…>>`. */
  readonly states: { readonly chunks: Chunks; readonly file: string };
}

/** What TLC found: the graph, and the value of each operator in each state. */
export interface TlcExport {
  readonly graph: StateGraph;
  readonly operators: OperatorTable;
}

/**
 * Reads what TLC exported for a model.
 *
 * @throws InputError if a file is cut, is not of this model, or the two do not fit together
 */
export async function readTlcExport(source: TlcExportSource): Promise<TlcExport> {
  const graph = await readSteps(source);
  return { graph, operators: await readOperators(source.operators, source.states, graph) };
}

async function readSteps({ module, variables, labels, counts, steps }: TlcExportSource): Promise<StateGraph> {
  const builder = new GraphBuilder(module, variables);
  const read = stateReader(variables);
  // A step may come before the states it joins: nodes are numbered when they are first named, and only
  // afterwards is it known which state each of them is.
  const nodes = new Map<string, number>();
  const states: number[] = [];
  const [from, label, to]: [number[], number[], number[]] = [[], [], []];
  const numbers = new Map<string, number>();
  const node = (id: string): number => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    nodes.set(id, nodes.size);
    return nodes.size - 1;
  };
  const labelNumber = (text: string | undefined): number => {
    const known = numbers.get(text ?? '');
    if (known !== undefined) return known;
    const meaning = labels.get(text ?? '');
    if (meaning === undefined) {
      const message = `a step is labelled ${text ?? 'with nothing'}, which is none of the labels in the manifest; export the model again`;
      throw new InputError('unknown-label', message, { file: steps.file });
    }
    const number = builder.label(meaning.action, meaning.parameters);
    numbers.set(text ?? '', number);
    return number;
  };
  await readDot(
    steps.chunks,
    {
      node(id, text, initial, { place }) {
        const state = builder.state(read(text, place));
        states[node(id)] = state;
        if (initial) builder.initial(state);
      },
      edge(source, target, text, kind) {
        if (kind !== 'step') return;
        from.push(node(source));
        label.push(labelNumber(text));
        to.push(node(target));
      },
    },
    { file: steps.file, counts },
  );
  for (let i = 0; i < from.length; i++) {
    builder.step(states[from[i] as number] as number, label[i] as number, states[to[i] as number] as number);
  }
  return builder.build();
}
