import type { Call, Ir, IrBound, IrDefinition, Local } from './ir.js';
import { subterms } from './walk.js';

/** What is looked for, and where that has been done. */
interface Search {
  readonly target: IrDefinition;
  /** Parameters that may stand for it. */
  readonly aliases: Set<Local>;
  readonly seen: Map<IrDefinition, Set<boolean>>;
}

/**
 * Whether some formula may make TLC list a definition's set: it then keeps the list, so that each element comes once from there
 * on. To go through a set, or to ask whether something is in it, does not; to compare, count or store it does.
 */
export function mayBeListed(target: IrDefinition, formulas: readonly Ir[]): boolean {
  const search: Search = { target, aliases: new Set(), seen: new Map() };
  return any(search, formulas, true);
}

function any(search: Search, list: readonly Ir[], isFree: boolean): boolean {
  return list.some((ir) => lists(search, ir, isFree));
}

/** `isFree`: whether the value of this place is only gone through, or asked for elements. */
function lists(search: Search, ir: Ir, isFree: boolean): boolean {
  switch (ir.op) {
    case 'local':
      return search.aliases.has(ir.local) && !isFree;
    case 'call':
      return listsCalled(search, ir, isFree);
    case 'exists':
    case 'forall':
    case 'map':
      return any(search, ir.bounds.map(setOf), true) || lists(search, ir.body, false);
    case 'choose':
    case 'filter':
      return lists(search, ir.bound.set, true) || lists(search, ir.body, false);
    case 'if':
      return lists(search, ir.condition, false) || any(search, [ir.consequent, ir.alternative], isFree);
    case 'case': {
      const values = [...ir.arms.map(({ value }) => value), ...(ir.other === undefined ? [] : [ir.other])];
      const conditions = ir.arms.map(({ condition }) => condition);
      return any(search, conditions, false) || any(search, values, isFree);
    }
    case 'let': {
      const others = ir.definitions.filter((one) => one !== search.target);
      const bodies = others.map(({ body }) => body);
      return any(search, bodies, true) || lists(search, ir.body, isFree && ir.listed !== true);
    }
    case 'product':
    case 'recordSet':
      return any(search, subterms(ir), isFree);
    case 'functionSet':
      return lists(search, ir.domain, false) || lists(search, ir.range, isFree);
    case 'builtin':
      return listsOperand(search, ir.name, ir.arguments, isFree);
    case 'and':
    case 'or':
    case 'apply':
    case 'constant':
    case 'except':
    case 'function':
    case 'record':
    case 'set':
    case 'tuple':
    case 'variable':
    default:
      return any(search, subterms(ir), false);
  }
}

function setOf({ set }: IrBound): Ir {
  return set;
}

function listsCalled(search: Search, { definition, arguments: operands }: Call, isFree: boolean): boolean {
  const { target, aliases, seen } = search;
  if (definition === target) return !isFree;
  let isNew = false;
  for (const [index, operand] of operands.entries()) {
    const parameter = definition.parameters[index];
    if (!lists(search, operand, false)) continue;
    if (parameter === undefined || lists(search, operand, true)) return true;
    isNew ||= !aliases.has(parameter);
    aliases.add(parameter);
  }
  const before = seen.get(definition) ?? new Set();
  if (!isNew && before.has(isFree)) return false;
  seen.set(definition, new Set([...before, isFree]));
  return lists(search, definition.body, isFree);
}

function listsOperand(search: Search, name: string, operands: readonly Ir[], isFree: boolean): boolean {
  switch (name) {
    case '\\in':
    case '\\notin':
      return any(search, operands.slice(0, 1), false) || any(search, operands.slice(1), true);
    case '\\subseteq':
      return any(search, operands, true);
    case '\\union':
    case '\\intersect':
    case '\\':
    case 'UNION':
    case 'SUBSET':
      return any(search, operands, isFree);
    default:
      return any(search, operands, false);
  }
}
