import { join } from 'node:path';
import { openGraph } from '@synod/conformance';
import { isTuple, key, TlaFunction, TlaSet, type TlaValue, toJson } from '@synod/tla';
import { largeFile } from './large-file.js';
import { random } from './random.js';

/** What a trace says beside the action: its parameters and all variables, or nothing. */
export type Observed = 'everything' | 'nothing';

/** The names of the parameters, as events have them. */
const formals: Readonly<Record<string, readonly string[]>> = {
  Phase1a: ['b'],
  Phase1b: ['a'],
  Phase2a: ['b', 'v'],
  Phase2b: ['a'],
};

/**
 * Writes a trace of MCPaxosTiny: a walk of so many steps through its graph, those that change nothing included.
 *
 * @param traces the folder `traces/tlc`
 */
export async function writeLargeTrace(
  traces: string,
  path: string,
  events: number,
  observed: Observed,
): Promise<void> {
  const { graph } = await openGraph(join(traces, 'MCPaxosTiny'));
  const next = random(1);
  const out = largeFile(path);
  out.write('{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}\n');
  const texts = new Map<number, string>();
  const stateText = (state: number): string => {
    const known = texts.get(state);
    if (known !== undefined) return known;
    const values = graph.values(state).map(observation);
    const text = JSON.stringify(Object.fromEntries(graph.variables.map((name, i) => [name, values[i]])));
    texts.set(state, text);
    return text;
  };
  let state = graph.initial[0] ?? 0;
  for (let event = 0; event < events; event++) {
    const first = graph.offsets[state] ?? 0;
    const step = first + Math.floor(next() * ((graph.offsets[state + 1] ?? 0) - first));
    const label = graph.labels[graph.stepLabels[step] ?? 0];
    state = graph.targets[step] ?? 0;
    const action = label?.action ?? '';
    if (observed === 'nothing') {
      out.write(`{"action":"${action}"}\n`);
      continue;
    }
    const given = (label?.parameters ?? []).map((value, i) => [formals[action]?.[i] ?? '', toJson(value)]);
    const params = JSON.stringify(Object.fromEntries(given));
    out.write(`{"action":"${action}","params":${params},"state":${stateText(state)}}\n`);
  }
  out.close();
}

/** A value as a program would write it: model values as strings, functions on them as objects. */
function observation(value: TlaValue): unknown {
  if (value instanceof TlaSet) return { '#set': value.elements.map(observation) };
  if (value instanceof TlaFunction) {
    const pairs = value.domain.map((argument: TlaValue, i) => [
      key(argument),
      observation(value.values[i] as TlaValue),
    ]);
    return Object.fromEntries(pairs);
  }
  return isTuple(value) ? value.map(observation) : toJson(value);
}
