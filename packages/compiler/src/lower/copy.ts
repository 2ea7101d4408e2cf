import { type Context, count, newDefinition, newLocal } from './context.js';
import type { Ir, IrBound, IrDefinition, Local } from './ir.js';
import { rebuild } from './walk.js';

/** What is written out once more, and what stands for what in the copy. */
interface Copying {
  readonly context: Context;
  readonly values: ReadonlyMap<Local, Ir>;
  readonly locals: Map<Local, Local>;
  readonly definitions: Map<IrDefinition, IrDefinition>;
}

/**
 * Writes an expression out once more, with values for some of its locals. All that it binds is bound anew, so that the
 * copy may stand within another one.
 */
export function copy(context: Context, ir: Ir, values: ReadonlyMap<Local, Ir>): Ir {
  return change({ context, values, locals: new Map(), definitions: new Map() }, ir);
}

function change(copying: Copying, ir: Ir): Ir {
  const rebuilt = (inner: Ir): Ir =>
    rebuild(inner, {
      ir: (part) => change(copying, part),
      bound: (bound) => changeBound(copying, bound),
      definitions: (definitions) => changeDefinitions(copying, definitions),
    });
  count(copying.context, ir.span);
  if (ir.op === 'local') {
    const value = copying.values.get(ir.local);
    if (value !== undefined) return value;
    const fresh = copying.locals.get(ir.local);
    return fresh === undefined ? ir : { ...ir, local: fresh };
  }
  if (ir.op === 'call') {
    const definition = copying.definitions.get(ir.definition) ?? ir.definition;
    return rebuilt({ ...ir, definition });
  }
  if (ir.op === 'function' && ir.self !== undefined) {
    return rebuilt({ ...ir, self: renew(copying, ir.self) });
  }
  if (ir.op === 'except') {
    const updates = ir.updates.map((update) => ({
      ...update,
      old: update.old === undefined ? undefined : renew(copying, update.old),
    }));
    return rebuilt({ ...ir, updates });
  }
  if (ir.op === 'builtin' && ir.element !== undefined) {
    return rebuilt({ ...ir, element: ir.element.map((local) => renew(copying, local)) });
  }
  return rebuilt(ir);
}

function renew({ context, locals }: Copying, local: Local): Local {
  const fresh = newLocal(context, local.name);
  locals.set(local, fresh);
  return fresh;
}

function changeBound(copying: Copying, { locals, tuple, set, span }: IrBound): IrBound {
  const changed = change(copying, set);
  return { locals: locals.map((local) => renew(copying, local)), tuple, set: changed, span };
}

function changeDefinitions(copying: Copying, old: readonly IrDefinition[]): readonly IrDefinition[] {
  const { context, definitions } = copying;
  const fresh = old.map((definition) => {
    const parameters = definition.parameters.map((parameter) => {
      const local = renew(copying, parameter);
      context.parameters.add(local);
      return local;
    });
    const made = newDefinition(context, definition.name, parameters, definition.body.span);
    made.recursive = definition.recursive;
    made.level = definition.level;
    const action = context.actions.get(definition);
    if (action !== undefined) context.actions.set(made, action);
    definitions.set(definition, made);
    return made;
  });
  old.forEach((definition, index) => {
    (fresh[index] as IrDefinition).body = change(copying, definition.body);
  });
  return fresh;
}
