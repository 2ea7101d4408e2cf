import type { Ir, IrBound, IrDefinition, Local } from './ir.js';
import { subterms } from './walk.js';

/** The locals that an expression uses and does not bind; those used by definitions of LETs around it are not counted. */
export function freeLocals(ir: Ir): ReadonlySet<Local> {
  const used = new Set<Local>();
  const bound = new Set<Local>();
  // Each binding is an object of its own, so that what is bound anywhere within is bound.
  const look = (inner: Ir): void => {
    if (inner.op === 'local') used.add(inner.local);
    for (const local of boundBy(inner)) bound.add(local);
    subterms(inner).forEach(look);
  };
  look(ir);
  return new Set([...used].filter((local) => !bound.has(local)));
}

/** The locals that an expression itself binds, in some part of it. */
export function boundBy(ir: Ir): readonly Local[] {
  switch (ir.op) {
    case 'forall':
    case 'exists':
    case 'map':
      return localsOf(ir.bounds);
    case 'function':
      return [...localsOf(ir.bounds), ...(ir.self === undefined ? [] : [ir.self])];
    case 'choose':
    case 'filter':
      return ir.bound.locals;
    case 'except':
      return ir.updates.flatMap(({ old }) => (old === undefined ? [] : [old]));
    case 'builtin':
      return ir.element ?? [];
    case 'let':
      return ir.definitions.flatMap(({ parameters }) => parameters);
    case 'and':
    case 'or':
    case 'apply':
    case 'call':
    case 'case':
    case 'constant':
    case 'functionSet':
    case 'if':
    case 'local':
    case 'product':
    case 'record':
    case 'recordSet':
    case 'set':
    case 'tuple':
    case 'variable':
    default:
      return [];
  }
}

function localsOf(bounds: readonly IrBound[]): readonly Local[] {
  return bounds.flatMap(({ locals }) => locals);
}

/** The definitions that an expression uses, its own LETs' included; not those that these use in turn. */
export function definitionsIn(ir: Ir): ReadonlySet<IrDefinition> {
  const found = new Set<IrDefinition>();
  const look = (inner: Ir): void => {
    if (inner.op === 'call') found.add(inner.definition);
    subterms(inner).forEach(look);
  };
  look(ir);
  return found;
}

/** The definitions that an expression uses, and those that they use in turn. */
export function reachable(ir: Ir): ReadonlySet<IrDefinition> {
  const found = new Set<IrDefinition>();
  const look = (inner: Ir): void => {
    for (const definition of definitionsIn(inner)) {
      if (found.has(definition)) continue;
      found.add(definition);
      look(definition.body);
    }
  };
  look(ir);
  return found;
}

/** The variables that an expression reads, by their index: itself, or through the definitions that it uses. */
export interface Variables {
  readonly unprimed: ReadonlySet<number>;
  readonly primed: ReadonlySet<number>;
}

export function variablesOf(ir: Ir): Variables {
  const unprimed = new Set<number>();
  const primed = new Set<number>();
  const look = (inner: Ir): void => {
    if (inner.op === 'variable') (inner.primed ? primed : unprimed).add(inner.index);
    subterms(inner).forEach(look);
  };
  look(ir);
  for (const { body } of reachable(ir)) look(body);
  return { unprimed, primed };
}

/** Whether an expression speaks of the next state. */
export function mentionsPrimed(ir: Ir): boolean {
  return variablesOf(ir).primed.size > 0;
}
