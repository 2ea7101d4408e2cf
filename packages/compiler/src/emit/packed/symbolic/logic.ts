import { type Budgets, refuse } from '../refusal.js';

/**
 * A stored field of a state: the index of one of `size` known values. An element of a set is a field of two values.
 */
export interface Field {
  readonly id: number;
  readonly size: number;
}

/** A number in `0..size-1` that is not known before a state is: what tables are indexed by. */
export interface Atom {
  readonly id: number;
  readonly size: number;
  readonly source: AtomSource;
  /** For an atom of two values: that it is 1, and that it is 0. */
  one?: Logic;
  zero?: Logic;
}

export type AtomSource =
  /** A field of the state a step starts in, or of the one that it leads to. */
  | { readonly kind: 'field'; readonly side: 'from' | 'to'; readonly field: Field }
  /** 1 if a formula is true. */
  | { readonly kind: 'truth'; readonly of: Logic }
  /** How many of these are true. */
  | { readonly kind: 'count'; readonly of: readonly Logic[] }
  /** What a table has for other atoms. */
  | { readonly kind: 'mapped'; readonly atoms: readonly Atom[]; readonly table: readonly number[] }
  /** The variable of a loop. */
  | { readonly kind: 'choice'; readonly name: string };

/** A formula of propositional logic over atoms. Each exists once: two that are the same are `===`. */
export type Logic = Fixed | Test | Same | Junction;

interface Node {
  readonly id: number;
  negation?: Logic;
}

export interface Fixed extends Node {
  readonly op: 'true' | 'false';
}

/** Whether a table over atoms, in row-major order, has 1. */
export interface Test extends Node {
  readonly op: 'test';
  readonly atoms: readonly Atom[];
  readonly key: string;
  readonly table: Uint8Array;
}

/** Whether two atoms of two values are equal, or different. */
export interface Same extends Node {
  readonly op: 'same' | 'differ';
  readonly left: Atom;
  readonly right: Atom;
}

export interface Junction extends Node {
  readonly op: 'and' | 'or';
  readonly items: readonly Logic[];
}

/** What the formulas and atoms of one part of a program are made in. */
export interface Forge {
  readonly budgets: Budgets;
  /** After this time (`Date.now()`) the search is given up. */
  readonly deadline: number;
  readonly nodes: Map<string, Logic>;
  readonly atoms: Map<string, Atom>;
  /** The variables of loops, in the order in which they were made. */
  readonly choices: Atom[];
  ids: number;
  readonly meter: Meter;
}

/** What has been done for all parts of a program, in small steps, and when the clock is looked at next. */
export interface Meter {
  work: number;
  due: number;
}

export function newForge(budgets: Budgets, deadline: number, meter: Meter): Forge {
  return { budgets, deadline, nodes: new Map(), atoms: new Map(), choices: [], ids: 2, meter };
}

const no: Fixed = { id: 0, op: 'false' };
const yes: Fixed = { id: 1, op: 'true', negation: no };
no.negation = yes;

export const TRUE: Logic = yes;
export const FALSE: Logic = no;

/** The atom of that key: made when it is first asked for. */
export function atom(forge: Forge, key: string, size: number, source: AtomSource): Atom {
  let made = forge.atoms.get(key);
  if (made === undefined) {
    made = { id: nextId(forge), size, source };
    forge.atoms.set(key, made);
  }
  return made;
}

export function fieldAtom(forge: Forge, side: 'from' | 'to', field: Field): Atom {
  return atom(forge, `${side}${field.id}`, field.size, { kind: 'field', side, field });
}

export function truthAtom(forge: Forge, of: Logic): Atom {
  return atom(forge, `truth${of.id}`, 2, { kind: 'truth', of });
}

export function nextId(forge: Forge): number {
  forge.ids += 1;
  spend(forge, 1);
  return forge.ids;
}

/** Gives up when there was too much to do. */
export function spend({ budgets, deadline, ids, meter }: Forge, steps: number): void {
  meter.work += steps;
  if (meter.work < meter.due) return;
  meter.due = meter.work + 5000;
  if (ids > budgets.expressions) refuse('it takes too many logical expressions');
  if (meter.work > budgets.work || Date.now() > deadline) refuse('it takes too long');
}

