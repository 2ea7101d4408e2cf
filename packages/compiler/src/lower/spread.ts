import { type Context, newDefinition, newLocal } from './context.js';
import { copy } from './copy.js';
import { isTrivial } from './define.js';
import type { Held } from './held.js';
import type { Call, Ir, IrBound, IrDefinition, Local } from './ir.js';

/** A set that TLC goes through part by part, where it looks for states: what is in several parts comes several times. */
export interface Spread {
  /** What its parts use, in scope of all else. */
  readonly definitions: readonly IrDefinition[];
  /** Whose elements come one after the other: sets, or sets of sets. */
  readonly sources: readonly { readonly many: boolean; readonly set: Ir }[];
  /** What is taken of each part. */
  readonly part: (set: Ir) => Ir;
}

/** What spreading needs. */
export interface Spreading {
  readonly context: Context;
  readonly held: (ir: Ir) => Held;
}

/** Undefined for a set of which each element comes once. */
export function spread(spreading: Spreading, set: Ir): Spread | undefined {
  switch (set.op) {
    case 'builtin': {
      const [left, right] = set.arguments;
      if (left === undefined || spreading.held(set).self !== 'lazy') return undefined;
      if (set.name === 'UNION') return { definitions: [], sources: [{ many: true, set: left }], part: same };
      if (right === undefined) return undefined;
      if (set.name === '\\union') return both(sourcesOf(spreading, left), sourcesOf(spreading, right));
      if (set.name !== '\\' && set.name !== '\\intersect') return undefined;
      return of(spread(spreading, left), (part) => ({ ...set, arguments: [part, right] }));
    }
    case 'filter': {
      const { bound } = set;
      return of(spread(spreading, bound.set), (part) => ({ ...set, bound: { ...bound, set: part } }));
    }
    case 'let': {
      const inner = spread(spreading, set.body);
      return inner && { ...inner, definitions: [...set.definitions, ...inner.definitions] };
    }
    case 'call':
      return spreadCall(spreading, set);
    case 'if': {
      const branches = [set.consequent, set.alternative].map((branch) => sourcesOf(spreading, branch));
      const found = branches.flatMap(({ sources }) => sources);
      const [one, other] = found;
      if (one === undefined || other === undefined || found.length > 2 || !found.some(({ many }) => many)) {
        return undefined;
      }
      const either: Ir = { ...set, consequent: setsOf(one), alternative: setsOf(other) };
      const definitions = branches.flatMap((branch) => branch.definitions);
      return { definitions, sources: [{ many: true, set: either }], part: same };
    }
    case 'and':
    case 'apply':
    case 'case':
    case 'choose':
    case 'constant':
    case 'except':
    case 'exists':
    case 'forall':
    case 'function':
    case 'functionSet':
    case 'local':
    case 'map':
    case 'or':
    case 'product':
    case 'record':
    case 'recordSet':
    case 'set':
    case 'tuple':
    case 'variable':
    default:
      return undefined;
  }
}

const same = (set: Ir): Ir => set;

function setsOf({ many, set }: Spread['sources'][number]): Ir {
  return many ? set : { op: 'set', elements: [set], span: set.span };
}

function of(inner: Spread | undefined, part: Spread['part']): Spread | undefined {
  return inner && { ...inner, part: (set) => part(inner.part(set)) };
}

function sourcesOf(spreading: Spreading, set: Ir): Spread {
  const found = spread(spreading, set);
  // Parts of which something is taken are not joined with others: what is taken of each would have to be told apart.
  return found?.part === same ? found : { definitions: [], sources: [{ many: false, set }], part: same };
}

function both(left: Spread, right: Spread): Spread {
  return {
    definitions: [...left.definitions, ...right.definitions],
    sources: [...left.sources, ...right.sources],
    part: same,
  };
}

function spreadCall(
  spreading: Spreading,
  { definition, arguments: operands, span }: Call,
): Spread | undefined {
  const { context } = spreading;
  if (definition.recursive || spread(spreading, definition.body) === undefined) return undefined;
  if (operands.length === 0) return spread(spreading, definition.body);
  const definitions: IrDefinition[] = [];
  const values = new Map<Local, Ir>();
  definition.parameters.forEach((parameter, index) => {
    const operand = operands[index] as Ir;
    if (isTrivial(operand)) return values.set(parameter, operand);
    const made = newDefinition(context, parameter.name, [], operand.span);
    made.body = operand;
    definitions.push(made);
    return values.set(parameter, { op: 'call', definition: made, arguments: [], span });
  });
  const inner = spread(spreading, copy(context, definition.body, values));
  return inner && { ...inner, definitions: [...definitions, ...inner.definitions] };
}

/** The bounds of nested loops that together go through the parts of a set, and the part that is left to go through. */
export function loopsOf(
  { context }: Spreading,
  { sources, part }: Spread,
): { readonly bounds: readonly IrBound[]; readonly part: Ir } {
  const [first, ...others] = sources;
  if (first === undefined) throw new Error('a set of no parts');
  const { span } = first.set;
  const bounds: IrBound[] = [];
  const over = (name: string, set: Ir): Ir => {
    const local = newLocal(context, name);
    bounds.push({ locals: [local], tuple: false, set, span });
    return { op: 'local', local, span };
  };
  const isMixed = sources.some(({ many }) => many);
  const setOf = (source: Spread['sources'][number]): Ir => (isMixed ? setsOf(source) : source.set);
  let chosen = setOf(first);
  if (others.length > 0) {
    // One after the other, without a copy of what follows for each.
    const numbers = sources.map((_, index): Ir => ({ op: 'constant', value: index + 1, span }));
    const number = over('part', { op: 'set', elements: numbers, span });
    chosen = sources
      .toReversed()
      .map((source, index) => ({ set: setOf(source), number: numbers[numbers.length - 1 - index] as Ir }))
      .reduce<Ir | undefined>((alternative, one) => {
        if (alternative === undefined) return one.set;
        const condition: Ir = { op: 'builtin', name: '=', arguments: [number, one.number], span };
        return { op: 'if', condition, consequent: one.set, alternative, span };
      }, undefined) as Ir;
  }
  return { bounds, part: part(isMixed ? over('set', chosen) : chosen) };
}
