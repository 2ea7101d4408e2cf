import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseValue } from '@synod/tla';
import { readGraph } from '../src/graph/read-graph.js';
import type { Model } from '../src/model/model.js';
import { graphSpace } from '../src/trace/graph-space.js';

interface Manifest {
  readonly variables: readonly string[];
  readonly labels: readonly {
    readonly label: string;
    readonly action: string;
    readonly parameters: readonly string[];
  }[];
}

const folder = new URL('../../../traces/tlc/MCPaxosTiny/', import.meta.url);
const formals = new Map([
  ['Phase1a', ['b']],
  ['Phase1b', ['a']],
  ['Phase2a', ['b', 'v']],
  ['Phase2b', ['a']],
]);

/** The words of Paxos. */
export interface Paxos {
  readonly actions: {
    readonly Phase1a: { readonly b: 0 | 1 };
    readonly Phase1b: { readonly a: 'a1' | 'a2' | 'a3' };
    readonly Phase2a: { readonly b: 0 | 1; readonly v: 'v1' | 'v2' };
    readonly Phase2b: { readonly a: 'a1' | 'a2' | 'a3' };
  };
  readonly variables: 'maxBal' | 'maxVBal' | 'maxVal' | 'msgs';
}

/** What TLC exported for MCPaxosTiny: 3,921 states. */
export async function paxosTiny(): Promise<Model<Paxos>> {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  const { graph } = await readGraph({
    chunks: [gunzipSync(readFileSync(new URL('steps.dot.gz', folder)))],
    module: 'Paxos',
    variables: manifest.variables,
    labels: new Map(
      manifest.labels.map(({ label, action, parameters }) => [
        label,
        { action, parameters: parameters.map((text) => parseValue(text)) },
      ]),
    ),
  });
  const space = graphSpace(graph, { parameters: true, formals });
  return { spec: 'Paxos', name: 'MCPaxosTiny', space, graph: () => graph, guards: undefined, warnings: [] };
}
