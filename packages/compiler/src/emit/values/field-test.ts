import type { Ir, Local } from '../../lower/ir.js';
import type { Plan } from '../../lower/plan.js';

/** What an element must have for anything else to be asked of it: a field with this string. */
export interface FieldTest {
  readonly field: string;
  readonly value: string;
}

/**
 * The test `m.type = "1a"` that a condition on `m` begins with, if it does. Elements that fail it can be passed over: nothing
 * that could be an error is looked at before it.
 *
 * @param isForAll whether the condition must hold for all: then it begins with it as a premise
 */
export function fieldTestOf(ir: Ir, local: Local, isForAll = false): FieldTest | undefined {
  if (isForAll) {
    return ir.op === 'builtin' && ir.name === '=>' ? fieldTestOf(ir.arguments[0] as Ir, local) : undefined;
  }
  if (ir.op === 'and') return fieldTestOf(ir.items[0] as Ir, local);
  if (ir.op !== 'builtin' || ir.name !== '=') return undefined;
  const [left, right] = ir.arguments as readonly [Ir, Ir];
  return read(left, right, local) ?? read(right, left, local);
}

function read(access: Ir, constant: Ir, local: Local): FieldTest | undefined {
  if (access.op !== 'apply' || access.function.op !== 'local' || access.function.local !== local)
    return undefined;
  const [name, value] = [access.argument, constant];
  if (name.op !== 'constant' || typeof name.value !== 'string') return undefined;
  if (value.op !== 'constant' || typeof value.value !== 'string') return undefined;
  return { field: name.value, value: value.value };
}

/** Likewise for the way that a plan goes on with an element. */
export function fieldTestOfPlan(plan: Plan, local: Local): FieldTest | undefined {
  return plan.step === 'when' ? fieldTestOf(plan.condition, local) : undefined;
}
