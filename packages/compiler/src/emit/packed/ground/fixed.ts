import { freeLocals } from '../../../lower/free.js';
import type { Ir, Local } from '../../../lower/ir.js';
import { subterms } from '../../../lower/walk.js';
import { wordOf } from '../../../run/values/store.js';
import type { Logic } from '../symbolic/logic.js';
import { isStored } from '../symbolic/term.js';
import { type Env, type Ground, lookUp } from './scope.js';

/** A formula that depends on no variable: what it is for the values of its locals, once they are known. */
export interface Fixed {
  readonly locals: readonly Local[];
  readonly results: Map<string | number, { readonly of: Logic; readonly error: Logic }>;
}

/** What is remembered of formulas that depend on no variable. Undefined for others. */
export function fixedOf(g: Ground, ir: Ir): Fixed | undefined {
  let fixed = g.fixed.get(ir);
  if (fixed === undefined) {
    fixed = isFixed(g, ir) ? { locals: [...freeLocals(ir)], results: new Map() } : null;
    g.fixed.set(ir, fixed);
  }
  return fixed ?? undefined;
}

function isFixed(g: Ground, ir: Ir): boolean {
  if (ir.op === 'variable' || ir.op === 'let') return false;
  if (ir.op === 'call' && (ir.definition.level > 0 || g.lets.has(ir.definition))) return false;
  return subterms(ir).every((inner) => isFixed(g, inner));
}

/** The same for the same values of locals; undefined if one of them is not known. */
export function keyOfLocals(locals: readonly Local[], env: Env): string | number | undefined {
  let key: string | number = 0;
  for (const [index, local] of locals.entries()) {
    const meaning = lookUp(env, local);
    if (meaning === undefined || !('term' in meaning) || meaning.term.kind !== 'known') return undefined;
    const { value } = meaning.term;
    if (!isStored(value)) return undefined;
    key = index === 0 ? wordOf(value) : `${key},${wordOf(value)}`;
  }
  return key;
}
