import type { Application } from '../parse/syntax.js';
import { type Entity, type Scope, unknownName } from '../resolve/scope.js';

/** What a name with a path stands for in a scope. */
export function lookUp(expression: Application, scope: Scope): Entity | undefined {
  let found = scope;
  for (const step of expression.path) {
    const entity = found.names.get(step);
    if (entity === undefined) throw unknownName(step, expression.span);
    if (entity.type === 'unsupported') return entity;
    if (entity.type !== 'instance') throw unknownName(`${step}!`, expression.span);
    found = entity.scope;
  }
  return found.names.get(expression.name);
}
