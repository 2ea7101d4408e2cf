import type { Ir, IrBound, IrDefinition } from './ir.js';

/** The expressions directly within one, bodies of LETs included, those of other definitions not. */
export function subterms(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'constant':
    case 'variable':
    case 'local':
      return [];
    case 'call':
    case 'builtin':
      return ir.arguments;
    case 'and':
    case 'or':
      return ir.items;
    case 'forall':
    case 'exists':
    case 'map':
    case 'function':
      return [...ir.bounds.map(({ set }) => set), ir.body];
    case 'choose':
    case 'filter':
      return [ir.bound.set, ir.body];
    case 'set':
    case 'tuple':
    case 'product':
      return ir.elements;
    case 'functionSet':
      return [ir.domain, ir.range];
    case 'record':
    case 'recordSet':
      return ir.fields.map(({ value }) => value);
    case 'apply':
      return [ir.function, ir.argument];
    case 'except':
      return [ir.function, ...ir.updates.flatMap(({ path, value }) => [...path, value])];
    case 'if':
      return [ir.condition, ir.consequent, ir.alternative];
    case 'case':
      return [
        ...ir.arms.flatMap(({ condition, value }) => [condition, value]),
        ...(ir.other === undefined ? [] : [ir.other]),
      ];
    case 'let':
    default:
      return [...ir.definitions.map(({ body }) => body), ir.body, ...(ir.expands?.arguments ?? [])];
  }
}

/** What takes the place of each part of an expression. */
export interface Change {
  readonly ir: (inner: Ir) => Ir;
  readonly bound: (bound: IrBound) => IrBound;
  /** All definitions of a LET, changed. */
  readonly definitions: (definitions: readonly IrDefinition[]) => readonly IrDefinition[];
}

/** The same expression with other parts. Bounds are changed before bodies. */
export function rebuild(ir: Ir, { ir: change, bound, definitions }: Change): Ir {
  switch (ir.op) {
    case 'constant':
    case 'variable':
    case 'local':
      return ir;
    case 'call':
    case 'builtin':
      return { ...ir, arguments: ir.arguments.map(change) };
    case 'and':
    case 'or':
      return { ...ir, items: ir.items.map(change) };
    case 'forall':
    case 'exists':
    case 'map':
    case 'function':
      return { ...ir, bounds: ir.bounds.map(bound), body: change(ir.body) };
    case 'choose':
    case 'filter':
      return { ...ir, bound: bound(ir.bound), body: change(ir.body) };
    case 'set':
    case 'tuple':
    case 'product':
      return { ...ir, elements: ir.elements.map(change) };
    case 'functionSet':
      return { ...ir, domain: change(ir.domain), range: change(ir.range) };
    case 'record':
    case 'recordSet':
      return { ...ir, fields: ir.fields.map(({ name, value }) => ({ name, value: change(value) })) };
    case 'apply':
      return { ...ir, function: change(ir.function), argument: change(ir.argument) };
    case 'except': {
      const updates = ir.updates.map(({ path, old, value }) => ({
        path: path.map(change),
        old,
        value: change(value),
      }));
      return { ...ir, function: change(ir.function), updates };
    }
    case 'if':
      return {
        ...ir,
        condition: change(ir.condition),
        consequent: change(ir.consequent),
        alternative: change(ir.alternative),
      };
    case 'case': {
      const arms = ir.arms.map(({ condition, value }) => ({
        condition: change(condition),
        value: change(value),
      }));
      return { ...ir, arms, other: ir.other === undefined ? undefined : change(ir.other) };
    }
    case 'let':
    default: {
      const changed = definitions(ir.definitions);
      const { expands } = ir;
      const body = change(ir.body);
      if (expands === undefined) return { ...ir, definitions: changed, body };
      return {
        ...ir,
        definitions: changed,
        body,
        expands: { ...expands, arguments: expands.arguments.map(change) },
      };
    }
  }
}
