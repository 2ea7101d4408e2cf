import { readdirSync, readFileSync } from 'node:fs';
import { InputError } from '../src/index.js';
import { mutate } from './mutate.js';
import { type Random, random } from './random.js';
import { type Target, targets } from './targets.js';

/** An input that made a reader fail in another way than with an InputError. */
export interface Find {
  readonly target: string;
  readonly run: number;
  readonly input: Uint8Array;
  readonly error: unknown;
}

/** How the inputs ended. */
export interface Outcome {
  readonly runs: number;
  readonly read: number;
  readonly refused: number;
  readonly slowest: { readonly run: number; readonly milliseconds: number };
  readonly find: Find | undefined;
}

const fixtures = new URL('../fixtures/', import.meta.url);

/** The specimens of each target, as bytes; long ones also in part, so that not all the time goes to them. */
function corpus(): ReadonlyMap<Target, readonly Uint8Array[]> {
  const files = readdirSync(fixtures).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(new URL(name, fixtures))),
  }));
  const encoder = new TextEncoder();
  return new Map(
    targets.map((target) => {
      const own = files.filter(({ name }) => target.specimens.test(name)).map(({ bytes }) => bytes);
      return [
        target,
        [...own.filter((bytes) => bytes.length < 5000), ...target.texts.map((text) => encoder.encode(text))],
      ];
    }),
  );
}

/** Makes the input of each run: the same for the same seed and run. */
export function inputs(seed: number): (run: number) => { target: Target; input: Uint8Array; chance: Random } {
  const specimens = corpus();
  const all = [...specimens.values()].flat();
  return (run) => {
    const chance = random(seed, run);
    const target = targets[run % targets.length] as Target;
    const own = specimens.get(target) ?? [];
    const input = mutate(chance.pick(own), chance.pick(chance.below(4) === 0 ? all : own), chance);
    return { target, input, chance };
  };
}

/** The input in pieces, as bytes or as text, as a file might come in. */
function pieces(input: Uint8Array, text: string, chance: Random): (Uint8Array | string)[] {
  const whole: Uint8Array | string = chance.below(3) === 0 ? text : input;
  if (chance.below(2) === 0) return [whole];
  const size = 1 + chance.below(chance.pick([100, 10_000]));
  const result: (Uint8Array | string)[] = [];
  for (let at = 0; at < whole.length; at += size) result.push(whole.slice(at, at + size));
  return result;
}

/**
 * Tries runs `from` up to `to` of a seed, and stops at the first find.
 *
 * @param before called before each run, so that somebody else can see where it hangs
 */
export async function fuzz(
  seed: number,
  from: number,
  to: number,
  before?: (run: number) => void,
): Promise<Outcome> {
  const make = inputs(seed);
  const decoder = new TextDecoder();
  let [read, refused] = [0, 0];
  let slowest = { run: from, milliseconds: 0 };
  for (let run = from; run < to; run++) {
    before?.(run);
    const { target, input, chance } = make(run);
    const start = performance.now();
    try {
      const text = decoder.decode(input);
      await target.read(pieces(input, text, chance), text);
      read += 1;
    } catch (error) {
      if (!(error instanceof InputError)) {
        return {
          runs: run - from + 1,
          read,
          refused,
          slowest,
          find: { target: target.name, run, input, error },
        };
      }
      refused += 1;
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { run, milliseconds };
  }
  return { runs: to - from, read, refused, slowest, find: undefined };
}
