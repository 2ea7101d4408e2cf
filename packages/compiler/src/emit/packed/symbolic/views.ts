import { elementsOf } from '../../../run/values/lazy.js';
import { LazySet, type Shape, type Stored, type Value } from '../../../run/values/value.js';
import { refuse } from '../refusal.js';
import { and, choose } from './junction.js';
import { FALSE, type Forge, type Logic, TRUE } from './logic.js';
import {
  combine,
  type Enumeration,
  enumeration,
  type FunctionTerm,
  functionTerm,
  isFunctionValue,
  isSetValue,
  isStored,
  known,
  listedSet,
  nowhere,
  ordered,
  type SetTerm,
  type Term,
  truth,
  valueOf,
  where,
} from './term.js';

/** The elements that a set may have, and when. */
export type Members = Pick<SetTerm, 'universe' | 'bits'>;

/** A term as a set; undefined if it is none, or not in every state. */
export function membersOf(forge: Forge, term: Term): Members | undefined {
  switch (term.kind) {
    case 'set':
      return term;
    case 'known': {
      const elements = listed(forge, term.value);
      return elements === undefined ? undefined : { universe: elements, bits: elements.map(() => TRUE) };
    }
    case 'enumeration':
      return term.values.every(isSetValue) ? membersWhereSet(forge, term) : undefined;
    case 'family':
      return term.members === undefined ? membersOf(forge, known(term.known())) : term.members();
    case 'function':
    case 'truth':
      return undefined;
  }
}

/** The elements of what is a set in some states, while it is one. */
export function membersWhereSet(forge: Forge, term: Enumeration): Members {
  const universe = ordered([
    ...new Set(term.values.flatMap((value) => (isSetValue(value) ? value.items : []))),
  ]);
  return {
    universe,
    bits: universe.map((element) =>
      where(forge, term, (value) => isSetValue(value) && value.items.includes(element)),
    ),
  };
}

function listed(forge: Forge, value: Value): readonly Stored[] | undefined {
  if (isSetValue(value)) return value.items;
  if (!(value instanceof LazySet)) return undefined;
  if (value.size() > forge.budgets.unrolled)
    refuse(`${value.name()} has too many elements to be written out`);
  return elementsOf(value, nowhere);
}

/** A term as a function with a known domain; undefined if it is none, or not always with the same domain. */
export function partsOf(forge: Forge, term: Term): Pick<FunctionTerm, 'shape' | 'items'> | undefined {
  switch (term.kind) {
    case 'function':
      return term;
    case 'known':
      return isFunctionValue(term.value)
        ? { shape: term.value.shape, items: term.value.items.map(known) }
        : undefined;
    case 'enumeration': {
      const shape = sharedShape(term.values);
      if (shape === undefined) return undefined;
      const { atoms, values } = term;
      const items = shape.domain.map((_, index) =>
        enumeration(
          forge,
          atoms,
          values.map((value) => (isFunctionValue(value) ? (value.items[index] as Stored) : false)),
        ),
      );
      return { shape, items };
    }
    case 'family':
    case 'set':
    case 'truth':
      return undefined;
  }
}

function sharedShape(values: readonly Stored[]): Shape | undefined {
  let shape: Shape | undefined;
  for (const value of values) {
    if (!isFunctionValue(value)) return undefined;
    if (shape !== undefined && shape !== value.shape) return undefined;
    shape = value.shape;
  }
  return shape;
}

/** A term as a formula, and when it is none. */
export function logicOf(forge: Forge, term: Term): { readonly of: Logic; readonly wrong: Logic } {
  if (term.kind === 'truth') return { of: term.of, wrong: FALSE };
  if (term.kind !== 'enumeration') return { of: FALSE, wrong: TRUE };
  return {
    of: where(forge, term, (value) => value === true),
    wrong: where(forge, term, (value) => typeof value !== 'boolean'),
  };
}

/** The one term if a condition holds, else the other. */
export function either(forge: Forge, condition: Logic, yes: Term, other: Term): Term {
  if (condition === TRUE || yes === other) return yes;
  if (condition === FALSE) return other;
  if (yes.kind === 'truth' && other.kind === 'truth')
    return truth(choose(forge, condition, yes.of, other.of));
  if (valueOf(yes) !== undefined && valueOf(yes) === valueOf(other)) return yes;
  if (yes.kind === 'set' || other.kind === 'set') {
    const [a, b] = [membersOf(forge, yes), membersOf(forge, other)];
    if (a !== undefined && b !== undefined) return eitherSet(forge, condition, a, b);
  }
  if (yes.kind === 'function' || other.kind === 'function') {
    const [a, b] = [partsOf(forge, yes), partsOf(forge, other)];
    if (a !== undefined && b !== undefined && a.shape === b.shape) {
      return functionTerm(
        a.shape,
        a.items.map((item, index) => either(forge, condition, item, b.items[index] as Term)),
      );
    }
  }
  const { atoms, values } = combine(forge, [truth(condition), yes, other], ([first, a, b]) =>
    first === true ? (a as Stored) : (b as Stored),
  );
  return enumeration(forge, atoms, values);
}

function eitherSet(forge: Forge, condition: Logic, yes: Members, other: Members): Term {
  const [a, b] = [memberMap(yes), memberMap(other)];
  const universe = ordered([...new Set([...yes.universe, ...other.universe])]);
  return listedSet(
    universe,
    universe.map((element) => choose(forge, condition, a.get(element) ?? FALSE, b.get(element) ?? FALSE)),
  );
}

export function memberMap({ universe, bits }: Members): Map<Stored, Logic> {
  return new Map(universe.map((element, index) => [element, bits[index] as Logic]));
}

/** A set of all subsets of a set that is not known, in order, each with the condition that it is one. */
export function subsetsOf(forge: Forge, { universe, bits }: Members): Members {
  if (2 ** universe.length > forge.budgets.unrolled) refuse('SUBSET of a set that may have many elements');
  let all: { elements: Stored[]; when: Logic }[] = [{ elements: [], when: TRUE }];
  for (const [index, element] of universe.entries()) {
    const when = bits[index] as Logic;
    all = all.flatMap((each) => [
      each,
      { elements: [...each.elements, element], when: and(forge, each.when, when) },
    ]);
  }
  const conditions = new Map<Stored, Logic>();
  for (const { elements, when } of all) {
    const set = valueOf(
      listedSet(
        elements,
        elements.map(() => TRUE),
      ),
    );
    conditions.set(set !== undefined && isStored(set) ? set : false, when);
  }
  const sets = ordered([...conditions.keys()]);
  return { universe: sets, bits: sets.map((set) => conditions.get(set) ?? FALSE) };
}

const positionMaps = new WeakMap<readonly Stored[], ReadonlyMap<Stored, number>>();

/** Where each element of a universe stands. The same universe is asked for again and again. */
export function positionsIn(universe: readonly Stored[]): ReadonlyMap<Stored, number> {
  let positions = positionMaps.get(universe);
  if (positions === undefined) {
    positions = new Map(universe.map((element, index) => [element, index]));
    positionMaps.set(universe, positions);
  }
  return positions;
}
