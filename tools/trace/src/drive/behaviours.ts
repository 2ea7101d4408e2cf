import { randomInt } from 'node:crypto';
import { generateBehaviours, type Model, randomBehaviour, type SpaceBehaviour } from '@synod/conformance';
import type { DriveCommandOptions } from './options.js';

/** How many steps a behaviour by chance has, if nothing is said. */
const usualLength = 40;

/** Behaviours, and how they came about. */
export interface Chosen {
  readonly behaviours: Iterable<SpaceBehaviour>;
  readonly count: number;
  /** How they were made, for people. */
  readonly how: string;
  /** What they are made from again, if by chance. */
  readonly seed?: number;
}

/** The behaviours that options ask for: those that cover the graph, or some by chance. */
export function chooseBehaviours(model: Model, options: DriveCommandOptions): Chosen {
  const { random, cover = 'steps', maxLength } = options;
  if (random === undefined) {
    const generated = generateBehaviours(model.graph(), { cover, maxLength });
    const { behaviours, covered, total } = generated;
    const missing = covered < total ? `, ${covered} of ${total} of them` : '';
    return { behaviours, count: behaviours.length, how: `that cover the ${cover}${missing}` };
  }
  const seed = options.seed ?? randomInt(2 ** 31);
  const length = options.length ?? usualLength;
  const how = `by chance: to have them again, give --random ${random} --seed ${seed} --length ${length}`;
  return { behaviours: byChance(model, random, seed, length), count: random, how, seed };
}

/** Each is made when it is asked for; they follow from the seed. */
function* byChance({ space }: Model, count: number, seed: number, length: number): Generator<SpaceBehaviour> {
  const next = chance(seed);
  for (let i = 0; i < count; i++) yield randomBehaviour(space, length, next);
}

/** Whole numbers below a bound that follow from a seed (Steele, Lea, Flood 2014: the mixing of SplitMix, in 32 bits). */
function chance(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % bound;
  };
}
