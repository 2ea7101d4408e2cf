import type { Context } from './context.js';
import { definitionsIn } from './free.js';
import type { Ir, IrDefinition } from './ir.js';
import { subterms } from './walk.js';

/** Fills in the levels of the definitions made since the last time, all complete, and which of them are recursive. */
export function settle(context: Context): void {
  const definitions = context.definitions.slice(context.settled);
  context.settled = context.definitions.length;
  const uses = new Map(definitions.map((definition) => [definition, definitionsIn(definition.body)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const definition of definitions) {
      const level = levelOf(definition.body);
      if (level > definition.level) {
        definition.level = level;
        changed = true;
      }
    }
  }
  for (const definition of definitions) definition.recursive = reaches(definition, uses);
}

/** The level of an expression whose definitions have theirs. */
export function levelOf(ir: Ir): 0 | 1 | 2 {
  let level: 0 | 1 | 2 = 0;
  const raise = (other: 0 | 1 | 2): void => {
    if (other > level) level = other;
  };
  if (ir.op === 'variable') return ir.primed ? 2 : 1;
  if (ir.op === 'call') raise(ir.definition.level);
  for (const inner of subterms(ir)) raise(levelOf(inner));
  return level;
}

function reaches(
  definition: IrDefinition,
  uses: ReadonlyMap<IrDefinition, ReadonlySet<IrDefinition>>,
): boolean {
  const seen = new Set<IrDefinition>();
  const awaited = [...(uses.get(definition) ?? [])];
  for (let next = awaited.pop(); next !== undefined; next = awaited.pop()) {
    if (next === definition) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    awaited.push(...(uses.get(next) ?? []));
  }
  return false;
}
