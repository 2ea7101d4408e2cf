import { type GraphBuilder, IntList } from '@synod/spec';
import { type DotSummary, InputError, readDot } from '@synod/tla';
import { draft } from './draft.js';
import type { ExportedGraph, GraphSource } from './exported-graph.js';
import { type LabelReader, labelReader } from './labels.js';

/** Reads what TLC wrote with `-dump dot,… FILE`. What a constraint excludes is left out. */
export async function readDotGraph(source: GraphSource): Promise<ExportedGraph> {
  const { file, counts } = source;
  const states = draft(source.module, source.variables);
  const labels = labelReader(source.labels, file);
  const steps = nodeSteps();
  const summary = await readDot(
    source.chunks,
    {
      node(id, text, initial, { place, outside }) {
        if (outside) return;
        const state = states.newState(text, place);
        steps.node(id, state);
        if (initial) states.builder().initial(state);
      },
      edge(from, to, text, kind) {
        if (kind === 'step') steps.step(from, labels.number(text), to);
      },
    },
    { file, counts: counts && { distinct: counts.distinct, generated: counts.generated } },
  );
  if (summary.nodes === summary.outside) {
    throw new InputError('dot-empty', 'A constraint excludes every state of the graph.', { file });
  }
  const builder = states.builder();
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

/** Steps between nodes that are named by their ids, which states they are being known only in the end. */
function nodeSteps(): {
  node(id: string, state: number): void;
  step(from: string, label: number, to: string): void;
  into(builder: GraphBuilder, labels: readonly number[]): void;
} {
  const nodes = new Map<string, number>();
  const states: number[] = [];
  const [froms, labels, tos] = [new IntList(), new IntList(), new IntList()];
  const node = (id: string): number => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    nodes.set(id, states.length);
    return states.push(-1) - 1;
  };
  return {
    node(id, state) {
      states[node(id)] = state;
    },
    step(from, label, to) {
      froms.push(node(from));
      labels.push(label);
      tos.push(node(to));
    },
    into(builder, numbers) {
      for (let i = 0; i < froms.length; i++) {
        const [from, to] = [states[froms.at(i)] as number, states[tos.at(i)] as number];
        // One of them may be a state that a constraint excludes.
        if (from >= 0 && to >= 0) builder.step(from, numbers[labels.at(i)] as number, to);
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
