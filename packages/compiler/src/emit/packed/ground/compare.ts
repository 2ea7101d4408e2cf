import type { Span } from '../../../parse/syntax.js';
import { isModel } from '../../../run/values/compare.js';
import { equal } from '../../../run/values/equality.js';
import { isIn } from '../../../run/values/sets.js';
import { kindName } from '../../../run/values/show.js';
import type { Stored } from '../../../run/values/value.js';
import { and, conjunction, disjunction, equivalent } from '../symbolic/junction.js';
import { FALSE, type Logic, TRUE } from '../symbolic/logic.js';
import { known, type Term, valueOf, where } from '../symbolic/term.js';
import { memberMap, membersOf, partsOf, positionsIn } from '../symbolic/views.js';
import { asLogic, lift } from './lift.js';
import { type Ground, raise } from './scope.js';

/** `left = right` */
export function equals(g: Ground, left: Term, right: Term, span: Span): Logic {
  const { forge } = g;
  if (left === right && left.kind !== 'known') return TRUE;
  if (left.kind === 'truth' && right.kind === 'truth') return equivalent(forge, left.of, right.of);
  if (isStructure(left) || isStructure(right)) {
    if (left.kind === 'set' || right.kind === 'set' || left.kind === 'family' || right.kind === 'family') {
      const [a, b] = [membersOf(forge, left), membersOf(forge, right)];
      if (a === undefined || b === undefined) return unlike(g, left, right);
      const [ofLeft, ofRight] = [memberMap(a), memberMap(b)];
      const universe = [...new Set([...a.universe, ...b.universe])];
      return conjunction(
        forge,
        universe.map((element) =>
          equivalent(forge, ofLeft.get(element) ?? FALSE, ofRight.get(element) ?? FALSE),
        ),
      );
    }
    const [a, b] = [partsOf(forge, left), partsOf(forge, right)];
    if (a !== undefined && b !== undefined) {
      if (a.shape !== b.shape) return FALSE;
      return conjunction(
        forge,
        a.items.map((item, index) => equals(g, item, b.items[index] as Term, span)),
      );
    }
    if (left.kind !== 'enumeration' && right.kind !== 'enumeration') return unlike(g, left, right);
  }
  return asLogic(
    g,
    lift(g, span, [left, right], (a, b) => equal(a, b, span)),
  );
}

function isStructure({ kind }: Term): boolean {
  return kind === 'set' || kind === 'function' || kind === 'family';
}

/** A set and a function, or one of them and something else: an error unless that is a model value. */
function unlike(g: Ground, ...terms: readonly Term[]): Logic {
  if (!terms.some((term) => isModel(valueOf(term)))) raise(g, TRUE);
  return FALSE;
}

/** `element \in set` */
export function isMember(g: Ground, element: Term, set: Term, span: Span): Logic {
  const { forge } = g;
  const value = valueOf(element);
  if (set.kind === 'family' && value === undefined) return set.has(element, span);
  if (set.kind === 'known' || (set.kind === 'family' && value !== undefined)) {
    if (!isStructure(element)) {
      return asLogic(
        g,
        lift(g, span, [element, set], (a, b) => isIn(a, b, span)),
      );
    }
  }
  const members = membersOf(forge, set);
  if (members === undefined) {
    raise(g, TRUE);
    return FALSE;
  }
  const { universe, bits } = members;
  if (element.kind === 'known') {
    const one = element.value as Stored;
    if (universe.some((other) => !comparable(one, other))) raise(g, TRUE);
    return bits[positionsIn(universe).get(one) ?? -1] ?? FALSE;
  }
  if (element.kind === 'enumeration') {
    const { atoms, values } = element;
    for (const one of new Set(values)) {
      if (universe.some((other) => !comparable(one, other)))
        raise(
          g,
          where(forge, { atoms, values }, (v) => v === one),
        );
    }
    return disjunction(
      forge,
      universe.map((other, index) =>
        and(
          forge,
          where(forge, { atoms, values }, (v) => v === other),
          bits[index] as Logic,
        ),
      ),
    );
  }
  return disjunction(
    forge,
    universe.map((other, index) => and(forge, bits[index] as Logic, equals(g, element, known(other), span))),
  );
}

function comparable(left: Stored, right: Stored): boolean {
  return isModel(left) || isModel(right) || kindName(left) === kindName(right);
}
