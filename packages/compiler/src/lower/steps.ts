/* oxlint-disable unicorn/no-thenable -- What follows a step is its `then`; nobody awaits a plan. */
import type { Span } from '../parse/syntax.js';
import type { Ir, IrBound, IrDefinition } from './ir.js';
import type { Plan } from './plan.js';

/** Steps of plans, by what they are made of. */
export const when = (condition: Ir, then: Plan, span: Span): Plan => ({
  step: 'when',
  condition,
  then,
  span,
});

export const assign = (variable: number, value: Ir, then: Plan, span: Span): Plan => ({
  step: 'assign',
  variable,
  value,
  then,
  span,
});

export const assignFrom = (variable: number, set: Ir, then: Plan, span: Span): Plan => ({
  step: 'assignFrom',
  variable,
  set,
  then,
  span,
});

export const each = (bound: IrBound, then: Plan, span: Span): Plan => ({ step: 'each', bound, then, span });

export const every = (id: number, bounds: readonly IrBound[], body: Plan, then: Plan, span: Span): Plan => ({
  step: 'every',
  id,
  bounds,
  body,
  then,
  span,
});

export const bind = (definitions: readonly IrDefinition[], then: Plan, span: Span): Plan => ({
  step: 'bind',
  definitions,
  then,
  span,
});

/** The plan with another one behind its first step. */
export function followedBy<Step extends Plan & { readonly then: Plan }>(step: Step, then: Plan): Step {
  return { ...step, then };
}
