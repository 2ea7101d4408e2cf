import type { Span } from '../../../parse/syntax.js';
import { compare } from '../../../run/values/compare.js';
import { setOf, sortedSet } from '../../../run/values/set.js';
import { internFunction, wordOf } from '../../../run/values/store.js';
import { FUNCTION, Item, SET, type Shape, type Stored, type Value } from '../../../run/values/value.js';
import { refuse } from '../refusal.js';
import { disjunction } from './junction.js';
import { type Atom, FALSE, type Forge, type Logic, spend, TRUE, test, truthAtom } from './logic.js';

/** A value as far as it is known before there is a state. */
export type Term = Known | Truth | Enumeration | SetTerm | FunctionTerm | Family;

/** Known altogether. Booleans are never: they are {@link Truth}. */
export interface Known {
  readonly kind: 'known';
  readonly value: Value;
}

export interface Truth {
  readonly kind: 'truth';
  readonly of: Logic;
}

/** One of several values: which, a table over atoms says, in row-major order. */
export interface Enumeration {
  readonly kind: 'enumeration';
  readonly atoms: readonly Atom[];
  readonly values: readonly Stored[];
}

/** A set: of each value of a universe, whether it is in it. The universe is in TLC's order where it has one. */
export interface SetTerm {
  readonly kind: 'set';
  readonly universe: readonly Stored[];
  readonly bits: readonly Logic[];
}

/** A function with a known domain: tuples and records too. */
export interface FunctionTerm {
  readonly kind: 'function';
  readonly shape: Shape;
  readonly items: readonly Term[];
}

/** A set that is too large to be listed, or may be: it is asked for its members only. */
export interface Family {
  readonly kind: 'family';
  /** Refuses if it is not made of known parts. */
  readonly known: () => Value;
  readonly has: (member: Term, span: Span) => Logic;
  /** Its elements, if it is not known but can be written out. */
  readonly members?: () => Pick<SetTerm, 'universe' | 'bits'>;
  /** A member that is not known, of which each choice of new atoms makes another. */
  readonly any?: () => Term;
}

/** Of what has no place of its own. */
export const nowhere: Span = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, text: '' };

const yes: Truth = { kind: 'truth', of: TRUE };
export const no: Truth = { kind: 'truth', of: FALSE };

export function truth(of: Logic): Truth {
  return of === TRUE ? yes : of === FALSE ? no : { kind: 'truth', of };
}

export function known(value: Value): Term {
  if (typeof value === 'boolean') return value ? yes : no;
  return { kind: 'known', value };
}

/** The value of a term that is known, with nothing lazy in it but large sets. */
export function valueOf(term: Term): Value | undefined {
  if (term.kind === 'known') return term.value;
  if (term === yes) return true;
  return term === no ? false : undefined;
}

/** A table over atoms; what it does not depend on is left out. */
export function enumeration(forge: Forge, atoms: readonly Atom[], values: readonly Stored[]): Term {
  const [first] = values;
  if (values.every((value) => value === first)) return known(first as Stored);
  if (values.every((value) => typeof value === 'boolean')) {
    return truth(test(forge, atoms, Uint8Array.from(values, Number)));
  }
  if (atoms.length < 2) return { kind: 'enumeration', atoms, values };
  let stride = values.length;
  for (const [i, atom] of atoms.entries()) {
    const block = stride;
    stride /= atom.size;
    const matters = values.some((value, index) => {
      const within = index % block;
      return within >= stride && value !== values[index - within + (within % stride)];
    });
    if (matters) continue;
    const rest = values.filter((_, index) => index % block < stride);
    return enumeration(forge, atoms.toSpliced(i, 1), rest);
  }
  return { kind: 'enumeration', atoms, values };
}

/** A set over a universe in any order, in which a value may stand several times. */
export function setTerm(forge: Forge, elements: readonly Stored[], bits: readonly Logic[]): Term {
  const members = new Map<Stored, Logic[]>();
  for (const [index, element] of elements.entries()) {
    const of = bits[index] as Logic;
    if (of === FALSE) continue;
    const there = members.get(element);
    if (there === undefined) members.set(element, [of]);
    else there.push(of);
  }
  const universe = ordered([...members.keys()]);
  const merged = universe.map((element) => disjunction(forge, members.get(element) as Logic[]));
  return listedSet(universe, merged);
}

/** A set over a universe that is in order, each value there once. */
export function listedSet(universe: readonly Stored[], bits: readonly Logic[]): Term {
  if (bits.every((each) => each === TRUE) && comparable(universe)) return known(sortedSet(universe));
  if (!bits.includes(FALSE)) return { kind: 'set', universe, bits };
  const kept = universe.filter((_, index) => bits[index] !== FALSE);
  return listedSet(
    kept,
    bits.filter((each) => each !== FALSE),
  );
}

