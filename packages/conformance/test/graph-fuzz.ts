import { InputError, describe as inWords } from '@synod/tla';
import { mutate } from '../../tla/fuzz/mutate.js';
import { random } from '../../tla/fuzz/random.js';
import { readGraph } from '../src/graph/read-graph.js';
import { readPrintedTraces } from '../src/graph/read-printed-traces.js';
import { json, ndjson, readSpecimen, specimen, specimens } from './graph-files.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** How many inputs were read, and how many were refused. */
export interface Ended {
  readonly read: number;
  readonly refused: number;
}

/**
 * Files that are almost right: each is read, written and read again as the same, or refused with an InputError.
 *
 * @throws Error that names the run of anything else
 */
export async function fuzzFiles(runs: number, seed: number): Promise<Ended> {
  const exported = await Promise.all(['ConL-tlchead.dot', 'BadL.json'].map(readSpecimen));
  const texts = [...exported.flatMap((graph) => [ndjson(graph), json(graph)]), ...specimens.map(specimen)];
  const corpus = texts.filter((text) => text.length < 6000).map((text) => encoder.encode(text));
  const ended = { read: 0, refused: 0 };
  for (let run = 0; run < runs; run++) {
    const chance = random(seed, run);
    const input = mutate(chance.pick(corpus), chance.pick(corpus), chance);
    try {
      const lines = ndjson(await readGraph({ chunks: [input], file: 'x' }));
      const again = ndjson(await readGraph({ chunks: [lines] }));
      if (again !== lines) throw new Error('read back as another graph');
      ended.read++;
    } catch (error) {
      if (!(error instanceof InputError) || inWords(error).includes('\n')) {
        throw new Error(`seed ${seed}, run ${run} of the graph files: ${String(error)}`, { cause: error });
      }
      ended.refused++;
    }
  }
  return ended;
}

/** Error traces as TLC prints them, almost right: each is read, or refused with an InputError. */
export function fuzzTraces(runs: number, seed: number): Ended {
  const at = 'line 8, col 11 to line 8, col 62 of module Con';
  const states = [
    '1: <Initial predicate>\n/\\ x = 0\n/\\ o = {}',
    `2: <Add(p1) ${at}>\n/\\ x = 0\n/\\ o = {p1}`,
    `3: <Inc ${at}>\n/\\ x = 1\n/\\ o = {p1}`,
    `2: Back to state: <Reset ${at}>`,
    '3: Stuttering',
  ];
  const ended = { read: 0, refused: 0 };
  for (let run = 0; run < runs; run++) {
    const chance = random(seed, run);
    const printed = states.map((state) => {
      if (chance.below(3) > 0) return state;
      return decoder.decode(mutate(encoder.encode(state), encoder.encode(chance.pick(states)), chance));
    });
    try {
      ndjson(readPrintedTraces(printed.slice(0, 1 + chance.below(5)), {}));
      ended.read++;
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw new Error(`seed ${seed}, run ${run} of the traces: ${String(error)}`, { cause: error });
      }
      ended.refused++;
    }
  }
  return ended;
}
