import { isTuple, key, parseValue, readDotValues } from '@synod/tla';
import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { tlcError } from './answer.js';
import { endingOf, type Line } from './ending.js';
import { type Specification, variableNames } from './generate/specification.js';
import { type Behaviour, type Edge, figuresText, type Judgement } from './judgement.js';
import { batchModel } from './modules.js';
import { filesOf, tlcRun } from './tlc/tlc.js';

/**
 * TLC's judgements of specifications with one SYMMETRY, or none: one run for all, and one more for each that stops it
 * unexpectedly.
 */
export async function askTlcOfBatch(
  tlc: Tlc,
  specifications: readonly Specification[],
): Promise<ReadonlyMap<number, Judgement>> {
  const judged = new Map<number, Judgement>();
  let left = specifications;
  while (left.length > 0) {
    const options = ['-deadlock', '-dump', 'dot,actionlabels', 'graph'];
    const run = await tlcRun(tlc, 'Batch', filesOf(batchModel(left)), options);
    if (run.outcome.success)
      return new Map([...judged, ...(await behavioursIn(run.printed, run.graph, left))]);
    const number = culprit(run.printed);
    if (!left.some((one) => one.number === number))
      throw new Error(`TLC stopped, and it is not known where:\n${run.text.slice(-3000)}`);
    judged.set(number, tlcError(run.outcome.errors.join('\n')) as Judgement);
    left = left.filter((one) => one.number !== number);
  }
  return judged;
}

/** Which specification stopped TLC: the one whose initial states or successors it began last. */
function culprit(printed: readonly string[]): number {
  const last = printed.findLast((line) => line.startsWith('<<"B", '));
  return Number(/\d+/u.exec(last ?? '')?.[0] ?? Number.NaN);
}

async function behavioursIn(
  printed: readonly string[],
  graph: string,
  specifications: readonly Specification[],
): Promise<ReadonlyMap<number, Behaviour>> {
  const lines = new Map<number, Line[]>();
  for (const text of printed) {
    if (text.startsWith('<<"B"')) continue;
    const value = parseValue(text);
    if (!isTuple(value)) throw new Error(`TLC printed ${text}`);
    const [kind, number, ...values] = value;
    const own = lines.get(number as number) ?? [];
    own.push({ kind: kind as Line['kind'], values });
    lines.set(number as number, own);
  }
  const parts = await partsOf(graph);
  return new Map(
    specifications.map((one) => [
      one.number,
      behaviourOf(one, lines.get(one.number) ?? [], parts.get(one.number) ?? empty),
    ]),
  );
}

/** A specification's part of the graph that TLC writes. */
interface Part {
  /** In the order in which TLC found them. */
  readonly kept: readonly string[];
  readonly edges: readonly Edge[];
  /** Of each that is kept: how many states a shortest path to it has. */
  readonly levels: ReadonlyMap<string, number>;
}

const empty: Part = { kept: [], edges: [], levels: new Map() };

function behaviourOf(specification: Specification, lines: readonly Line[], part: Part): Behaviour {
  const texts = (kind: Line['kind'], length: number): readonly string[] =>
    lines.flatMap((line) => (line.kind === kind ? [key(line.values.slice(0, length))] : [])).toSorted();
  const [initial, steps] = [texts('I', 1), texts('T', 5)];
  const depth = Math.max(1, ...part.levels.values());
  const figures = figuresText(initial.length + steps.length, part.kept.length, depth);
  const ending = endingOf(specification, lines, part);
  return {
    initial,
    steps,
    states: [...new Set(texts('S', 3))],
    kept: part.kept.toSorted(),
    edges: part.edges,
    ending: ending === 'complete' ? `complete, ${figures}` : ending,
    figures,
  };
}

async function partsOf(graph: string): Promise<ReadonlyMap<number, Part>> {
  const nodes = new Map<number, { readonly id: number; readonly text: string }>();
  const levels = new Map<number, number>();
  // Where constraints leave all out, there is no graph.
  if (!graph.includes('label=')) return new Map();
  const edges: { readonly from: number; readonly to: number; readonly action: string }[] = [];
  await readDotValues(
    [graph],
    {
      node(node, values, initial) {
        nodes.set(node, { id: values[3] as number, text: key(values.slice(0, 3)) });
        if (initial) levels.set(node, 1);
      },
      edge(from, to, label) {
        edges.push({ from, to, action: label ?? '' });
      },
    },
    { variables: [...variableNames, 'id'] },
  );
  // A state's steps stand together, and its own before those of the states that they lead to.
  for (const { from, to } of edges) {
    if (!levels.has(to)) levels.set(to, (levels.get(from) ?? Number.NaN) + 1);
  }
  return new Map(
    [...new Set([...nodes.values()].map(({ id }) => id))].map((id) => {
      const own = [...nodes].filter(([, node]) => node.id === id);
      const text = (node: number): string => nodes.get(node)?.text ?? '';
      return [
        id,
        {
          kept: own.map(([, node]) => node.text),
          edges: edges
            .filter(({ from }) => nodes.get(from)?.id === id)
            .map(({ from, to, action }) => ({ between: `${text(from)} ${text(to)}`, action })),
          levels: new Map(own.map(([node]) => [text(node), levels.get(node) ?? Number.NaN])),
        },
      ];
    }),
  );
}
