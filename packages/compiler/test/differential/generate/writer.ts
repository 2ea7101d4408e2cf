import type { Random } from '../../../../tla/fuzz/random.js';
import { anyType, sameType, scalars, type Type } from './type.js';

/** A name that an expression may use, and what it stands for. */
export interface Known {
  /** As it is written: `x`, `count'`. */
  readonly text: string;
  readonly type: Type;
}

/** Writes expressions. Each is text that can stand anywhere: in parentheses unless it is a name, a literal or bracketed. */
export interface Writer {
  readonly random: Random;
  readonly known: readonly Known[];
  /** How deep what is written may still nest. */
  readonly depth: number;
  /** One expression in so many is of a type that was not asked for; 0 for none. */
  readonly wrong: number;
  /** Nothing that may have no value, such as Head of any sequence, or an argument outside the domain. */
  readonly safe: boolean;
  /** Names that are taken are counted, so that none is bound twice. */
  readonly names: { count: number };
}

/** A writer of parts. */
export function deeper(writer: Writer): Writer {
  return { ...writer, depth: writer.depth - 1 };
}

/** A writer of simple parts: what is large or slow to list must not be built of large things. */
export function simple(writer: Writer): Writer {
  const known = writer.known.filter(({ type }) => scalars.includes(type));
  return { ...writer, depth: 0, wrong: 0, known };
}

/** A writer for what stands where this name is bound. */
export function knowing(writer: Writer, ...known: readonly Known[]): Writer {
  return { ...writer, known: [...known, ...writer.known] };
}

export function newName(writer: Writer, prefix = 'v'): string {
  writer.names.count++;
  return `${prefix}${writer.names.count}`;
}

/** A name of that type, if there is one. */
export function knownOf(writer: Writer, type: Type): string | undefined {
  const candidates = writer.known.filter((known) => sameType(known.type, type));
  return candidates.length === 0 ? undefined : writer.random.pick(candidates).text;
}

export function oneIn(writer: Writer, n: number): boolean {
  return n > 0 && writer.random.below(n) === 0;
}

/** A type to go on with, of a size that suits the depth left. */
export function someType(writer: Writer): Type {
  return anyType(writer.random, Math.min(writer.depth, 2));
}
