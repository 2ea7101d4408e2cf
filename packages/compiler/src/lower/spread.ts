import { unsupportedAt } from '../parse/node.js';
import type { Span } from '../parse/syntax.js';
import { type Context, newDefinition, newLocal } from './context.js';
import { copy } from './copy.js';
import { isTrivial } from './define.js';
import type { HeldReader } from './held.js';
import { elementOf, holding, may } from './holding.js';
import type { Call, Case, If, Ir, IrBound, IrDefinition, Local } from './ir.js';
import { mayBeListed } from './listing.js';

/** Sets whose elements come one after the other: one, or all that are in a set. */
interface Source {
  readonly many: boolean;
  readonly set: Ir;
  /** What is taken of each. */
  readonly part?: (set: Ir) => Ir;
}

/** A set that TLC goes through part by part, where it looks for states: what is in several parts comes several times. */
export interface Spread {
  /** What its parts use, in scope of all else. */
  readonly definitions: readonly IrDefinition[];
  /** Whose elements come one after the other: sets, or sets of sets. */
  readonly sources: readonly Source[];
  /** What is taken of each part. */
  readonly part: (set: Ir) => Ir;
}

/** What spreading needs. */
export interface Spreading {
  readonly context: Context;
  readonly held: HeldReader;
  /** For definitions that TLC evaluates once: where they are used. */
  readonly scopes: Map<IrDefinition, () => readonly Ir[]>;
}

/** Where definitions of a LET are used: within its body, and within each other. */
export function scopeOf(scopes: Spreading['scopes'], definitions: readonly IrDefinition[], body: Ir): void {
  for (const one of definitions) scopes.set(one, () => [body, ...definitions.map((other) => other.body)]);
}

/**
 * The parts of a set in which TLC looks for states; undefined for one that it has listed, or of which each element comes once.
 *
 * @throws InputError where how often an element comes cannot be told from the text
 */
export function spread(spreading: Spreading, set: Ir): Spread | undefined {
  const found = partsOf(spreading, set);
  if (found === undefined && comesOften(spreading, set)) throw uncounted(set.span);
  return found;
}

function comesOften({ held }: Spreading, set: Ir): boolean {
  return may(held.read(set), holding.often);
}

function uncounted(span: Span): Error {
  const text = span.text.replaceAll(/\s+/g, ' ');
  return unsupportedAt(
    `a choice from \`${text}\`, of which TLC may take an element once or several times,`,
    span,
  );
}

