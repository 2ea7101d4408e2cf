import type { Builtin } from '../../../lower/ir.js';
import type { Span } from '../../../parse/syntax.js';
import { canonicalName, operations } from '../../../run/values/builtins.js';
import { sortedSet } from '../../../run/values/set.js';
import { Item, MODEL, STRING, type Stored, type Value } from '../../../run/values/value.js';
import { refuse } from '../refusal.js';
import { and, conjunction, disjunction, equivalent, implies, or } from '../symbolic/junction.js';
import { atom, FALSE, type Logic, not, TRUE } from '../symbolic/logic.js';
import {
  enumeration,
  type Family,
  known,
  listedSet,
  ordered,
  type Term,
  truth,
  valueOf,
} from '../symbolic/term.js';
import { type Members, memberMap, membersOf, partsOf, positionsIn } from '../symbolic/views.js';
import { equals, isMember } from './compare.js';
import { lift } from './lift.js';
import { elementsOf, formula } from './logic.js';
import { type Env, type Ground, raise, under } from './scope.js';
import { powerSet } from './sets.js';

type Two = (g: Ground, left: Term, right: Term, span: Span) => Term;

const binary: ReadonlyMap<string, Two> = new Map<string, Two>([
  ['=', (g, a, b, span) => truth(equals(g, a, b, span))],
  ['/=', (g, a, b, span) => truth(not(g.forge, equals(g, a, b, span)))],
  ['\\in', (g, a, b, span) => truth(isMember(g, a, b, span))],
  ['\\notin', (g, a, b, span) => truth(not(g.forge, isMember(g, a, b, span)))],
  ['\\subseteq', isSubset],
  ['\\union', union],
  ['\\intersect', intersection],
  ['\\', difference],
]);

/** An operator of the language or of a standard module. */
export function builtin(g: Ground, ir: Builtin, env: Env): Term {
  const { forge } = g;
  const name = canonicalName(ir.name);
  if (ir.element !== undefined) return refuse(`${name} is left to the first tier`);
  const [first, second] = ir.arguments;
  if (first !== undefined && second !== undefined) {
    if (name === '=>') {
      const left = formula(g, first, env);
      if (left === FALSE) return truth(TRUE);
      const right = under(g, left, () => formula(g, second, env));
      return truth(implies(forge, left, right));
    }
    if (name === '<=>') return truth(equivalent(forge, formula(g, first, env), formula(g, second, env)));
  }
  if (name === '~' && first !== undefined) return truth(not(forge, formula(g, first, env)));
  const operands = ir.arguments.map((argument) => g.evaluate(g, argument, env));
  return operator(g, name, operands, ir.span);
}

function operator(g: Ground, name: string, operands: readonly Term[], span: Span): Term {
  const [a, b] = operands;
  if (a?.kind === 'known' && b?.kind === 'known' && (name === '=' || name === '/=')) {
    const alike = sameScalars(a.value, b.value);
    if (alike !== undefined) return truth(alike === (name === '=') ? TRUE : FALSE);
  }
  const two = binary.get(name);
  if (two !== undefined && a !== undefined && b !== undefined) {
    if (operands.some((operand) => !isPlain(operand))) return two(g, a, b, span);
  }
  if (a !== undefined && !isPlain(a)) {
    const result = structural(g, name, a, span);
    if (result !== undefined) return result;
  }
  if (name === 'SUBSET' && a !== undefined) return powerSet(g, a, span);
  if (['Print', 'PrintT', 'ToString'].includes(name)) return refuse(`${name} is left to the first tier`);
  return lift(g, span, operands, (...values) => run(name, values, span));
}

/** An operator on known values. */
function run(name: string, values: readonly Value[], span: Span): Value {
  const operation = operations.get(name);
  if (operation === undefined) return refuse(`the operator ${name} is left to the first tier`);
  return operation.run(...values, span);
}

/** Whether two numbers, strings or model values are the same; undefined for anything else. */
function sameScalars(a: Value, b: Value): boolean | undefined {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return false;
  if (!(a instanceof Item && b instanceof Item) || a.kind !== b.kind) return undefined;
  return a.kind === STRING || a.kind === MODEL ? false : undefined;
}

/** Neither made of parts nor a large set: for these an operator is looked up in a table. */
function isPlain({ kind }: Term): boolean {
  return kind === 'known' || kind === 'enumeration';
}

