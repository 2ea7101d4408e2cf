import { GraphBuilder, IntList, type StateGraph } from '@synod/spec';
import { type Chunks, InputError, readDotValues, type TlaValue } from '@synod/tla';
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
  const builder = new GraphBuilder(source.module, source.variables);
  const graph = await readSteps(source, builder);
  return { graph, operators: await readOperators(source.operators, source.states, builder) };
}

async function readSteps(
  { variables, labels, counts, steps }: TlcExportSource,
  builder: GraphBuilder,
): Promise<StateGraph> {
  // A step may come before the states it joins: nodes are numbered when they are first named, and only
  // afterwards is it known which state each of them is.
  const states: number[] = [];
  const [from, label, to] = [new IntList(), new IntList(), new IntList()];
  const numbers = new Map<string, number>();
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
  await readDotValues(
    steps.chunks,
    {
      node(node, values, initial) {
        const state = builder.state(values);
        states[node] = state;
        if (initial) builder.initial(state);
      },
      edge(source, target, text, kind) {
        if (kind !== 'step') return;
        from.push(source);
        label.push(labelNumber(text));
        to.push(target);
      },
    },
    { file: steps.file, counts, variables },
  );
  for (let i = 0; i < from.length; i++) {
    builder.step(states[from.at(i)] as number, label.at(i), states[to.at(i)] as number);
  }
  return builder.build();
}
