import type { Ir, IrDefinition } from './ir.js';
import { subterms } from './walk.js';

/**
 * How TLC holds a set. Where it looks for states it goes through what it has not listed part by part, so that an element may
 * come several times.
 */
export type Holding = 'listed' | 'interval' | 'lazy';

/** How a value is held, and the sets within it: its elements, components, results, and what is in these. */
export interface Held {
  readonly self: Holding;
  readonly inside: Holding;
}

const ranks: readonly Holding[] = ['listed', 'interval', 'lazy'];
const listed: Held = { self: 'listed', inside: 'listed' };

function worst(list: readonly Holding[]): Holding {
  return ranks[Math.max(0, ...list.map((one) => ranks.indexOf(one)))] as Holding;
}

function merged(list: readonly Held[]): Held {
  return { self: worst(list.map(({ self }) => self)), inside: worst(list.map(({ inside }) => inside)) };
}

/** What an operator makes of values that are held so. */
function ofBuiltin(name: string, held: readonly Held[]): Held {
  const inside = worst(held.map((one) => one.inside));
  const isLazy = (one: Held | undefined): boolean => one?.self === 'lazy';
  switch (name) {
    case '..':
      return { self: 'interval', inside: 'listed' };
    case 'DOMAIN':
      return { self: 'interval', inside: 'listed' };
    case 'SUBSET':
      return { self: 'lazy', inside };
    case 'UNION':
      return { self: inside === 'listed' && held[0]?.self === 'listed' ? 'listed' : 'lazy', inside };
    case '\\union':
      return { self: held.some(isLazy) ? 'lazy' : 'listed', inside };
    case '\\intersect':
      return { self: held.every(isLazy) ? 'lazy' : 'listed', inside };
    case '\\':
      return { self: isLazy(held[0]) ? 'lazy' : 'listed', inside };
    case 'Head':
      return { self: inside, inside };
    default:
      return { self: 'listed', inside: worst([...held.map(({ self }) => self), inside]) };
  }
}

/** Reads how values are held. What is not known, such as what a name is bound to, is mostly listed. */
export function heldReader(variables: ReadonlyMap<number, Held>): (ir: Ir) => Held {
  const known = new Map<IrDefinition, Held>();
  const ofDefinition = (definition: IrDefinition): Held => {
    const found = known.get(definition);
    if (found !== undefined) return found;
    known.set(definition, listed);
    const held = read(definition.body);
    known.set(definition, held);
    return held;
  };
  const within = (parts: readonly Ir[]): Holding =>
    worst(parts.map(read).flatMap(({ self, inside }) => [self, inside]));
  const elementOf = (ir: Ir): Held => {
    const { inside } = read(ir);
    return { self: inside, inside };
  };
  const read = (ir: Ir): Held => {
    switch (ir.op) {
      case 'variable':
        return variables.get(ir.index) ?? listed;
      case 'call':
        return ofDefinition(ir.definition);
      case 'let':
        return read(ir.body);
      case 'if':
        return merged([read(ir.consequent), read(ir.alternative)]);
      case 'case':
        return merged([...ir.arms.map(({ value }) => value), ...(ir.other ? [ir.other] : [])].map(read));
      case 'apply':
        return elementOf(ir.function);
      case 'choose':
        return elementOf(ir.bound.set);
      case 'filter': {
        const { self, inside } = read(ir.bound.set);
        return { self: self === 'lazy' ? 'lazy' : 'listed', inside };
      }
      case 'map':
      case 'function':
        return { self: 'listed', inside: within([ir.body]) };
      case 'set':
      case 'tuple':
      case 'record':
        return { self: 'listed', inside: within(subterms(ir)) };
      case 'except':
        return { self: 'listed', inside: worst([read(ir.function).inside, within(subterms(ir).slice(1))]) };
      case 'product':
      case 'functionSet':
      case 'recordSet':
        return { self: 'lazy', inside: worst(subterms(ir).map((part) => read(part).inside)) };
      case 'builtin':
        return ofBuiltin(ir.name, ir.arguments.map(read));
      case 'and':
      case 'or':
      case 'forall':
      case 'exists':
      case 'constant':
      case 'local':
      default:
        return listed;
    }
  };
  return read;
}

/** How variables hold what formulas give them, in any of their parts. */
export function heldByVariables(formulas: readonly Ir[]): ReadonlyMap<number, Held> {
  const given: { readonly variable: number; readonly value: Ir; readonly isElement: boolean }[] = [];
  const seen = new Set<IrDefinition>();
  const look = (ir: Ir): void => {
    if (ir.op === 'builtin' && (ir.name === '=' || ir.name === '\\in')) {
      const [left, value] = ir.arguments;
      if (left?.op === 'variable' && value !== undefined) {
        given.push({ variable: left.index, value, isElement: ir.name !== '=' });
      }
    }
    if (ir.op === 'call' && !seen.has(ir.definition)) {
      seen.add(ir.definition);
      look(ir.definition.body);
    }
    subterms(ir).forEach(look);
  };
  formulas.forEach(look);
  let held = new Map<number, Held>();
  for (let changed = true; changed; ) {
    const read = heldReader(held);
    const next = new Map<number, Held>();
    for (const { variable, value, isElement } of given) {
      const { self, inside } = read(value);
      const one = isElement ? { self: inside, inside } : { self, inside };
      next.set(variable, merged([next.get(variable) ?? listed, held.get(variable) ?? listed, one]));
    }
    changed = JSON.stringify([...next]) !== JSON.stringify([...held]);
    held = next;
  }
  return held;
}
