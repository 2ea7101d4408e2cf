import type { Expression, Span } from '../parse/syntax.js';
import type { Entity, Scope } from '../resolve/scope.js';
import type { Found } from './level.js';

/** An operator, as far as levels go. */
export interface Operator {
  readonly name: string;
  /** For each parameter, how many parameters it has itself. */
  readonly arities: readonly number[];
  /** The level of an application; an InputError `tla-level` if an argument has too high a one. */
  readonly apply: (operands: readonly Operand[], span: Span) => Found;
  /** Finds what is wrong with it whatever its arguments are. */
  readonly check: () => void;
}

/** What the analysis of one specification shares. */
export interface Analysis {
  readonly of: (expression: Expression, place: Place) => Found;
  /** The operator that a definition, or what WITH puts in the place of a name, is. */
  readonly operator: (entity: Extract<Entity, { type: 'definition' | 'substituted' }>) => Operator;
}

/** What a name stands for, or an argument. */
export type Operand = Found | Operator;

export function isOperator(operand: Operand): operand is Operator {
  return 'apply' in operand;
}

/** The names bound so far, innermost first. */
export interface Names {
  readonly name: string;
  readonly operand: Operand;
  readonly outer: Names | undefined;
}

/** Where an expression stands. */
export interface Place {
  readonly scope: Scope;
  readonly names: Names | undefined;
  /** The definition or statement of the scope's module around it. */
  readonly unit: Span | undefined;
}

export function bind(place: Place, name: string, operand: Operand): Place {
  return { ...place, names: { name, operand, outer: place.names } };
}

export function findName(place: Place, name: string): Operand | undefined {
  for (let names = place.names; names !== undefined; names = names.outer) {
    if (names.name === name) return names.operand;
  }
  return undefined;
}
