import type { Case, Choose, If, Ir, IrBound, Junction, Local, Quantifier } from '../../../lower/ir.js';
import { type Stored, TUPLE } from '../../../run/values/value.js';
import { refuse } from '../refusal.js';
import { and, disjunction } from '../symbolic/junction.js';
import { FALSE, type Logic, not, spend, TRUE } from '../symbolic/logic.js';
import { isSetValue, known, type Term, truth, where } from '../symbolic/term.js';
import { either, type Members, membersOf, membersWhereSet, partsOf } from '../symbolic/views.js';
import { fixedOf, keyOfLocals } from './fixed.js';
import { asLogic } from './lift.js';
import { bindLocal, type Env, type Ground, nothing, raise, under } from './scope.js';

/** An expression that is a formula. What it is for known values is remembered, if it depends on nothing else. */
export function formula(g: Ground, ir: Ir, env: Env): Logic {
  const fixed = ir.op === 'constant' ? undefined : fixedOf(g, ir);
  const key = fixed && keyOfLocals(fixed.locals, env);
  if (fixed === undefined || key === undefined) return plainFormula(g, ir, env);
  let result = fixed.results.get(key);
  if (result === undefined) {
    const before = g.error;
    g.error = FALSE;
    result = { of: plainFormula(g, ir, env), error: g.error };
    g.error = before;
    // Anything else has been made for one part of the program only.
    if (isConstant(result.of) && isConstant(result.error)) fixed.results.set(key, result);
  }
  if (result.error !== FALSE) raise(g, result.error);
  return result.of;
}

function isConstant(of: Logic): boolean {
  return of === TRUE || of === FALSE;
}

function plainFormula(g: Ground, ir: Ir, env: Env): Logic {
  return asLogic(g, g.evaluate(g, ir, env));
}

/** What an expression has to be where a set is needed. */
function elements(g: Ground, ir: Ir, env: Env): Members {
  return elementsOf(g, g.evaluate(g, ir, env));
}

export function elementsOf(g: Ground, set: Term): Members {
  const members = membersOf(g.forge, set);
  if (members !== undefined) return members;
  if (set.kind === 'enumeration') {
    // It is wrong only where it is no set: a variable may hold other things at other times.
    raise(
      g,
      where(g.forge, set, (value) => !isSetValue(value)),
    );
    return membersWhereSet(g.forge, set);
  }
  raise(g, TRUE);
  return { universe: [], bits: [] };
}

/** Items are looked at one after the other until one decides: what is behind it is not evaluated. */
export function junction(g: Ground, ir: Junction, env: Env): Term {
  const { forge } = g;
  const items: Logic[] = [];
  let reached: Logic = TRUE;
  for (const item of ir.items) {
    const one = under(g, reached, () => plainFormula(g, item, env));
    items.push(one);
    reached = and(forge, reached, ir.op === 'and' ? one : not(forge, one));
    if (reached === FALSE) break;
  }
  return truth(ir.op === 'and' ? reached : not(forge, reached));
}

export interface Choice {
  readonly env: Env;
  readonly when: Logic;
  readonly elements: readonly Stored[];
}

/** A local of a bound, or a tuple of them, and what it ranges over. */
interface Slot {
  readonly bound: IrBound;
  readonly members: Members;
  readonly local: Local | undefined;
}

/** Does something for each way to choose elements for the locals of bounds, until it says FALSE. */
export function forChoices(
  g: Ground,
  bounds: readonly IrBound[],
  env: Env,
  work: (choice: Choice) => boolean,
): void {
  const slots = bounds.flatMap((bound): Slot[] => {
    const members = elements(g, bound.set, env);
    if (bound.tuple) return [{ bound, members, local: undefined }];
    return bound.locals.map((local) => ({ bound, members, local }));
  });
  const walk = (index: number, inner: Env, when: Logic, chosen: readonly Stored[]): boolean => {
    const slot = slots[index] as Slot;
    const { universe, bits } = slot.members;
    spend(g.forge, universe.length);
    for (let i = 0; i < universe.length; i++) {
      const element = universe[i] as Stored;
      const bit = and(g.forge, when, bits[i] as Logic);
      if (bit === FALSE) continue;
      const around =
        slot.local === undefined
          ? bindTuple(g, slot.bound, known(element), inner)
          : bindLocal(inner, slot.local, known(element));
      const all = index === 0 ? [element] : [...chosen, element];
      const goesOn =
        index + 1 === slots.length
          ? work({ env: around, when: bit, elements: all })
          : walk(index + 1, around, bit, all);
      if (!goesOn) return false;
    }
    return true;
  };
  walk(0, env, TRUE, []);
}

