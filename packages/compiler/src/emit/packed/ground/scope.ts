import { EvaluationError } from '@synod/tla';
import type { Ir, IrDefinition, Local } from '../../../lower/ir.js';
import { wordOf } from '../../../run/values/store.js';
import { and, or } from '../symbolic/junction.js';
import { FALSE, type Forge, type Logic } from '../symbolic/logic.js';
import { isStored, no, type Term, tableOf } from '../symbolic/term.js';
import type { Fixed } from './fixed.js';

/** What an expression is evaluated in: what is known of the variables, and what has gone wrong. */
export interface Ground {
  readonly forge: Forge;
  /** When evaluating breaks a rule of TLA+. What the result is then means nothing. */
  error: Logic;
  /** What the variables are; undefined for one without a value. */
  variable: (index: number, primed: boolean) => Term | undefined;
  /** The highest level of definitions that mean the same wherever they are used here. */
  readonly steady: 0 | 1 | 2;
  readonly memo: Map<string, Outcome>;
  /** Like `memo`, of what depends on no variable: for other parts of the program too. */
  readonly constants: Map<string, Outcome>;
  /** Definitions of LETs, which are looked up in the environment. */
  readonly lets: WeakSet<IrDefinition>;
  /** What is remembered of formulas that depend on no variable; null for the others. */
  readonly fixed: WeakMap<Ir, Fixed | null>;
  /** Whether loops go through sets in TLC's order: what a VIEW keeps depends on it. */
  readonly inOrder: boolean;
  depth: number;
  readonly evaluate: (g: Ground, ir: Ir, env: Env) => Term;
}

/** A term, and when it has none. */
export interface Outcome {
  readonly term: Term;
  readonly error: Logic;
}

/** What names stand for around an expression. */
export type Env = Scope | undefined;

interface Scope {
  readonly key: Local | IrDefinition;
  readonly meaning: Meaning;
  readonly outer: Env;
}

export type Meaning = Outcome | Delayed | Closure | SelfFunction;

/** An argument that is evaluated where it is used. */
export interface Delayed {
  readonly ir: Ir;
  readonly env: Env;
}

/** A definition of a LET, with what is around it. */
export interface Closure {
  readonly definition: IrDefinition;
  readonly around: () => Env;
  readonly results: Map<string, Outcome>;
}

/** A recursive function within its own body. */
export interface SelfFunction {
  readonly apply: (argument: Term) => Term;
}

export function extend(outer: Env, key: Local | IrDefinition, meaning: Meaning): Env {
  return { key, meaning, outer };
}

export function bindLocal(outer: Env, key: Local, term: Term): Env {
  return { key, meaning: { term, error: FALSE }, outer };
}

export function lookUp(env: Env, key: Local | IrDefinition): Meaning | undefined {
  for (let scope = env; scope !== undefined; scope = scope.outer) if (scope.key === key) return scope.meaning;
  return undefined;
}

/** Something is wrong if this holds. */
export function raise(g: Ground, when: Logic): void {
  if (when !== FALSE) g.error = or(g.forge, g.error, when);
}

/** Does something whose errors count only under a condition. */
export function under<T>(g: Ground, condition: Logic, work: () => T): T {
  const before = g.error;
  g.error = FALSE;
  const result = work();
  g.error = g.error === FALSE ? before : or(g.forge, before, and(g.forge, condition, g.error));
  return result;
}

/** Does something whose errors are for the caller to count. */
export function attempt(g: Ground, work: () => Term): Outcome {
  const before = g.error;
  g.error = FALSE;
  const term = work();
  const { error } = g;
  g.error = before;
  return { term, error };
}

/** What has no value because of an error that has been raised. */
export const nothing: Term = no;

export function isEvaluationError(error: unknown): boolean {
  return error instanceof EvaluationError;
}

/** The same for two terms only if they are the same; undefined if that would take long to say. */
export function keyOf(g: Ground, term: Term): string | undefined {
  switch (term.kind) {
    case 'known':
      return isStored(term.value) ? `k${wordOf(term.value)}` : undefined;
    case 'truth':
      return `t${term.of.id}`;
    case 'enumeration': {
      if (term.values.length > 64) return undefined;
      const { atoms, values } = tableOf(g.forge, term);
      return `e${atoms.map((atom) => atom.id).join('.')}:${values.map(wordOf).join('.')}`;
    }
    case 'family':
    case 'function':
    case 'set':
      return undefined;
  }
}
