import type { Filter, FunctionSet, Listing, RecordLike, SetMap } from '../../../lower/ir.js';
import type { Span } from '../../../parse/syntax.js';
import { recordShape } from '../../../run/values/functions.js';
import * as large from '../../../run/values/large-sets.js';
import { concrete } from '../../../run/values/lazy.js';
import { shapeOn, tupleShape } from '../../../run/values/shape.js';
import { stringItem } from '../../../run/values/store.js';
import { Item, type Shape, type Stored, type Value } from '../../../run/values/value.js';
import { refuse } from '../refusal.js';
import { and, conjunction, implies } from '../symbolic/junction.js';
import { atom, bit, FALSE, type Logic, nextId, TRUE } from '../symbolic/logic.js';
import {
  enumeration,
  type Family,
  functionTerm,
  known,
  listedSet,
  nowhere,
  setTerm,
  type Term,
  tableOf,
  valueOf,
  where,
} from '../symbolic/term.js';
import { membersOf, partsOf, subsetsOf } from '../symbolic/views.js';
import { isMember } from './compare.js';
import { forChoices, formula } from './logic.js';
import { type Env, type Ground, raise, under } from './scope.js';

/** `{a, b}` */
export function listing(g: Ground, ir: Listing, env: Env): Term {
  const universe: Stored[] = [];
  const bits: Logic[] = [];
  for (const element of ir.elements) addElement(g, g.evaluate(g, element, env), TRUE, universe, bits);
  return setTerm(g.forge, universe, bits);
}

/** An element that is there under a condition: one of its values is. */
function addElement(g: Ground, element: Term, when: Logic, universe: Stored[], bits: Logic[]): void {
  const { forge } = g;
  if (element.kind === 'known') {
    universe.push(concrete(element.value, nowhere));
    bits.push(when);
    return;
  }
  const table = tableOf(forge, element);
  for (const value of new Set(table.values)) {
    universe.push(value);
    bits.push(
      and(
        forge,
        when,
        where(forge, table, (other) => other === value),
      ),
    );
  }
}

/** `{x \in S : P}` */
export function filter(g: Ground, ir: Filter, env: Env): Term {
  const universe: Stored[] = [];
  const bits: Logic[] = [];
  forChoices(g, [ir.bound], env, (choice) => {
    const body = under(g, choice.when, () => formula(g, ir.body, choice.env));
    const here = and(g.forge, choice.when, body);
    if (here === FALSE) return true;
    universe.push(choice.elements[0] as Stored);
    bits.push(here);
    return true;
  });
  return listedSet(universe, bits);
}

/** `{e : x \in S}` */
export function setMap(g: Ground, ir: SetMap, env: Env): Term {
  const universe: Stored[] = [];
  const bits: Logic[] = [];
  forChoices(g, ir.bounds, env, (choice) => {
    const image = under(g, choice.when, () => g.evaluate(g, ir.body, choice.env));
    addElement(g, image, choice.when, universe, bits);
    return true;
  });
  return setTerm(g.forge, universe, bits);
}

/** Functions of one shape, each value from a set of its own. */
function functionsInto(g: Ground, shape: () => Shape, ranges: readonly Term[], whole: () => Value): Family {
  const { forge } = g;
  return {
    kind: 'family',
    known: whole,
    has: (member, span) => {
      const parts = partsOf(forge, member);
      if (parts === undefined) {
        if (member.kind === 'enumeration')
          return tested(g, member, span, (value) =>
            functionsInto(g, shape, ranges, whole).has(known(value), span),
          );
        raise(g, TRUE);
        return FALSE;
      }
      if (parts.shape !== shape()) return FALSE;
      return conjunction(
        forge,
        parts.items.map((item, index) => isMember(g, item, ranges[index] as Term, span)),
      );
    },
    any: () =>
      functionTerm(
        shape(),
        ranges.map((range) => anyOf(g, range)),
      ),
  };
}

