import { InputError, describe as inWords } from '@synod/tla';
import { expect, it } from 'vitest';
import { mutate } from '../../../tla/fuzz/mutate.js';
import { random } from '../../../tla/fuzz/random.js';
import { json, ndjson, readSpecimen, specimen, specimens } from '../../test/graph-files.js';
import { readGraph } from './read-graph.js';
import { readPrintedTraces } from './read-printed-traces.js';

const encoder = new TextEncoder();
const runs = Number(process.env['GRAPH_FUZZ_RUNS'] ?? 4000);

it('files that are almost right are read, or refused with an InputError', {
  timeout: 3_600_000,
}, async () => {
  const exported = await Promise.all(['ConL-tlchead.dot', 'BadL.json'].map(readSpecimen));
  const texts = [...exported.flatMap((graph) => [ndjson(graph), json(graph)]), ...specimens.map(specimen)];
  const corpus = texts.filter((text) => text.length < 6000).map((text) => encoder.encode(text));
  const ended = { read: 0, refused: 0 };
  for (let run = 0; run < runs; run++) {
    const chance = random(11, run);
    const input = mutate(chance.pick(corpus), chance.pick(corpus), chance);
    try {
      const graph = await readGraph({ chunks: [input], file: 'x' });
      // What was read can be written, and read again.
      const lines = ndjson(graph);
      expect(ndjson(await readGraph({ chunks: [lines] })), `run ${run}`).toBe(lines);
      ended.read++;
    } catch (error) {
      if (!(error instanceof InputError) || inWords(error).includes('\n')) {
        throw new Error(`run ${run}`, { cause: error });
      }
      ended.refused++;
    }
  }
  // Both ends are reached, or the inputs are of no use.
  expect(Math.min(ended.read, ended.refused)).toBeGreaterThan(runs / 20);
});

it('so are error traces as TLC prints them', { timeout: 3_600_000 }, () => {
  const at = 'line 8, col 11 to line 8, col 62 of module Con';
  const states = [
    '1: <Initial predicate>\n/\\ x = 0\n/\\ o = {}',
    `2: <Add(p1) ${at}>\n/\\ x = 0\n/\\ o = {p1}`,
    `3: <Inc ${at}>\n/\\ x = 1\n/\\ o = {p1}`,
    `2: Back to state: <Reset ${at}>`,
    '3: Stuttering',
  ];
  const decoder = new TextDecoder();
  const ended = { read: 0, refused: 0 };
  for (let run = 0; run < runs; run++) {
    const chance = random(12, run);
    const printed = states.map((state) => {
      if (chance.below(3) > 0) return state;
      return decoder.decode(mutate(encoder.encode(state), encoder.encode(chance.pick(states)), chance));
    });
    try {
      ndjson(readPrintedTraces(printed.slice(0, 1 + chance.below(5)), {}));
      ended.read++;
    } catch (error) {
      if (!(error instanceof InputError)) throw new Error(`run ${run}`, { cause: error });
      ended.refused++;
    }
  }
  expect(Math.min(ended.read, ended.refused)).toBeGreaterThan(runs / 20);
});
