import type { Module } from '../parse/module.js';
import type { Expression } from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import type { InstanceSite } from '../resolve/context.js';

const known = new WeakMap<InstanceSite, boolean>();

/** Whether the module of an INSTANCE speaks of constants only: it has no variables, and no primes or temporal formulas. */
export function isConstant(site: InstanceSite, sites: readonly InstanceSite[]): boolean {
  let found = known.get(site);
  if (found === undefined) {
    const scopes = new Set(site.scopes);
    const inner = sites.filter((other) => scopes.has(other.scope));
    found =
      site.scopes.every(({ module }) => !hasStates(module)) &&
      inner.every((other) => isConstant(other, sites));
    known.set(site, found);
  }
  return found;
}

function hasStates({ units }: Module): boolean {
  return units.some((unit) => {
    if (unit.type === 'variables') return true;
    return unit.type === 'definition' && isOfStates(unit.body);
  });
}

function isOfStates(expression: Expression): boolean {
  if (expression.type === 'box' || expression.type === 'angle') return true;
  if (expression.type === 'opaque') return true;
  if (expression.type === 'apply' && expression.path.length === 0 && words.has(expression.name)) return true;
  return subexpressions(expression).some(isOfStates);
}

const words: ReadonlySet<string> = new Set(["'", 'UNCHANGED', 'ENABLED', '\\cdot', '[]', '<>', '~>', '-+->']);