/** What is known of operators of one argument that is made of parts. */
function structural(g: Ground, name: string, term: Term, span: Span): Term | undefined {
  const { forge } = g;
  if (name === 'UNION') return unionOf(g, term);
  if (name === 'Cardinality' && term.kind === 'set') {
    const { bits } = term;
    const certain = bits.filter((bit) => bit === TRUE).length;
    const open = bits.filter((bit) => bit !== TRUE);
    const key = `count${open.map((bit) => bit.id).join()}`;
    const counted = atom(forge, key, open.length + 1, { kind: 'count', of: open });
    return enumeration(
      forge,
      [counted],
      Array.from({ length: open.length + 1 }, (_, count) => certain + count),
    );
  }
  if (name === 'IsFiniteSet' && term.kind === 'set') return truth(TRUE);
  const parts = name === 'DOMAIN' || name === 'Len' ? partsOf(forge, term) : undefined;
  if (parts === undefined) return undefined;
  if (name === 'DOMAIN') return known(sortedSet(parts.shape.domain));
  if (name === 'Len' && parts.shape.domain.every((key, index) => key === index + 1))
    return known(parts.shape.size);
  return lift(g, span, [term], (value) => run(name, [value], span));
}

/** `\subseteq` */
function isSubset(g: Ground, left: Term, right: Term, span: Span): Term {
  const { forge } = g;
  const { universe, bits } = elementsOf(g, left);
  return truth(
    conjunction(
      forge,
      universe.map((element, index) => {
        const here = bits[index] ?? FALSE;
        return implies(
          forge,
          here,
          under(g, here, () => isMember(g, known(element), right, span)),
        );
      }),
    ),
  );
}

/** A set that is put together of two of which one is only known by its members. */
function family(g: Ground, name: string, left: Term, right: Term, span: Span): Term {
  const { forge } = g;
  const made: Family = {
    kind: 'family',
    known: () => {
      return run(name, [knownSet(left), knownSet(right)], span);
    },
    has: (member, at) => {
      const [a, b] = [isMember(g, member, left, at), isMember(g, member, right, at)];
      if (name === '\\union') return or(forge, a, b);
      return and(forge, a, name === '\\' ? not(forge, b) : b);
    },
  };
  return made;
}

function knownSet(term: Term): Value {
  return (term.kind === 'family' ? term.known() : valueOf(term)) ?? refuse('a large set is not known');
}

function isFamily(term: Term): boolean {
  return term.kind === 'family' || (term.kind === 'known' && membersOfKnown(term) === undefined);
}

/** Undefined for a set that is not enumerated. */
function membersOfKnown(term: Term): unknown {
  const value = valueOf(term);
  return typeof value === 'object' && 'has' in value ? undefined : true;
}

function union(g: Ground, left: Term, right: Term, span: Span): Term {
  if (isFamily(left) || isFamily(right)) return family(g, '\\union', left, right, span);
  const { forge } = g;
  const [first, second] = [elementsOf(g, left), elementsOf(g, right)];
  const positions = positionsIn(first.universe);
  if (second.universe.every((element) => positions.has(element))) {
    const bits = first.bits.slice();
    for (const [index, element] of second.universe.entries()) {
      const at = positions.get(element) as number;
      bits[at] = or(forge, bits[at] as Logic, second.bits[index] as Logic);
    }
    return listedSet(first.universe, bits);
  }
  const [a, b] = [memberMap(first), memberMap(second)];
  const universe = ordered([...new Set([...a.keys(), ...b.keys()])]);
  return listedSet(
    universe,
    universe.map((element) => or(forge, a.get(element) ?? FALSE, b.get(element) ?? FALSE)),
  );
}

function intersection(g: Ground, left: Term, right: Term, span: Span): Term {
  if (isFamily(left) && isFamily(right)) return family(g, '\\intersect', left, right, span);
  if (isFamily(left)) return kept(g, elementsOf(g, right), left, true, span);
  return kept(g, elementsOf(g, left), right, true, span);
}

function difference(g: Ground, left: Term, right: Term, span: Span): Term {
  if (isFamily(left)) return family(g, '\\', left, right, span);
  return kept(g, elementsOf(g, left), right, false, span);
}

/** The elements of the one set that are in the other, or that are not. */
function kept(g: Ground, { universe, bits }: Members, other: Term, wanted: boolean, span: Span): Term {
  const { forge } = g;
  return listedSet(
    universe,
    universe.map((element, index) => {
      const here = bits[index] ?? FALSE;
      const there = under(g, here, () => isMember(g, known(element), other, span));
      return and(forge, here, wanted ? there : not(forge, there));
    }),
  );
}

function unionOf(g: Ground, term: Term): Term {
  const { forge } = g;
  const found = new Map<Stored, { readonly element: Stored; readonly when: Logic[] }>();
  const outer = elementsOf(g, term);
  for (const [index, set] of outer.universe.entries()) {
    const here = outer.bits[index] ?? FALSE;
    const inner = membersOf(forge, known(set));
    if (inner === undefined) {
      raise(g, here);
      continue;
    }
    for (const element of inner.universe) {
      const entry = found.get(element);
      if (entry === undefined) found.set(element, { element, when: [here] });
      else entry.when.push(here);
    }
  }
  const universe = ordered([...found.values()].map(({ element }) => element));
  return listedSet(
    universe,
    universe.map((element) => disjunction(forge, found.get(element)?.when ?? [FALSE])),
  );
}
