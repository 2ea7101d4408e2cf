import type { Random } from '../../../../tla/fuzz/random.js';

/** What an expression is to be, so that most of what is generated means something. */
export type Type =
  | { readonly kind: 'integer' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'string' }
  | { readonly kind: 'model value' }
  | { readonly kind: 'set'; readonly of: Type }
  | { readonly kind: 'sequence'; readonly of: Type }
  | { readonly kind: 'pair'; readonly left: Type; readonly right: Type }
  /** Fields are named f1, f2, … in this order. */
  | { readonly kind: 'record'; readonly fields: readonly Type[] }
  | { readonly kind: 'function'; readonly from: Type; readonly to: Type };

export const integer: Type = { kind: 'integer' };
export const boolean: Type = { kind: 'boolean' };
export const string: Type = { kind: 'string' };
export const modelValue: Type = { kind: 'model value' };

export const scalars: readonly Type[] = [integer, integer, boolean, string, modelValue];

/** A type, nested as deep as this at most. */
export function anyType(random: Random, depth: number): Type {
  if (depth <= 0 || random.below(3) === 0) return random.pick(scalars);
  const inner = (): Type => anyType(random, depth - 1);
  switch (random.below(6)) {
    case 0:
    case 1:
      return { kind: 'set', of: inner() };
    case 2:
      return { kind: 'sequence', of: inner() };
    case 3:
      return { kind: 'pair', left: inner(), right: inner() };
    case 4:
      return { kind: 'record', fields: Array.from({ length: 1 + random.below(2) }, inner) };
    default:
      return { kind: 'function', from: random.pick(scalars), to: inner() };
  }
}

/** Whether two types are the same. */
export function sameType(left: Type, right: Type): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The name of a record's field. */
export function fieldName(index: number): string {
  return `f${index + 1}`;
}