/** In TLC's order; in some order if TLC has none for them. */
export function ordered(values: readonly Stored[]): readonly Stored[] {
  if (values.length < 2) return values;
  try {
    return values.toSorted((a, b) => compare(a, b, nowhere));
  } catch {
    return values.toSorted((a, b) => wordOf(a) - wordOf(b));
  }
}

function comparable(values: readonly Stored[]): boolean {
  try {
    for (let i = 1; i < values.length; i++) {
      if (compare(values[i - 1] as Stored, values[i] as Stored, nowhere) >= 0) return false;
    }
    return true;
  } catch {
    return refuse('a set has elements that cannot be compared');
  }
}

export function functionTerm(shape: Shape, items: readonly Term[]): Term {
  const values: Stored[] = [];
  for (const item of items) {
    const value = valueOf(item);
    if (value === undefined || !isStored(value)) return { kind: 'function', shape, items };
    values.push(value);
  }
  return known(internFunction(shape, values));
}

export function isStored(value: Value): value is Stored {
  return typeof value !== 'object' || value instanceof Item;
}

/** A term as a table over atoms: sets and functions are written out. */
export function tableOf(forge: Forge, term: Term): Pick<Enumeration, 'atoms' | 'values'> {
  switch (term.kind) {
    case 'known':
      if (!isStored(term.value)) return refuse('a set that is not enumerated is used as a value');
      return { atoms: [], values: [term.value] };
    case 'truth':
      if (term === yes || term === no) return { atoms: [], values: [term === yes] };
      if (term.of.op === 'test') {
        return { atoms: term.of.atoms, values: Array.from(term.of.table, (entry) => entry === 1) };
      }
      return { atoms: [truthAtom(forge, term.of)], values: [false, true] };
    case 'enumeration':
      return term;
    case 'set': {
      const { universe } = term;
      return combine(
        forge,
        term.bits.map((each) => truth(each)),
        (bits) =>
          setOf(
            universe.filter((_, index) => bits[index] === true),
            nowhere,
          ),
      );
    }
    case 'function': {
      const { shape } = term;
      return combine(forge, term.items, (items) => internFunction(shape, items.slice()));
    }
    case 'family':
      return refuse('a set that is not enumerated is used as a value');
  }
}

/** The table of what a function makes of the values of several terms. */
export function combine<T>(
  forge: Forge,
  terms: readonly Term[],
  make: (values: readonly Stored[]) => T,
): { readonly atoms: readonly Atom[]; readonly values: readonly T[] } {
  const tables = terms.map((term) => tableOf(forge, term));
  const atoms = [...new Set(tables.flatMap((table) => table.atoms))].sort((a, b) => a.id - b.id);
  const size = atoms.reduce((product, atom) => product * atom.size, 1);
  if (size > forge.budgets.table) refuse('a value depends on too much of the state at once');
  spend(forge, size);
  const strides = tables.map((table) => stridesOf(table.atoms, atoms));
  const digits = atoms.map(() => 0);
  const at = tables.map(() => 0);
  const values: T[] = [];
  const current: Stored[] = tables.map((table) => table.values[0] as Stored);
  for (let index = 0; index < size; index++) {
    values.push(make(current));
    let place = atoms.length - 1;
    while (place >= 0) {
      const next = (digits[place] as number) + 1;
      const wraps = next === (atoms[place] as Atom).size;
      digits[place] = wraps ? 0 : next;
      for (let i = 0; i < tables.length; i++) {
        const stride = (strides[i] as number[])[place] as number;
        if (stride === 0) continue;
        at[i] = (at[i] as number) + (wraps ? -stride * (next - 1) : stride);
        current[i] = (tables[i] as Enumeration).values[at[i] as number] as Stored;
      }
      if (!wraps) break;
      place -= 1;
    }
  }
  return { atoms, values };
}

/** For each of all atoms, how far apart two of its values are in a table over some of them. */
function stridesOf(own: readonly Atom[], all: readonly Atom[]): number[] {
  const strides = new Map<Atom, number>();
  let stride = 1;
  for (let i = own.length - 1; i >= 0; i--) {
    const atom = own[i] as Atom;
    strides.set(atom, stride);
    stride *= atom.size;
  }
  return all.map((atom) => strides.get(atom) ?? 0);
}

export function isFunctionValue(value: Value): value is Item {
  return value instanceof Item && value.kind === FUNCTION;
}

export function isSetValue(value: Value): value is Item {
  return value instanceof Item && value.kind === SET;
}

/** Whether an enumeration has one of the values for which a condition holds. */
export function where(
  forge: Forge,
  { atoms, values }: Pick<Enumeration, 'atoms' | 'values'>,
  holds: (value: Stored) => boolean,
): Logic {
  if (atoms.length === 0) return holds(values[0] as Stored) ? TRUE : FALSE;
  return test(
    forge,
    atoms,
    Uint8Array.from(values, (value) => (holds(value) ? 1 : 0)),
  );
}
