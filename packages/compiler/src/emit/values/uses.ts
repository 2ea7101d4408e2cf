import type { Ir, IrBound, IrDefinition } from '../../lower/ir.js';
import type { Plan } from '../../lower/plan.js';
import { subterms } from '../../lower/walk.js';

/** An expression that is evaluated somewhere: once at most, or perhaps many times; and whether it is a set that is only gone through. */
interface Part {
  readonly ir: Ir;
  readonly repeated: boolean;
  readonly listed: boolean;
}

/** How a definition of a LET is used. */
export interface Uses {
  /** 1 if it is evaluated once at most. */
  readonly count: number;
  /** Whether nothing is asked of the set but its elements, and whether there are any. */
  readonly listed: boolean;
}

export function usesOf(definition: IrDefinition, places: readonly Part[]): Uses {
  let count = 0;
  let listed = true;
  const look = ({ ir, repeated, listed: isListed }: Part): void => {
    if (ir.op === 'call' && ir.definition === definition) {
      count += repeated ? 2 : 1;
      if (!isListed) listed = false;
    }
    for (const part of partsOf(ir)) look({ ...part, repeated: repeated || part.repeated });
  };
  places.forEach(look);
  return { count, listed };
}

const once = (ir: Ir): Part => ({ ir, repeated: false, listed: false });
const often = (ir: Ir): Part => ({ ir, repeated: true, listed: false });
const listed = ({ set }: IrBound): Part => ({ ir: set, repeated: false, listed: true });

/** Whether an expression is `{}`. */
export function isEmptySet(ir: Ir | undefined): boolean {
  return ir?.op === 'set' && ir.elements.length === 0;
}

function partsOf(ir: Ir): readonly Part[] {
  if (ir.op === 'forall' || ir.op === 'exists' || ir.op === 'map')
    return [...ir.bounds.map(listed), often(ir.body)];
  if (ir.op === 'function') return [...ir.bounds.map(({ set }) => once(set)), often(ir.body)];
  if (ir.op === 'choose' || ir.op === 'filter') return [listed(ir.bound), often(ir.body)];
  if (ir.op === 'let') return [...ir.definitions.map(({ body }) => often(body)), once(ir.body)];
  if (ir.op === 'call') return ir.arguments.map(often);
  if (ir.op === 'builtin') {
    if (ir.element !== undefined) return ir.arguments.map(often);
    if (isComparisonWithEmpty(ir))
      return ir.arguments.map((argument) => ({ ...once(argument), listed: true }));
  }
  return subterms(ir).map(once);
}

/** Whether an expression is `S = {}`, or says that it is not. */
export function isComparisonWithEmpty(ir: Ir): boolean {
  if (ir.op !== 'builtin' || !['=', '/=', '#'].includes(ir.name)) return false;
  return isEmptySet(ir.arguments[0]) || isEmptySet(ir.arguments[1]);
}

/** The expressions of a plan, apart from those that definitions stand for. */
export function partsOfPlan(plan: Plan): readonly Part[] {
  switch (plan.step) {
    case 'when':
      return [once(plan.condition), ...partsOfPlan(plan.then)];
    case 'assign':
      return [once(plan.value), ...partsOfPlan(plan.then)];
    case 'assignFrom':
      return [{ ...once(plan.set), listed: true }, ...repeatedly(plan.then)];
    case 'each':
      return [listed(plan.bound), ...repeatedly(plan.then)];
    case 'every':
      return [...plan.bounds.map(listed), ...repeatedly(plan.body), ...repeatedly(plan.then)];
    case 'either':
      return plan.branches.flatMap(partsOfPlan);
    case 'branch':
      return [once(plan.condition), ...partsOfPlan(plan.consequent), ...partsOfPlan(plan.alternative)];
    case 'bind':
      return [...plan.definitions.map(({ body }) => often(body)), ...partsOfPlan(plan.then)];
    case 'join':
      return [...repeatedly(plan.rest), ...partsOfPlan(plan.body)];
    case 'goto':
      return [];
    case 'successor':
    case 'incomplete':
    default:
      return plan.label?.parameters.map(once) ?? [];
  }
}

function repeatedly(plan: Plan): readonly Part[] {
  return partsOfPlan(plan).map((part) => ({ ...part, repeated: true }));
}

/** The places of a LET's definitions: its body, and the definitions themselves. */
export function placesOfLet(definitions: readonly IrDefinition[], body: readonly Part[]): readonly Part[] {
  return [...definitions.map((definition) => often(definition.body)), ...body];
}

export { once as evaluatedOnce };