/** `<<x, y>> \in S`: its locals are the components of an element. */
export function bindTuple(g: Ground, bound: IrBound, element: Term, env: Env): Env {
  const parts = partsOf(g.forge, element);
  if (parts === undefined && element.kind === 'enumeration')
    refuse('the parts of a tuple are named that is not always one');
  const items = parts?.shape.kind === TUPLE ? parts.items : [];
  if (items.length !== bound.locals.length) raise(g, TRUE);
  return bound.locals.reduce((inner, local, index) => bindLocal(inner, local, items[index] ?? nothing), env);
}

export function quantified(g: Ground, ir: Quantifier, env: Env): Term {
  const { forge } = g;
  const items: Logic[] = [];
  const decisive: Logic[] = [];
  forChoices(g, ir.bounds, env, (choice) => {
    const body = under(g, choice.when, () => formula(g, ir.body, choice.env));
    const decides = and(forge, choice.when, ir.op === 'exists' ? body : not(forge, body));
    items.push(decides);
    if (decides === TRUE) decisive.push(decides);
    return decides !== TRUE;
  });
  if (decisive.length > 0) return truth(ir.op === 'exists' ? TRUE : FALSE);
  const some = disjunction(forge, items);
  return truth(ir.op === 'exists' ? some : not(forge, some));
}

/** The first element for which the body holds. */
export function choose(g: Ground, ir: Choose, env: Env): Term {
  const { forge } = g;
  const found: { readonly when: Logic; readonly element: Term }[] = [];
  let none: Logic = TRUE;
  forChoices(g, [ir.bound], env, (choice) => {
    const reached = and(forge, none, choice.when);
    if (reached === FALSE) return true;
    const body = under(g, reached, () => formula(g, ir.body, choice.env));
    const here = and(forge, reached, body);
    if (here === FALSE) return true;
    found.push({ when: here, element: known(choice.elements[0] as Stored) });
    none = and(forge, none, not(forge, here));
    return none !== FALSE;
  });
  raise(g, none);
  const last = found.pop();
  if (last === undefined) return nothing;
  return found.reduceRight((rest, { when, element }) => either(forge, when, element, rest), last.element);
}

export function ifThenElse(g: Ground, ir: If, env: Env): Term {
  const { forge } = g;
  const condition = formula(g, ir.condition, env);
  if (condition === TRUE) return g.evaluate(g, ir.consequent, env);
  if (condition === FALSE) return g.evaluate(g, ir.alternative, env);
  const yes = under(g, condition, () => g.evaluate(g, ir.consequent, env));
  const no = under(g, not(forge, condition), () => g.evaluate(g, ir.alternative, env));
  return either(forge, condition, yes, no);
}

export function caseOf(g: Ground, ir: Case, env: Env): Term {
  const { forge } = g;
  const arms: { readonly when: Logic; readonly value: Term }[] = [];
  let reached: Logic = TRUE;
  for (const arm of ir.arms) {
    const condition = under(g, reached, () => formula(g, arm.condition, env));
    const here = and(forge, reached, condition);
    if (here === FALSE) continue;
    arms.push({ when: here, value: under(g, here, () => g.evaluate(g, arm.value, env)) });
    reached = and(forge, reached, not(forge, condition));
    if (reached === FALSE) break;
  }
  const { other } = ir;
  if (reached !== FALSE && other !== undefined) {
    arms.push({ when: reached, value: under(g, reached, () => g.evaluate(g, other, env)) });
  } else {
    raise(g, reached);
  }
  const last = arms.pop();
  if (last === undefined) return nothing;
  return arms.reduceRight((rest, { when, value }) => either(forge, when, value, rest), last.value);
}