/** A condition on an enumeration, from what it is for each of its values. */
function tested(
  g: Ground,
  { atoms, values }: Extract<Term, { kind: 'enumeration' }>,
  _span: Span,
  holds: (value: Stored) => Logic,
): Logic {
  const { forge } = g;
  return conjunction(
    forge,
    [...new Set(values)].map((value) => {
      const here = where(forge, { atoms, values }, (other) => other === value);
      return implies(
        forge,
        here,
        under(g, here, () => holds(value)),
      );
    }),
  );
}

/** A member of a set that is not known: new atoms say which. */
export function anyOf(g: Ground, set: Term): Term {
  const { forge } = g;
  if (set.kind === 'family' && set.any !== undefined) return set.any();
  const members = membersOf(forge, set);
  if (members === undefined || members.bits.some((each) => each !== TRUE)) {
    return refuse('it takes a member of a set that is not known');
  }
  const { universe } = members;
  if (universe.length === 1) return known(universe[0] as Stored);
  return enumeration(forge, [newChoice(g, universe.length)], universe);
}

function newChoice(g: Ground, size: number): ReturnType<typeof atom> {
  const name = `c${nextId(g.forge)}`;
  const made = atom(g.forge, name, size, { kind: 'choice', name });
  g.forge.choices.push(made);
  return made;
}

function knownOf(term: Term): Value {
  if (term.kind === 'family') return term.known();
  return valueOf(term) ?? refuse('a set of functions is not known');
}

/** `[S -> T]` */
export function functionSet(g: Ground, ir: FunctionSet, env: Env): Term {
  const domain = g.evaluate(g, ir.domain, env);
  const range = g.evaluate(g, ir.range, env);
  const from = valueOf(domain);
  if (from === undefined) return refuse('the domain of a set of functions is not known');
  const set = concrete(from, ir.span);
  if (!(set instanceof Item)) return refuse('the domain of a set of functions is no set');
  const shape = shapeOn(set);
  return functionsInto(
    g,
    () => shape,
    shape.domain.map(() => range),
    () => large.functionSet(from, knownOf(range), ir.span),
  );
}

/** `[a : S]` */
export function recordSet(g: Ground, ir: RecordLike, env: Env): Term {
  const names = ir.fields.map(({ name }) => stringItem(name));
  const ranges = ir.fields.map(({ value }) => g.evaluate(g, value, env));
  const { shape, order } = recordShape(names);
  return functionsInto(
    g,
    () => shape,
    order.map((index) => ranges[index] as Term),
    () => large.recordSet(names, ranges.map(knownOf), ir.span),
  );
}

/** `A \X B` */
export function product(g: Ground, ir: Listing, env: Env): Term {
  const factors = ir.elements.map((element) => g.evaluate(g, element, env));
  return functionsInto(
    g,
    () => tupleShape(factors.length),
    factors,
    () => large.productOf(factors.map(knownOf), ir.span),
  );
}

/** `SUBSET S` */
export function powerSet(g: Ground, base: Term, span: Span): Term {
  const { forge } = g;
  const family: Family = {
    kind: 'family',
    known: () => large.subsetsOf(knownOf(base), span),
    has: (member, at) => {
      const members = membersOf(forge, member);
      if (members === undefined) {
        raise(g, TRUE);
        return FALSE;
      }
      return conjunction(
        forge,
        members.universe.map((element, index) => {
          const there = members.bits[index] as Logic;
          return implies(
            forge,
            there,
            under(g, there, () => isMember(g, known(element), base, at)),
          );
        }),
      );
    },
    any: () => {
      // Element by element, subsets do not come in order.
      if (g.inOrder) return anyOf(g, known(large.subsetsOf(knownOf(base), span)));
      const members = membersOf(forge, base);
      if (members === undefined || members.bits.some((each) => each !== TRUE)) {
        return refuse('it takes a subset of a set that is not known');
      }
      return listedSet(
        members.universe,
        members.universe.map(() => bit(forge, newChoice(g, 2))),
      );
    },
  };
  if (valueOf(base) !== undefined || base.kind === 'family') return family;
  const members = membersOf(forge, base);
  return members === undefined ? family : { ...family, members: () => subsetsOf(forge, members) };
}
