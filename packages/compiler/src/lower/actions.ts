import type { Context } from './context.js';
import type { LoweredAction } from './lowered.js';
import type { Plan } from './plan.js';
import { subplans } from './plan-walk.js';

/** The actions that give their names to steps, in the order in which a plan has them. */
export function actionsOf(next: Plan, { origins }: Context, nextName: string): readonly LoweredAction[] {
  const formals = new Map<string, readonly string[]>();
  for (const { name, parameters } of origins.values()) {
    if (!formals.has(name))
      formals.set(
        name,
        parameters.map((parameter) => parameter.name),
      );
  }
  const found = new Map<string, LoweredAction>();
  const look = (plan: Plan): void => {
    const label = 'label' in plan ? plan.label : undefined;
    if (label !== undefined && !found.has(label.action)) {
      const named = label.action === nextName ? [] : (formals.get(label.action) ?? []);
      found.set(label.action, { name: label.action, formals: named });
    }
    // What comes first in the text is in the body of a join.
    subplans(plan).forEach(look);
  };
  look(next);
  return [...found.values()];
}