/** That an atom of two values is 1, or 0. */
export function bit(forge: Forge, of: Atom, value: 0 | 1 = 1): Logic {
  if (of.source.kind === 'truth') return value === 1 ? of.source.of : not(forge, of.source.of);
  if (of.one === undefined || of.zero === undefined) {
    of.one = { id: nextId(forge), op: 'test', atoms: [of], key: `${of.id}`, table: Uint8Array.of(0, 1) };
    of.zero = { id: nextId(forge), op: 'test', atoms: [of], key: `${of.id}`, table: Uint8Array.of(1, 0) };
    of.one.negation = of.zero;
    of.zero.negation = of.one;
  }
  return value === 1 ? of.one : of.zero;
}

/** What a table says for the value of one atom or of several. */
export function test(forge: Forge, atoms: readonly Atom[], table: Uint8Array): Logic {
  const ones = table.reduce((sum, entry) => sum + entry, 0);
  if (ones === 0) return FALSE;
  if (ones === table.length) return TRUE;
  if (atoms.length > 1) {
    const without = irrelevant(atoms, table);
    if (without !== undefined) return test(forge, without.atoms, without.table);
  }
  const [first] = atoms;
  if (atoms.length === 1 && first?.size === 2) return bit(forge, first, table[1] === 1 ? 1 : 0);
  const key = atoms.map((each) => each.id).join();
  const name = `t${key}:${tableText(table)}`;
  const known = forge.nodes.get(name);
  if (known !== undefined) return known;
  const made: Test = { id: nextId(forge), op: 'test', atoms, key, table };
  forge.nodes.set(name, made);
  return made;
}

function tableText(table: Uint8Array): string {
  let text = '';
  for (let i = 0; i < table.length; i += 15) {
    let digit = 0;
    for (let j = i; j < i + 15 && j < table.length; j++) digit = digit * 2 + (table[j] as number);
    text += String.fromCharCode(digit + 1);
  }
  return text;
}

/** The table without an atom that makes no difference to it, if there is one. */
function irrelevant(
  atoms: readonly Atom[],
  table: Uint8Array,
): { atoms: readonly Atom[]; table: Uint8Array } | undefined {
  let stride = table.length;
  for (let i = 0; i < atoms.length; i++) {
    const { size } = atoms[i] as Atom;
    const block = stride;
    stride /= size;
    if (!varies(table, block, stride)) {
      const rest = table.filter((_, index) => index % block < stride);
      return { atoms: atoms.toSpliced(i, 1), table: rest };
    }
  }
  return undefined;
}

/** Whether an entry differs from the one where the atom with that stride is 0. */
function varies(table: Uint8Array, block: number, stride: number): boolean {
  for (let i = 0; i < table.length; i++) {
    const within = i % block;
    if (within >= stride && table[i] !== table[i - within + (within % stride)]) return true;
  }
  return false;
}

export function not(forge: Forge, of: Logic): Logic {
  return (of.negation ??= negate(forge, of));
}

function negate(forge: Forge, of: Logic): Logic {
  const negation = newNegation(forge, of);
  negation.negation = of;
  return negation;
}

function newNegation(forge: Forge, of: Logic): Logic {
  switch (of.op) {
    case 'true':
      return FALSE;
    case 'false':
      return TRUE;
    case 'test':
      return test(
        forge,
        of.atoms,
        of.table.map((entry) => 1 - entry),
      );
    case 'same':
      return { id: nextId(forge), op: 'differ', left: of.left, right: of.right };
    case 'differ':
      return { id: nextId(forge), op: 'same', left: of.left, right: of.right };
    case 'and':
    case 'or':
      // Whatever a formula is made of has a smaller id than itself.
      return withItems(
        forge,
        of.op === 'and' ? 'or' : 'and',
        of.items.map((item) => not(forge, item)),
      );
  }
}

function withItems(forge: Forge, op: 'and' | 'or', items: readonly Logic[]): Logic {
  return { id: nextId(forge), op, items };
}

/** Whether two atoms of two values are equal. */
export function same(forge: Forge, left: Atom, right: Atom): Logic {
  if (left === right) return TRUE;
  if (left.id > right.id) return same(forge, right, left);
  const name = `s${left.id},${right.id}`;
  const known = forge.nodes.get(name);
  if (known !== undefined) return known;
  const made: Same = { id: nextId(forge), op: 'same', left, right };
  forge.nodes.set(name, made);
  return made;
}
