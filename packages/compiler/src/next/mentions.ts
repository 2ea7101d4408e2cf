import type { Application, Definition, Expression } from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import type { Scope } from '../resolve/scope.js';

/** Where an expression stands: the module, and what the LETs around it define. */
export interface Spot {
  readonly scope: Scope;
  readonly locals: ReadonlyMap<string, { readonly type: string; readonly definition?: Definition }>;
  /** The definitions that have led there. */
  readonly within: readonly Definition[];
}

/** Whether an expression, or a definition that it uses, has something in it. */
export type Mentions = (expression: Expression, spot: Spot) => boolean;

/** What an application uses, and where that stands; nothing if it is the language's own, or unknown. */
export function useOf(
  { path, name }: Application,
  spot: Spot,
): { readonly definition?: Definition; readonly body: Expression; readonly spot: Spot } | undefined {
  const local = path.length === 0 ? spot.locals.get(name) : undefined;
  if (local !== undefined) {
    const { definition } = local;
    return definition === undefined ? undefined : { definition, body: definition.body, spot };
  }
  let found = spot.scope;
  for (const step of path) {
    const entity = found.names.get(step);
    if (entity?.type !== 'instance') return undefined;
    found = entity.scope;
  }
  const entity = found.names.get(name);
  const elsewhere = (scope: Scope): Spot => ({ scope, locals: new Map(), within: spot.within });
  if (entity?.type === 'substituted') return { body: entity.expression, spot: elsewhere(entity.scope) };
  if (entity?.type !== 'definition') return undefined;
  const { definition, scope } = entity;
  return { definition, body: definition.body, spot: elsewhere(scope) };
}

/** Looks through definitions, each once, for expressions of a kind. */
export function mentions(test: (expression: Expression) => boolean): Mentions {
  const known = new Map<Definition, boolean>();
  const look: Mentions = (expression, spot) => {
    if (test(expression)) return true;
    if (subexpressions(expression).some((inner) => look(inner, spot))) return true;
    const used = expression.type === 'apply' ? useOf(expression, spot) : undefined;
    if (used === undefined) return false;
    const { definition } = used;
    if (definition === undefined) return look(used.body, used.spot);
    const found = known.get(definition);
    if (found !== undefined) return found;
    // While it is being looked through, it adds nothing to itself.
    known.set(definition, false);
    const result = look(used.body, used.spot);
    known.set(definition, result);
    return result;
  };
  return look;
}

/** Whether something speaks of the next state. */
export function isAction(): Mentions {
  return mentions(
    (expression) =>
      (expression.type === 'apply' && (expression.name === "'" || expression.name === 'UNCHANGED')) ||
      expression.type === 'box' ||
      expression.type === 'angle',
  );
}

/** Whether something speaks of whole behaviours. */
export function isTemporal(): Mentions {
  return mentions(
    (expression) =>
      expression.type === 'opaque' || (expression.type === 'apply' && temporal.has(expression.name)),
  );
}

const temporal = new Set(['[]', '<>', '~>', '-+->']);
