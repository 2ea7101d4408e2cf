import { InputError } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import { type Application, placeOf } from '../parse/syntax.js';
import { type Entity, type Scope, unknownName } from './scope.js';

/**
 * What a name with a path stands for in a scope.
 *
 * @param isWhole whether it is the operator itself that is asked for, without any arguments
 * @throws InputError for an instance that there is not or that takes other arguments, and for a part of a formula
 */
export function lookUp(expression: Application, scope: Scope, isWhole = false): Entity | undefined {
  const { path, span, pathArguments = [] } = expression;
  let found = scope;
  for (const [index, step] of path.entries()) {
    const entity = found.names.get(step);
    if (entity === undefined) throw unknownName(step, span);
    if (entity.type === 'unsupported') return entity;
    if (entity.type === 'definition') {
      throw unsupportedAt(`\`${step}!${path[index + 1] ?? expression.name}\`, a part of a formula,`, span);
    }
    if (entity.type !== 'instance') throw unknownName(`${step}!`, span);
    const given = pathArguments[index] ?? 0;
    if (given !== entity.arity && !isWhole) {
      const message = `\`${step}!\` takes ${entity.arity} argument${entity.arity === 1 ? '' : 's'}, not ${given}`;
      throw new InputError('tla-arity', message, placeOf(span));
    }
    found = entity.scope;
  }
  return found.names.get(expression.name);
}
