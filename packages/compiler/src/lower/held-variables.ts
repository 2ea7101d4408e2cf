import { placeOf } from '../parse/syntax.js';
import { withinStack } from '../parse/within-stack.js';
import { heldReader } from './held.js';
import { elementOf, type Held, type Holding, holding, isSame, merged, plain } from './holding.js';
import type { Ir } from './ir.js';
import { variableIn } from './summary.js';
import { subterms } from './walk.js';

/** How variables hold what formulas give them: while a step is made, and once it has been made. */
export interface HeldVariables {
  readonly given: (index: number) => Held;
  readonly kept: (index: number) => Held;
}

/**
 * How variables hold what Init and Next give them.
 *
 * @param isViewed whether states are told apart by a view, so that their values need not be listed
 */
export function heldByVariables(init: Ir, next: Ir | undefined, isViewed: boolean): HeldVariables {
  let held = new Map<number, Held>();
  const given = (index: number): Held => held.get(index) ?? plain;
  const kept = (index: number): Held => stored(given(index), isViewed);
  for (let changed = true; changed; ) {
    const found = new Map(held);
    const from = { given, kept };
    lookAt(init, false, from, found);
    if (next !== undefined) lookAt(next, true, from, found);
    changed = [...found].some(([index, one]) => !isSame(one, given(index)));
    held = found;
  }
  return { given, kept };
}

/** Adds what a formula gives to variables. */
function lookAt(formula: Ir, primed: boolean, variables: HeldVariables, found: Map<number, Held>): void {
  const reader = heldReader((index, isPrimed) =>
    primed && !isPrimed ? variables.kept(index) : variables.given(index),
  );
  const seen = new Set<string>();
  const give = (index: number, value: Held): void => {
    const before = found.get(index);
    found.set(index, before === undefined ? value : merged([before, value]));
  };
  const look = (ir: Ir): void => {
    if (ir.op === 'exists' || ir.op === 'forall') reader.bind(ir.bounds);
    if (ir.op === 'builtin' && (ir.name === '=' || ir.name === '\\in')) {
      const [left, right] = ir.arguments;
      const index = left && variableIn(left, primed);
      if (index !== undefined && right !== undefined) {
        const value = reader.read(right);
        give(index, ir.name === '=' ? value : elementOf(value));
      }
      return;
    }
    if (ir.op === 'call') {
      const key = reader.pass(ir);
      if (seen.has(key)) return;
      seen.add(key);
      const { body } = ir.definition;
      return withinStack(placeOf(body.span), () => look(body));
    }
    subterms(ir).forEach(look);
  };
  look(formula);
}

/** What is stored has been compared, which lists it once and for all; behind a view it may not have been. */
function stored({ self, inside, deeper, surely }: Held, isViewed: boolean): Held {
  const of = (some: Holding): Holding =>
    storedSets(some & 15, isViewed) | (storedSets(some >> 4, isViewed) << 4);
  return { self: of(self), inside: of(inside), deeper: of(deeper), surely: surely && of(inside) === inside };
}

function storedSets(some: Holding, isViewed: boolean): Holding {
  const { listed, once, often } = holding;
  if ((some & (once | often)) === 0) return some;
  // TLC lists what it writes to disk, which it does where there are many states.
  return (isViewed ? some : some & ~often) | once | listed;
}
