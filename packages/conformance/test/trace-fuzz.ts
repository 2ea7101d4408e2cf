import { type Chunks, InputError, describe as inWords } from '@synod/tla';
import { mutate } from '../../tla/fuzz/mutate.js';
import { type Random, random } from '../../tla/fuzz/random.js';
import { joinTraces } from '../src/trace/read/join-traces.js';
import { readExecution } from '../src/trace/read/read-execution.js';
import { readTrace } from '../src/trace/read/read-trace.js';
import type { Trace } from '../src/trace/trace.js';
import { damageJson, nestedText } from './damage-json.js';
import { specimen } from './graph-files.js';
import type { Ended } from './graph-fuzz.js';

const encoder = new TextEncoder();

const clocks = [
  '{"trace":1,"spec":"P","order":"clock","hidden":["H"],"constants":{"A":["a","b"]},"init":{"m":{"a":0},"s":{"#contains":[1]}}}',
  '{"process":"a","seq":0,"clock":{"a":1},"action":"A","params":{"x":1},"state":{"m":{"#map":[[1,{"b":"ä€"}]]}}}',
  '{"process":"b","seq":0,"clock":{"b":1,"a":1},"action":"A","params":["x",{"#set":[1,2]}]}',
  '{"process":"a","seq":1,"clock":{"a":2,"b":1},"derived":{"chosen":{"#contains":["v"]}},"meta":[1]}',
];
const intervals = [
  '{"trace":1,"spec":"P","order":"interval"}',
  '{"process":"a","seq":1,"start":2.5,"end":3,"state":{"x":{"#bigint":"12345678901234567890"}}}',
  '{"process":"a","seq":0,"start":0,"end":2,"action":"A"}',
];
const totals = [
  '{"trace":1,"spec":"P"}',
  '{"action":"A","seq":0}',
  '{"state":{"x":[1,{"#tup":[]}]},"seq":1}',
];
const itf = {
  '#meta': { format: 'ITF', source: 'P.tla' },
  params: ['N'],
  vars: ['x', 'y'],
  states: [
    { '#meta': { index: 0 }, N: 3, x: { '#bigint': '1' }, y: { '#map': [[1, { '#set': ['a'] }]] } },
    { '#meta': { index: 1 }, x: 2, y: { '#tup': [{ a: 1 }] } },
  ],
  loop: 0,
};

/** Executions as lines, each of which is JSON; those that have one line only, in another guise too. */
const corpus: readonly (readonly string[])[] = [
  clocks,
  intervals,
  totals,
  [JSON.stringify(itf)],
  ...['BadA.json', 'BadL.json', 'BadP.json'].map((name) => [specimen(name).trim()]),
];

/** An execution that is almost right. */
function almost(chance: Random): Uint8Array {
  const lines = [...chance.pick(corpus)];
  const way = chance.below(4);
  if (way === 0) {
    const text = (of: readonly string[]): Uint8Array => encoder.encode(`${of.join('\n')}\n`);
    return mutate(text(lines), text(chance.pick(corpus)), chance);
  }
  const at = chance.below(lines.length);
  if (way === 1) {
    // Lines left out, repeated, or in another order.
    lines.splice(chance.below(lines.length), chance.below(2), ...lines.slice(at, at + 1 + chance.below(2)));
  } else {
    const damaged = JSON.stringify(
      damageJson(JSON.parse(lines[at] as string), chance),
      undefined,
      chance.below(2),
    );
    lines[at] = chance.below(5) === 0 ? damaged.replace(/:1\b/, () => `:${nestedText(chance)}`) : damaged;
  }
  return encoder.encode(lines.join('\n') + chance.pick(['\n', '', '\n{"act', '\n\n \n']));
}

/** What reading ends in: the trace, or the message. */
async function endOf(chunks: Chunks, read: typeof readExecution): Promise<Trace | string> {
  try {
    return await read({ chunks, file: 'x' });
  } catch (error) {
    if (error instanceof InputError && !inWords(error).includes('\n') && inWords(error).length < 500)
      return inWords(error);
    throw error;
  }
}

/**
 * Executions that are almost right: each is read, or refused with an InputError in one line; whatever the pieces that
 * it comes in; and what is read can be joined with another, or is refused.
 *
 * @throws Error that names the run of anything else
 */
export async function fuzzExecutions(runs: number, seed: number): Promise<Ended> {
  const ended = { read: 0, refused: 0 };
  const whole = await readTrace({ chunks: [clocks.join('\n')], file: 'whole' });
  for (let run = 0; run < runs; run++) {
    const chance = random(seed, run);
    const input = almost(chance);
    try {
      const end = await endOf([input], readExecution);
      const cut = chance.below(input.length + 1);
      const again = await endOf([input.subarray(0, cut), input.subarray(cut)], readExecution);
      if (JSON.stringify(plain(end)) !== JSON.stringify(plain(again)))
        throw new Error(
          `read otherwise in two pieces: ${JSON.stringify(plain(end)).slice(0, 300)} ### ${JSON.stringify(plain(again)).slice(0, 300)}`,
        );
      if (typeof end === 'string') ended.refused += 1;
      else {
        ended.read += 1;
        await endOf([], async () => joinTraces([whole, end]));
      }
      await endOf([input], (source) => readTrace({ ...source, part: true }));
    } catch (error) {
      throw new Error(`seed ${seed}, run ${run} of the executions: ${String(error).slice(0, 500)}`, {
        cause: error,
      });
    }
  }
  return ended;
}

/** A trace without what JSON has no form for. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain);
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, inner]) => (name === 'value' ? name : [name, plain(inner)]));
}
