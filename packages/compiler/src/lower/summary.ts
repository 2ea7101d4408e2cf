import type { Context } from './context.js';
import type { Ir, IrDefinition } from './ir.js';

/** What a formula does where TLC looks for successors. */
export interface Summary {
  /** Whether it may be true in several ways, each of which counts: it has `\/` or `\E` in it, or that is not known. */
  readonly branches: boolean;
  /** The variables that it may give values to. */
  readonly assigns: ReadonlySet<number>;
}

const nothing: Summary = { branches: false, assigns: new Set() };
const branching: Summary = { branches: true, assigns: new Set() };

/** Summaries of formulas, of definitions only once. `primed` says which variables are to get values. */
export function summaries(context: Context, primed: boolean): (ir: Ir) => Summary {
  const known = new Map<IrDefinition, Summary>();
  const all = (parts: readonly Ir[]): Summary => {
    const found = parts.map(look);
    return {
      branches: found.some(({ branches }) => branches),
      assigns: new Set(found.flatMap(({ assigns }) => [...assigns])),
    };
  };
  const look = (ir: Ir): Summary => {
    switch (ir.op) {
      case 'or':
        return { branches: true, assigns: all(ir.items).assigns };
      case 'exists':
        return { branches: true, assigns: look(ir.body).assigns };
      case 'and':
        return all(ir.items);
      case 'forall':
      case 'let':
        return look(ir.body);
      case 'if':
        return all([ir.consequent, ir.alternative]);
      case 'case':
        return all([...ir.arms.map(({ value }) => value), ...(ir.other === undefined ? [] : [ir.other])]);
      case 'local':
        return context.parameters.has(ir.local) ? branching : nothing;
      case 'call': {
        const { definition } = ir;
        const found = known.get(definition);
        if (found !== undefined) return found;
        // While it is being looked at, it adds nothing to itself.
        known.set(definition, nothing);
        const summary = look(definition.body);
        known.set(definition, summary);
        return summary;
      }
      case 'builtin': {
        const [left, right] = ir.arguments;
        if (left === undefined || right === undefined) return nothing;
        if (ir.name === '=>') return look(right);
        if (ir.name !== '=' && ir.name !== '\\in') return nothing;
        if (left.op === 'local' && context.parameters.has(left.local)) return branching;
        const variable = variableIn(left, primed);
        return variable === undefined ? nothing : { branches: false, assigns: new Set([variable]) };
      }
      case 'apply':
      case 'choose':
      case 'constant':
      case 'except':
      case 'filter':
      case 'function':
      case 'functionSet':
      case 'map':
      case 'product':
      case 'record':
      case 'recordSet':
      case 'set':
      case 'tuple':
      case 'variable':
      default:
        return nothing;
    }
  };
  return look;
}

/** The variable that an expression is, if it is one; also by a definition. */
export function variableIn(ir: Ir, primed: boolean): number | undefined {
  if (ir.op === 'variable') return ir.primed === primed ? ir.index : undefined;
  if (ir.op !== 'call' || ir.arguments.length > 0 || ir.definition.recursive) return undefined;
  return variableIn(ir.definition.body, primed);
}
