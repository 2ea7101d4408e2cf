import type { Place } from '@synod/tla';
import type { Span } from '../../parse/syntax.js';

/** Why the second tier does not take a specification; the first tier does. */
export interface Refusal {
  readonly refusal: string;
  /** The innermost part that it is about; the steps, where it is about all of them. */
  readonly place: Place;
}

/** How much the second tier may spend on a specification before it leaves it to the first. */
export interface Budgets {
  /** Values of one enumeration that is stored in a field. */
  readonly enumeration: number;
  /** Values of components that are stored together in one field. */
  readonly group: number;
  /** Elements that a set may have, and bits of a state. */
  readonly universe: number;
  /** Entries of one table in the generated code. */
  readonly table: number;
  /** Elements of a set that a quantifier is written out for. */
  readonly unrolled: number;
  /** Rounds of the search for reachable values. */
  readonly rounds: number;
  /** Statements of one generated program. */
  readonly statements: number;
  /** Logical expressions that are made for one part of the program. */
  readonly expressions: number;
  /** Small steps for all of it: the same on every machine. */
  readonly work: number;
  /** For all of it, where small steps take long. */
  readonly milliseconds: number;
}

export const defaultBudgets: Budgets = {
  enumeration: 1024,
  group: 256,
  universe: 2048,
  table: 1 << 14,
  unrolled: 4096,
  rounds: 200,
  statements: 20_000,
  expressions: 400_000,
  work: 1_000_000,
  milliseconds: 10_000,
};

/** Thrown where a budget is exceeded or something is not known here; caught where the part can be left to the first tier. */
export class Refused extends Error {
  /** The innermost part of the specification in which it came up. */
  span: Span | undefined;
}

export function refuse(reason: string): never {
  throw new Refused(reason);
}

/** Says of what is refused without a place that it stands here. */
export function placed(error: unknown, span: Span): unknown {
  if (error instanceof Refused) error.span ??= span;
  return error;
}
