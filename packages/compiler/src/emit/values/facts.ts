import { boundBy, variablesOf } from '../../lower/free.js';
import type { Ir, IrDefinition, Local } from '../../lower/ir.js';
import { subterms } from '../../lower/walk.js';

/** What is known of expressions without evaluating them. */
export interface Facts {
  /** Registers the definitions of LETs around expressions that are to be asked about. */
  readonly enter: (definitions: readonly IrDefinition[]) => void;
  readonly isLocal: (definition: IrDefinition) => boolean;
  /** Whether it uses neither variables nor names that are bound around it: its value is always the same. */
  readonly isClosed: (ir: Ir) => boolean;
  readonly variables: (definition: IrDefinition) => ReturnType<typeof variablesOf>;
  /** The locals, and the definitions of LETs, that it takes from around it. */
  readonly free: (ir: Ir) => ReadonlySet<Local | IrDefinition>;
  /** Whether it is TRUE or FALSE if it has a value. */
  readonly isTruth: (ir: Ir) => boolean;
}

const truths: ReadonlySet<string> = new Set(
  '= /= # \\in \\notin \\subseteq ~ => <=> < > <= >= =< IsFiniteSet Assert PrintT IsABag BagIn \\sqsubseteq'.split(
    ' ',
  ),
);

/** Says of expressions whether they are TRUE or FALSE if they have a value. */
function truthReader(): (ir: Ir) => boolean {
  const known = new Map<IrDefinition, boolean>();
  const ofDefinition = (definition: IrDefinition): boolean => {
    const found = known.get(definition);
    if (found !== undefined) return found;
    // One that calls itself is not looked into again.
    known.set(definition, false);
    const result = isTruth(definition.body);
    known.set(definition, result);
    return result;
  };
  const isTruth = (ir: Ir): boolean => {
    if (ir.op === 'constant') return typeof ir.value === 'boolean';
    if (ir.op === 'builtin') return truths.has(ir.name);
    if (ir.op === 'if') return isTruth(ir.consequent) && isTruth(ir.alternative);
    if (ir.op === 'let') return isTruth(ir.body);
    if (ir.op === 'call') return ofDefinition(ir.definition);
    return ir.op === 'and' || ir.op === 'or' || ir.op === 'forall' || ir.op === 'exists';
  };
  return isTruth;
}

export function factsReader(): Facts {
  const locals = new Set<IrDefinition>();
  const free = new WeakMap<Ir, ReadonlySet<Local | IrDefinition>>();
  const reads = new WeakMap<Ir, boolean>();
  const variables = new Map<IrDefinition, ReturnType<typeof variablesOf>>();

  const variablesIn = (definition: IrDefinition): ReturnType<typeof variablesOf> => {
    let known = variables.get(definition);
    if (known === undefined) variables.set(definition, (known = variablesOf(definition.body)));
    return known;
  };
  const enter = (definitions: readonly IrDefinition[]): void => {
    for (const definition of definitions) locals.add(definition);
  };
  /** The locals and definitions of LETs that an expression takes from around it. */
  const freeIn = (ir: Ir): ReadonlySet<Local | IrDefinition> => {
    const known = free.get(ir);
    if (known !== undefined) return known;
    if (ir.op === 'let') enter(ir.definitions);
    const found = new Set<Local | IrDefinition>(subterms(ir).flatMap((inner) => [...freeIn(inner)]));
    if (ir.op === 'local') found.add(ir.local);
    if (ir.op === 'call' && locals.has(ir.definition)) found.add(ir.definition);
    for (const local of boundBy(ir)) found.delete(local);
    if (ir.op === 'let') for (const definition of ir.definitions) found.delete(definition);
    free.set(ir, found);
    return found;
  };
  const readsVariables = (ir: Ir): boolean => {
    let known = reads.get(ir);
    if (known === undefined) reads.set(ir, (known = looksAtVariables(ir)));
    return known;
  };
  const looksAtVariables = (ir: Ir): boolean => {
    if (ir.op === 'variable') return true;
    if (ir.op === 'call') {
      const { unprimed, primed } = variablesIn(ir.definition);
      if (unprimed.size + primed.size > 0) return true;
    }
    return subterms(ir).some(readsVariables);
  };
  return {
    free: freeIn,
    enter,
    isLocal: (definition) => locals.has(definition),
    isClosed: (ir) => freeIn(ir).size === 0 && !readsVariables(ir),
    variables: variablesIn,
    isTruth: truthReader(),
  };
}
