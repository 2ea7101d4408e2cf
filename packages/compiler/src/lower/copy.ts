import { type Context, newDefinition, newLocal } from './context.js';
import type { Ir, IrBound, IrDefinition, Local } from './ir.js';
import { rebuild } from './walk.js';

/**
 * Writes an expression out once more, with values for some of its locals. All that it binds is bound anew, so that the
 * copy may stand within another one.
 */
export function copy(context: Context, ir: Ir, values: ReadonlyMap<Local, Ir>): Ir {
  const locals = new Map<Local, Local>();
  const definitions = new Map<IrDefinition, IrDefinition>();
  const renew = (local: Local): Local => {
    const fresh = newLocal(context, local.name);
    locals.set(local, fresh);
    return fresh;
  };
  const renewDefinitions = (old: readonly IrDefinition[]): readonly IrDefinition[] => {
    const fresh = old.map((definition) => {
      const parameters = definition.parameters.map((parameter) => {
        const local = renew(parameter);
        context.parameters.add(local);
        return local;
      });
      const made = newDefinition(context, definition.name, parameters, definition.body.span);
      made.recursive = definition.recursive;
      made.level = definition.level;
      const origin = context.origins.get(definition);
      if (origin !== undefined) context.origins.set(made, origin);
      definitions.set(definition, made);
      return made;
    });
    old.forEach((definition, index) => {
      (fresh[index] as IrDefinition).body = change(definition.body);
    });
    return fresh;
  };
  const bound = ({ locals: bound, tuple, set, span }: IrBound): IrBound => {
    const changed = change(set);
    return { locals: bound.map(renew), tuple, set: changed, span };
  };
  const parts = { ir: (inner: Ir): Ir => change(inner), bound, definitions: renewDefinitions };
  const change = (inner: Ir): Ir => {
    switch (inner.op) {
      case 'local': {
        const value = values.get(inner.local);
        if (value !== undefined) return value;
        const fresh = locals.get(inner.local);
        return fresh === undefined ? inner : { ...inner, local: fresh };
      }
      case 'call': {
        const definition = definitions.get(inner.definition) ?? inner.definition;
        return { ...inner, definition, arguments: inner.arguments.map(change) };
      }
      case 'function': {
        const self = inner.self === undefined ? undefined : renew(inner.self);
        const rebuilt = rebuild(inner, parts);
        return rebuilt.op === 'function' ? { ...rebuilt, self } : rebuilt;
      }
      case 'except': {
        const updates = inner.updates.map((update) => ({
          ...update,
          old: update.old === undefined ? undefined : renew(update.old),
        }));
        return rebuild({ ...inner, updates }, parts);
      }
      case 'builtin': {
        const element = inner.element?.map(renew);
        const rebuilt = rebuild(inner, parts);
        return element === undefined || rebuilt.op !== 'builtin' ? rebuilt : { ...rebuilt, element };
      }
      default:
        return rebuild(inner, parts);
    }
  };
  return change(ir);
}
