// How long `synod validate` takes, as whole processes, on one trace of MCPaxosTiny: the three engines side by side, TLC
// being the one to compare with. Run after a build: node tools/trace/bench/engines.mjs [events] [events of the longest]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { toJson } from '@synod/tla';
import { openGraph } from '../dist/graph/open-graph.js';

const root = resolve(import.meta.dirname, '../../..');
const { graph } = await openGraph(join(root, 'traces/tlc/MCPaxosTiny'));

/** A walk through the graph, each step with its parameters and what all acceptors have promised after it. */
function* walk(events) {
  yield '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}\n';
  let seed = 1;
  let [state] = graph.initial;
  for (let i = 0; i < events; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const start = graph.offsets[state];
    const step = start + Math.floor((seed / 2 ** 32) * (graph.offsets[state + 1] - start));
    const { action, parameters } = graph.labels[graph.stepLabels[step]];
    state = graph.targets[step];
    const params = parameters.map(toJson);
    yield `${JSON.stringify({ action, params, state: { maxBal: toJson(graph.values(state)[0]) } })}\n`;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'synod-bench-'));
try {
  const measure = (events, engine) => {
    const file = join(folder, `${events}.ndjson`);
    writeFileSync(file, [...walk(events)].join(''));
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools/trace/dist/main.js'), 'validate', file, '--engine', engine],
      { encoding: 'utf8' },
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${String(events).padStart(9)} events  ${engine.padEnd(6)} ${status === 0 ? `${seconds} s` : stderr.trim()}`,
    );
  };
  const events = Number(process.argv[2] ?? 5_000);
  for (const engine of ['graph', 'model', 'tlc']) measure(events, engine);
  measure(Number(process.argv[3] ?? 200_000), 'graph');
} finally {
  rmSync(folder, { recursive: true });
}
