import { GraphBuilder, IntList } from '@synod/spec';
import { type DotSummary, InputError, readDotValues } from '@synod/tla';
import { newState } from './draft.js';
import type { ExportedGraph, GraphSource } from './exported-graph.js';
import { type LabelReader, labelReader } from './labels.js';

/** Reads what TLC wrote with `-dump dot,… FILE`. What a constraint excludes is left out. */
export async function readDotGraph(source: GraphSource): Promise<ExportedGraph> {
  const { file, counts, variables } = source;
  let made: GraphBuilder | undefined;
  const labels = labelReader(source.labels, file);
  const steps = nodeSteps();
  const summary = await readDotValues(
    source.chunks,
    {
      variables(names) {
        made = new GraphBuilder(source.module ?? '', names);
      },
      node(node, values, initial, { place, outside }) {
        if (outside || made === undefined) return;
        const state = newState(made, values, place);
        steps.node(node, state);
        if (initial) made.initial(state);
      },
      edge(from, to, text, kind) {
        if (kind === 'step') steps.step(from, labels.number(text), to);
      },
    },
    { file, variables, counts: counts && { distinct: counts.distinct, generated: counts.generated } },
  );
  const builder = made;
  if (summary.nodes === summary.outside || builder === undefined) {
    throw new InputError('dot-empty', 'A constraint excludes every state of the graph.', { file });
  }
  steps.into(builder, labels.into(builder));
  const { named, parameters } = labels.seen();
  return {
    kind: 'dot',
    graph: builder.build(),
    known: {
      initial: true,
      steps: true,
      parameters: source.labels !== undefined || parameters || (named && summary.writer === 'head'),
      values: true,
      complete: counts?.generated !== undefined,
    },
    formals: new Map(),
    behaviours: [],
    warnings: warnings(summary, labels),
  };
}

/** Steps between nodes, which states these are being known only in the end. */
function nodeSteps(): {
  node(node: number, state: number): void;
  step(from: number, label: number, to: number): void;
  into(builder: GraphBuilder, labels: readonly number[]): void;
} {
  const states: (number | undefined)[] = [];
  const [froms, labels, tos] = [new IntList(), new IntList(), new IntList()];
  return {
    node(node, state) {
      states[node] = state;
    },
    step(from, label, to) {
      froms.push(from);
      labels.push(label);
      tos.push(to);
    },
    into(builder, numbers) {
      for (let i = 0; i < froms.length; i++) {
        const [from, to] = [states[froms.at(i)], states[tos.at(i)]];
        // One of them may be a state that a constraint excludes.
        if (from === undefined || to === undefined) continue;
        builder.step(from, numbers[labels.at(i)] as number, to);
      }
    },
  };
}

function warnings({ outside, excluded }: DotSummary, labels: LabelReader): string[] {
  const result: string[] = [];
  if (outside > 0 || excluded > 0) {
    result.push(
      `left out: ${outside} states that a constraint excludes, and ${excluded} steps that lead to one or are excluded themselves`,
    );
  }
  const strange = labels.strange();
  if (strange !== undefined) {
    result.push(`the label ${strange} does not read as an action and its parameters: it is taken as a name`);
  }
  return result;
}
