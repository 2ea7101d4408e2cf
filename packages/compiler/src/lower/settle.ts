import type { Context } from './context.js';
import { definitionsIn } from './free.js';
import type { Ir, IrDefinition } from './ir.js';
import { subterms } from './walk.js';

/** Fills in the levels of the definitions made since the last time, all complete, and which of them are recursive. */
export function settle(context: Context): void {
  // What a definition uses has mostly been begun after it.
  const definitions = context.definitions.slice(context.settled).toReversed();
  context.settled = context.definitions.length;
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
  const uses = new Map(definitions.map((definition) => [definition, definitionsIn(definition.body)]));
  for (const definition of leadingToCycles(uses)) definition.recursive = reaches(definition, uses);
}

type Uses = ReadonlyMap<IrDefinition, ReadonlySet<IrDefinition>>;

/** Without the definitions that use none, then those that use only these, and so on. */
function leadingToCycles(uses: Uses): Iterable<IrDefinition> {
  const users = new Map<IrDefinition, IrDefinition[]>();
  const open = new Map<IrDefinition, number>();
  for (const [definition, used] of uses) {
    const known = [...used].filter((one) => uses.has(one));
    open.set(definition, known.length);
    for (const one of known) {
      const list = users.get(one);
      if (list === undefined) users.set(one, [definition]);
      else list.push(definition);
    }
  }
  const closed = [...open].filter(([, count]) => count === 0).map(([definition]) => definition);
  for (let next = closed.pop(); next !== undefined; next = closed.pop()) {
    open.delete(next);
    for (const user of users.get(next) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) closed.push(user);
    }
  }
  return open.keys();
}

/** The level of an expression whose definitions have theirs. */
function levelOf(ir: Ir): 0 | 1 | 2 {
  let level: 0 | 1 | 2 = 0;
  const raise = (other: 0 | 1 | 2): void => {
    if (other > level) level = other;
  };
  if (ir.op === 'variable') return ir.primed ? 2 : 1;
  if (ir.op === 'call') raise(ir.definition.level);
  for (const inner of subterms(ir)) raise(levelOf(inner));
  return level;
}

function reaches(definition: IrDefinition, uses: Uses): boolean {
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
