import type { Ir, IrDefinition } from './ir.js';

/**
 * The sets of `UNION sets`, where an element counts as often as it is in one: in a plan TLC goes through them one after the
 * other, unless all are sets that it has listed. Then it lists their union, each element once.
 *
 * @param isLocal whether a definition is one of a LET
 * @param isClosed whether an expression is the same everywhere
 */
export function repeatedUnion(
  set: Ir,
  isLocal: (definition: IrDefinition) => boolean,
  isClosed: (ir: Ir) => boolean,
): Ir | undefined {
  const sets = unionOf(set, isLocal, isClosed);
  return sets !== undefined && isListedOfListed(sets) ? undefined : sets;
}

function unionOf(
  set: Ir,
  isLocal: (definition: IrDefinition) => boolean,
  isClosed: (ir: Ir) => boolean,
): Ir | undefined {
  if (set.op === 'builtin' && set.name === 'UNION') return set.arguments[0];
  if (set.op !== 'call' || set.arguments.length > 0) return undefined;
  if (isLocal(set.definition) || isClosed(set)) return undefined;
  const { body } = set.definition;
  return body.op === 'builtin' && body.name === 'UNION' ? body.arguments[0] : undefined;
}

function isListedOfListed(sets: Ir): boolean {
  if (sets.op === 'set') return sets.elements.every(isListed);
  return sets.op === 'map' && isListed(sets.body);
}

/** Whether TLC lists such a set when it evaluates it; `a..b`, `SUBSET S`, `[S -> T]` and the like it does not. */
function isListed(set: Ir): boolean {
  if (set.op !== 'builtin') return set.op === 'set' || set.op === 'map' || set.op === 'filter';
  return ['\\union', '\\intersect', '\\'].includes(set.name) && !set.arguments.some(isLarge);
}

function isLarge({ op, ...ir }: Ir): boolean {
  return (
    op === 'product' || op === 'functionSet' || op === 'recordSet' || ('name' in ir && ir.name === 'SUBSET')
  );
}
