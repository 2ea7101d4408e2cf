import type { Expression, Quantifier } from '../parse/syntax.js';

const types = ['apply', 'disjunction', 'conjunction', 'exists', 'let', 'if', 'case', 'box', 'angle'] as const;

/** What may have an action in it of which it takes single steps; anything else says something of all its steps, or none. */
export type Branching =
  | Extract<Expression, { type: (typeof types)[number] }>
  | (Quantifier & { readonly type: 'exists' });

export function isBranching(expression: Expression): expression is Branching {
  return (types as readonly string[]).includes(expression.type);
}
