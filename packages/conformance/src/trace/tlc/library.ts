import type { Names } from './names.js';

/**
 * The operators of standard modules that a generated module needs, each reached through an instance of its own: what the
 * module extends may define the same names for itself.
 */
export interface Library {
  readonly definitions: readonly string[];
  readonly print: (value: string) => string;
  readonly text: (value: string) => string;
  readonly size: (set: string) => string;
  readonly length: (sequence: string) => string;
  readonly part: (text: string, from: string, to: string) => string;
  readonly less: (one: string, other: string) => string;
  readonly atLeast: (one: string, other: string) => string;
  readonly plus: (one: string, other: string) => string;
  readonly upTo: (limit: string) => string;
  readonly integer: (value: number) => string;
  /** The function with these arguments and values. */
  readonly mapping: (pairs: readonly (readonly [string, string])[]) => string;
}

export function libraryOf({ fresh }: Names): Library {
  const [tlc, integers, sets, sequences] = ['TLC', 'Integers', 'FiniteSets', 'Sequences'].map((module) => ({
    module,
    name: fresh(`Of${module}`),
  })) as [Instance, Instance, Instance, Instance];
  const minus = (one: string, other: string): string => `${integers.name}!-(${one}, ${other})`;
  return {
    definitions: [tlc, integers, sets, sequences].map(({ module, name }) => `${name} == INSTANCE ${module}`),
    print: (value) => `${tlc.name}!PrintT(${value})`,
    text: (value) => `${tlc.name}!ToString(${value})`,
    size: (set) => `${sets.name}!Cardinality(${set})`,
    length: (sequence) => `${sequences.name}!Len(${sequence})`,
    part: (text, from, to) => `${sequences.name}!SubSeq(${text}, ${from}, ${to})`,
    less: (one, other) => `${integers.name}!<(${one}, ${other})`,
    atLeast: (one, other) => `${integers.name}!>=(${one}, ${other})`,
    plus: (one, other) => `${integers.name}!+(${one}, ${other})`,
    upTo: (limit) => `${integers.name}!..(1, ${limit})`,
    integer: (value) => {
      if (value >= 0) return String(value);
      // The least of them is not the negative of an integer.
      return value === -(2 ** 31) ? minus(minus('0', '2147483647'), '1') : minus('0', String(-value));
    },
    mapping: (pairs) =>
      pairs
        .map(([argument, value]) => `${tlc.name}!:>(${argument}, ${value})`)
        .reduce((all, one) => `${tlc.name}!@@(${all}, ${one})`),
  };
}

interface Instance {
  readonly module: string;
  readonly name: string;
}
