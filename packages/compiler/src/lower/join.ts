import type { Span } from '../parse/syntax.js';
import type { Plan, PlanLabel } from './plan.js';
import { countGotos, replaceGoto } from './plan-walk.js';

/** What is known on the way to a place in a plan. */
export interface Way {
  /** The variables that have a value. */
  readonly assigned: ReadonlySet<number>;
  readonly label: PlanLabel | undefined;
}

/** What comes behind a place. */
export type Then = (way: Way) => Plan;

/**
 * Several ways that go on alike: what they go on with is written once for each set of variables that they may have
 * assigned, if it is more than a step. Where a way has got another label it goes on by itself, since the label speaks of
 * what that way has bound.
 */
export function join(
  way: Way,
  then: Then,
  span: Span,
  nextId: () => number,
  build: (then: Then) => Plan,
): Plan {
  const rests = new Map<string, { readonly id: number; readonly rest: Plan }>();
  let body = build((end) => {
    if (end.label !== way.label) return then(end);
    const key = [...end.assigned].toSorted((a, b) => a - b).join();
    const known = rests.get(key) ?? { id: nextId(), rest: then(end) };
    rests.set(key, known);
    return isSmall(known.rest) ? known.rest : { step: 'goto', id: known.id, span };
  });
  for (const { id, rest } of rests.values()) {
    const count = countGotos(body, id);
    if (count === 1) body = replaceGoto(body, id, rest);
    else if (count > 1) body = { step: 'join', id, rest, body, span };
  }
  return body;
}

function isSmall({ step }: Plan): boolean {
  return step === 'successor' || step === 'incomplete' || step === 'goto';
}
