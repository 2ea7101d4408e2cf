import { isTuple, type Json, nameOf, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import type { Random } from '../../../tla/fuzz/random.js';
import { chance, shuffled, some } from './chance.js';

/** What a log may say of a value: all of it or a part, in any of the ways in which the trace format lets it be written. */
export function observe(random: Random, value: TlaValue): Json {
  if (value instanceof TlaSet) {
    if (chance(random, 40)) return whole(random, value);
    const seen = some(random, shuffled(random, value.elements), 50);
    return { '#contains': seen.map((element) => observe(random, element)) };
  }
  const pairs = pairsOf(value);
  if (pairs === undefined) return whole(random, value);
  if (isSequence(pairs) && chance(random, 60)) return whole(random, value);
  const seen = some(random, pairs, chance(random, 30) ? 100 : 50);
  return written(
    random,
    seen.map(([at, inner]) => [at, observe(random, inner)]),
  );
}

/** A value in one of the ways to write all of it. */
function whole(random: Random, value: TlaValue): Json {
  if (typeof value === 'symbol') return nameOf(value);
  if (typeof value === 'bigint') return { '#bigint': String(value) };
  if (typeof value !== 'object') return value;
  if (value instanceof TlaSet) {
    const twice = some(random, value.elements, 10);
    return { '#set': shuffled(random, [...value.elements, ...twice]).map((one) => whole(random, one)) };
  }
  const pairs = pairsOf(value) ?? [];
  if (isSequence(pairs) && chance(random, 90)) {
    const elements = pairs.map(([, inner]) => whole(random, inner));
    return chance(random, 30) ? { '#tup': elements } : elements;
  }
  return written(
    random,
    pairs.map(([at, inner]) => [at, whole(random, inner)]),
  );
}

/** A function as an object, where its arguments have names, or as a `#map`. */
function written(random: Random, pairs: readonly (readonly [TlaValue, Json])[]): Json {
  const names = pairs.map(([at]) => (typeof at === 'symbol' ? nameOf(at) : at));
  const isNamed = names.every((name) => typeof name === 'string' && !name.startsWith('#'));
  if (isNamed && chance(random, 80)) {
    return Object.fromEntries(
      shuffled(
        random,
        pairs.map(([, inner], index) => [names[index] as string, inner] as const),
      ),
    );
  }
  return { '#map': shuffled(random, pairs).map(([at, inner]) => [whole(random, at), inner]) };
}

/** The arguments and values of a function, tuple or record. */
function pairsOf(value: TlaValue): readonly (readonly [TlaValue, TlaValue])[] | undefined {
  if (typeof value !== 'object' || value instanceof TlaSet) return undefined;
  if (value instanceof TlaFunction) {
    return value.domain.map((at, index) => [at, value.values[index] as TlaValue] as const);
  }
  if (isTuple(value)) return value.map((element, index) => [index + 1, element] as const);
  return Object.entries(value);
}

function isSequence(pairs: readonly (readonly [TlaValue, TlaValue])[]): boolean {
  return pairs.every(([at], index) => at === index + 1);
}
