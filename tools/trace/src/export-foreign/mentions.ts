import { type Definition, type Expression, type Modules, subexpressions } from '@synod/compiler';

/** Whether an expression has something in it, itself or in a definition that it uses. */
export type Mentions = (expression: Expression) => boolean;

/**
 * Looks through the definitions of some modules, each once. A name is looked for in all of them: where two modules define
 * one of a name, both count.
 */
export function mentions(modules: Modules, test: (expression: Expression) => boolean): Mentions {
  const definitions = definitionsOf(modules);
  const known = new Map<string, boolean>();
  const look: Mentions = (expression) => {
    if (test(expression) || subexpressions(expression).some(look)) return true;
    if (expression.type !== 'apply') return false;
    const found = known.get(expression.name);
    if (found !== undefined) return found;
    // While it is being looked through, it adds nothing to itself.
    known.set(expression.name, false);
    const result = (definitions.get(expression.name) ?? []).some(({ body }) => look(body));
    known.set(expression.name, result);
    return result;
  };
  return look;
}

/** Every definition of some modules, by its name. */
export function definitionsOf(modules: Modules): ReadonlyMap<string, readonly Definition[]> {
  const definitions = new Map<string, Definition[]>();
  for (const { units } of modules.values()) {
    for (const unit of units) {
      if (unit.type !== 'definition') continue;
      const others = definitions.get(unit.name);
      if (others === undefined) definitions.set(unit.name, [unit]);
      else others.push(unit);
    }
  }
  return definitions;
}