/** Undefined also where that cannot be told. */
function partsOf(spreading: Spreading, set: Ir): Spread | undefined {
  switch (set.op) {
    case 'builtin': {
      const [left, right] = set.arguments;
      if (left === undefined || may(spreading.held.read(set), holding.listed | holding.interval))
        return undefined;
      if (set.name === 'UNION') {
        const sets = spreading.held.read(left);
        if (may(sets, holding.often) || may(elementOf(sets), holding.often)) return undefined;
        return { definitions: [], sources: [{ many: true, set: left }], part: same };
      }
      if (right === undefined) return undefined;
      if (set.name === '\\union') return joined(spreading, [left, right]);
      if (set.name !== '\\' && set.name !== '\\intersect') return undefined;
      return of(partsOf(spreading, left), (part) => ({ ...set, arguments: [part, right] }));
    }
    case 'filter': {
      const { bound } = set;
      if (may(spreading.held.read(set), holding.listed)) return undefined;
      return of(partsOf(spreading, bound.set), (part) => ({ ...set, bound: { ...bound, set: part } }));
    }
    case 'let': {
      if (set.listed) return undefined;
      scopeOf(spreading.scopes, set.definitions, set.body);
      const inner = partsOf(spreading, set.body);
      return inner && { ...inner, definitions: [...set.definitions, ...inner.definitions] };
    }
    case 'call':
      return spreadCall(spreading, set);
    case 'if':
    case 'case':
      return spreadChoice(spreading, set);
    case 'and':
    case 'apply':
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

function setsOf({ many, set }: Source): Ir {
  return many ? set : { op: 'set', elements: [set], span: set.span };
}

function of(inner: Spread | undefined, part: Spread['part']): Spread | undefined {
  return inner && { ...inner, part: (set) => part(inner.part(set)) };
}

/** What is taken of each part, said of each by itself. */
function withPart({ definitions, sources, part }: Spread): Spread {
  if (part === same) return { definitions, sources, part };
  const taken = sources.map((source) => ({ ...source, part: (set: Ir) => part((source.part ?? same)(set)) }));
  return { definitions, sources: taken, part: same };
}

/** One set after the other. */
function joined(spreading: Spreading, sets: readonly Ir[]): Spread | undefined {
  const parts: Spread[] = [];
  for (const set of sets) {
    const found = partsOf(spreading, set);
    if (found !== undefined) parts.push(withPart(found));
    else if (comesOften(spreading, set)) return undefined;
    else parts.push({ definitions: [], sources: [{ many: false, set }], part: same });
  }
  const definitions = parts.flatMap((one) => one.definitions);
  return { definitions, sources: parts.flatMap(({ sources }) => sources), part: same };
}

/** The parts of each way to choose, which are none where another one is chosen. */
function spreadChoice(spreading: Spreading, set: If | Case): Spread | undefined {
  if (!comesOften(spreading, set)) return undefined;
  const ways =
    set.op === 'if'
      ? [set.consequent, set.alternative]
      : [...set.arms.map(({ value }) => value), ...(set.other === undefined ? [] : [set.other])];
  const none: Ir = { op: 'set', elements: [], span: set.span };
  const only = (chosen: number, inner: Ir): Ir => {
    const pick = (index: number): Ir => (index === chosen ? inner : none);
    if (set.op === 'if') return { ...set, consequent: pick(0), alternative: pick(1) };
    const arms = set.arms.map(({ condition }, index) => ({ condition, value: pick(index) }));
    return { ...set, arms, other: set.other === undefined ? undefined : pick(arms.length) };
  };
  const found = ways.map((way) => joined(spreading, [way]));
  if (found.includes(undefined)) return undefined;
  return {
    definitions: found.flatMap((one) => one?.definitions ?? []),
    sources: found.flatMap((one, way) =>
      (one?.sources ?? []).map((source) => ({ ...source, set: only(way, source.set) })),
    ),
    part: same,
  };
}

function spreadCall(spreading: Spreading, call: Call): Spread | undefined {
  const { definition, arguments: operands, span } = call;
  const { context, scopes } = spreading;
  const isOften = comesOften(spreading, call);
  if (definition.recursive) return undefined;
  if (operands.length === 0) {
    const scope = scopes.get(definition);
    if (isOften && scope !== undefined && mayBeListed(definition, scope())) return undefined;
    return partsOf(spreading, definition.body);
  }
  if (!isOften) return undefined;
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
  const body = copy(context, definition.body, values);
  scopeOf(scopes, definitions, body);
  const inner = partsOf(spreading, body);
  return inner && { ...inner, definitions: [...definitions, ...inner.definitions] };
}

/** The bounds of nested loops that together go through the parts of a set, and the part that is left to go through. */
export function loopsOf(
  { context }: Pick<Spreading, 'context'>,
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
  // Each has names of its own for what it binds.
  const partOf = (source: Source, set: Ir): Ir =>
    source.part === undefined ? set : copy(context, source.part(set), new Map());
  const numbers = sources.map((_, index): Ir => ({ op: 'constant', value: index + 1, span }));
  // One after the other, without a copy of what follows for each.
  const number = others.length > 0 ? over('part', { op: 'set', elements: numbers, span }) : undefined;
  const either = (taken: (source: Source) => Ir): Ir => {
    let chosen: Ir | undefined;
    for (const [index, source] of [...sources.entries()].toReversed()) {
      const consequent = taken(source);
      if (chosen === undefined || number === undefined) chosen = consequent;
      else {
        const condition: Ir = { op: 'builtin', name: '=', arguments: [number, numbers[index] as Ir], span };
        chosen = { op: 'if', condition, consequent, alternative: chosen, span };
      }
    }
    return chosen as Ir;
  };
  if (!isMixed) return { bounds, part: part(either((source) => partOf(source, source.set))) };
  const one = over('set', either(setsOf));
  const isPlain = sources.every((source) => source.part === undefined);
  return { bounds, part: part(isPlain ? one : either((source) => partOf(source, one))) };
}
