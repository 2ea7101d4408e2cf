// Inputs for benchmarks, made from the committed exports and a seed: the same bytes each time. After a build:
// node packages/conformance/bench/inputs.mjs FOLDER
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isTuple, TlaFunction, TlaSet, toJson } from '@synod/tla';
import { readBytesSync } from '@synod/tla/node';
import { openGraph } from '../dist/index.js';

const traces = fileURLToPath(new URL('../../../traces/tlc/', import.meta.url));

/** Numbers from 0 up to 1, by a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes a file in large pieces. */
function writer(path) {
  const file = openSync(path, 'w');
  let pieces = [];
  let length = 0;
  const flush = () => {
    if (length > 0) writeSync(file, pieces.join(''));
    pieces = [];
    length = 0;
  };
  return {
    write(text) {
      pieces.push(text);
      length += text.length;
      if (length > 4_000_000) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

/**
 * A DOT as TLC writes it, of about this size: copies of the export of MCPaxosTiny, each with ids of its own and with
 * ballots of its own, so that no copy has a state or a value of messages of another one.
 *
 * @param {string} path
 * @param {number} bytes
 * @returns {{ states: number, generated: number }} what TLC would count
 */
export function writeDot(path, bytes) {
  const lines = readBytesSync(join(traces, 'MCPaxosTiny', 'steps.dot.gz'))
    .toString()
    .split('\n');
  const [head, body, tail] = [
    lines.slice(0, 4),
    lines.slice(4).filter((line) => /^-?\d/.test(line)),
    '}\n}\n',
  ];
  const source = body.join('\n').length;
  const copies = Math.max(1, Math.round(bytes / source));
  const ids = new Map();
  const next = random(1);
  const idOf = (copy, id) => {
    const key = `${copy} ${id}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const high = BigInt(Math.floor(next() * 2 ** 31)) - BigInt(2 ** 30);
    const made = String((high << 33n) | BigInt(Math.floor(next() * 2 ** 33)));
    ids.set(key, made);
    return made;
  };
  const out = writer(path);
  out.write(`${head.join('\n')}\n`);
  let states = 0;
  let generated = 0;
  for (let copy = 0; copy < copies; copy++) {
    ids.clear();
    const shift = (_, before, ballot) => `${before}${Number(ballot) + 2 * copy}`;
    for (const line of body) {
      const isEdge = line.includes(' -> ');
      const renamed = isEdge
        ? line.replace(/^(-?\d+) -> (-?\d+)/, (_, from, to) => `${idOf(copy, from)} -> ${idOf(copy, to)}`)
        : line.replace(/^-?\d+/, (id) => idOf(copy, id)).replace(/(bal \|-> |:> )(\d+)/g, shift);
      // What has no ballot would be the same state in every copy.
      const distinct =
        isEdge || copy === 0
          ? renamed
          : renamed.replaceAll(/(a1 :> )-1/g, (_, before) => `${before}${-1 - copy}`);
      if (isEdge) generated++;
      else {
        states++;
        if (line.endsWith('style = filled]')) generated++;
      }
      out.write(`${distinct}\n`);
    }
  }
  out.write(tail);
  out.close();
  return { states, generated };
}

/** What a trace says beside the action. */
export const observations = ['everything', 'some', 'parameters', 'nothing'];

/**
 * A trace of MCPaxosTiny by a walk through its graph, steps that change nothing included.
 *
 * @param {string} path
 * @param {{ events: number, observed: string, seq?: boolean, seed?: number }} options `everything`: the parameters and
 *   every variable; `some`: the parameters and one variable; `parameters`: these alone; `nothing`: the action's name
 */
export async function writeTrace(path, { events, observed, seq = false, seed = 1 }) {
  const { graph } = await openGraph(join(traces, 'MCPaxosTiny'));
  const next = random(seed);
  const out = writer(path);
  out.write('{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}\n');
  const formals = { Phase1a: ['b'], Phase1b: ['a'], Phase2a: ['b', 'v'], Phase2b: ['a'] };
  const states = new Map();
  const stateText = (state) => {
    const known = states.get(state);
    if (known !== undefined) return known;
    const values = graph.values(state);
    const fields = graph.variables.map(
      (name, i) => `${JSON.stringify(name)}:${JSON.stringify(traceJson(values[i]))}`,
    );
    const text = observed === 'some' ? fields[state % fields.length] : fields.join(',');
    states.set(state, text);
    return text;
  };
  let state = graph.initial[0];
  for (let event = 0; event < events; event++) {
    const first = graph.offsets[state];
    const step = first + Math.floor(next() * (graph.offsets[state + 1] - first));
    const { action, parameters } = graph.labels[graph.stepLabels[step]];
    state = graph.targets[step];
    const params = parameters.map((value, i) => `"${formals[action][i]}":${JSON.stringify(toJson(value))}`);
    const parts = [`"action":"${action}"`];
    if (seq) parts.unshift(`"process":"p0","seq":${event}`);
    if (observed !== 'nothing' && params.length > 0) parts.push(`"params":{${params.join(',')}}`);
    if (observed === 'everything' || observed === 'some') parts.push(`"state":{${stateText(state)}}`);
    out.write(`{${parts.join(',')}}\n`);
  }
  out.close();
}

/** A value as a program would write it: model values as strings, functions on them as objects. */
function traceJson(value) {
  if (value instanceof TlaSet) return { '#set': value.elements.map(traceJson) };
  if (value instanceof TlaFunction) {
    return Object.fromEntries(
      value.domain.map((argument, i) => [toJson(argument), traceJson(value.values[i])]),
    );
  }
  if (isTuple(value)) return value.map(traceJson);
  return toJson(value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? '.';
  mkdirSync(folder, { recursive: true });
  console.log(writeDot(join(folder, 'steps.dot'), 200_000_000));
  for (const observed of observations) {
    for (const events of [100, 5000, 1_000_000]) {
      await writeTrace(join(folder, `${observed}-${events}.ndjson`), { events, observed });
    }
  }
  await writeTrace(join(folder, 'seq-1000000.ndjson'), {
    events: 1_000_000,
    observed: 'everything',
    seq: true,
  });
}
