import { LazySet } from '../../run/values/value.js';
import { elementsOf } from './ground/logic.js';
import { attempt, type Ground } from './ground/scope.js';
import { anyOf } from './ground/sets.js';
import { refuse } from './refusal.js';
import type { Statement } from './statement.js';
import { and } from './symbolic/junction.js';
import { FALSE, type Logic, not } from './symbolic/logic.js';
import { known, type Term } from './symbolic/term.js';

/** Where a walk through a plan is. */
export interface Walk {
  readonly g: Ground;
  readonly assigned: (Term | undefined)[];
  readonly onward: Map<number, (path: Logic, out: Statement[]) => void>;
  readonly labels: boolean;
  statements: number;
  /** Within how many plans this is whose ways are only counted. */
  counted: number;
}

/** What an expression is here. Where it is an error, nothing goes on. */
export function value(
  w: Walk,
  path: Logic,
  out: Statement[],
  work: () => Term,
): { readonly term: Term; readonly dead: boolean } {
  const { term, error } = attempt(w.g, work);
  if (error === FALSE) return { term, dead: false };
  if (and(w.g.forge, path, error) === FALSE) return { term, dead: false };
  out.push({ kind: 'fail', when: error });
  return { term, dead: and(w.g.forge, path, not(w.g.forge, error)) === FALSE };
}

/** Goes on under a condition, unless it cannot hold here. */
export function guard(
  w: Walk,
  condition: Logic,
  path: Logic,
  out: Statement[],
  onward: (path: Logic, out: Statement[]) => void,
): void {
  const { forge } = w.g;
  const inner = and(forge, path, condition);
  if (inner === FALSE) return;
  if (inner === path) return onward(path, out);
  const body: Statement[] = [];
  onward(inner, body);
  if (body.length === 0) return;
  w.statements += 1;
  if (w.statements > forge.budgets.statements) refuse('its actions have too many cases');
  out.push({ kind: 'if', condition, body });
}

/** Sets of more elements than this are gone through by a loop. */
const writtenOut = 64;

/** What is done with each element, under the condition that it is there. */
export type Onward = (element: Term, path: Logic, out: Statement[]) => void;

/** The elements of a set: written out, or gone through by a loop. */
export function overElements(w: Walk, set: Term, path: Logic, out: Statement[], onward: Onward): void {
  const { g } = w;
  if (isLarge(set)) {
    const before = g.forge.choices.length;
    const element = anyOf(g, set);
    const atoms = g.forge.choices.slice(before);
    const body: Statement[] = [];
    onward(element, path, body);
    if (body.length > 0) out.push({ kind: 'loop', atoms, body });
    return;
  }
  let members: ReturnType<typeof elementsOf> | undefined;
  const { dead } = value(w, path, out, () => {
    members = elementsOf(g, set);
    return set;
  });
  if (dead || members === undefined) return;
  for (const [index, element] of members.universe.entries()) {
    guard(w, members.bits[index] as Logic, path, out, (inner, body) => onward(known(element), inner, body));
  }
}

/** Whether a set is known and has many elements. */
function isLarge(set: Term): boolean {
  if (set.kind === 'known') return set.value instanceof LazySet && set.value.size() > writtenOut;
  if (set.kind !== 'family' || set.any === undefined || set.members !== undefined) return false;
  const all = set.known();
  return all instanceof LazySet && all.size() > writtenOut;
}
