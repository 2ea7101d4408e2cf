import type { Layout, Place } from '../layout.js';
import { type Atom, type Field, type Logic, type Same, type Test } from '../symbolic/logic.js';

/** What is used to print formulas: where fields are, tables, and the names of what has been computed already. */
export interface Printer {
  readonly layout: Layout;
  /** The name of a table with these entries in the generated code. */
  readonly table: (entries: readonly number[]) => string;
  readonly names: Map<Logic | Atom, string>;
}

/** A formula as JavaScript: true or false. */
export function printLogic(p: Printer, of: Logic): string {
  return p.names.get(of) ?? printHere(p, of);
}

/** The same for a formula that may have a name: what the name stands for. */
export function printHere(p: Printer, of: Logic): string {
  switch (of.op) {
    case 'test':
      return printTest(p, of);
    case 'same':
    case 'differ':
      return printSame(p, of);
    case 'and':
    case 'or':
      return printJunction(p, of.op, of.items);
    case 'true':
    case 'false':
      return of.op;
  }
}

/** Bits of one word, and what they must be. */
interface Masked {
  readonly word: string;
  mask: number;
  value: number;
}

function printJunction(p: Printer, op: 'and' | 'or', items: readonly Logic[]): string {
  const parts: (Masked | string)[] = [];
  const words = new Map<string, Masked>();
  for (const item of items) {
    const bit = p.names.has(item) ? undefined : (bitOf(p, item) ?? pairOf(p, item));
    if (bit === undefined) {
      parts.push(printLogic(p, item));
      continue;
    }
    let masked = words.get(bit.word);
    if (masked === undefined) {
      masked = { word: bit.word, mask: 0, value: 0 };
      words.set(bit.word, masked);
      parts.push(masked);
    }
    masked.mask |= bit.mask;
    // One of several bits is as it should be if not all of them are the opposite.
    if (bit.one === (op === 'and')) masked.value |= bit.mask;
  }
  const sign = op === 'and' ? '===' : '!==';
  const texts = parts.map((part) =>
    typeof part === 'string' ? part : `(${part.word} & ${hex(part.mask)}) ${sign} ${hex(part.value)}`,
  );
  return texts.length === 1 ? (texts[0] as string) : `(${texts.join(op === 'and' ? ' && ' : ' || ')})`;
}

export function hex(mask: number): string {
  return mask < 10 && mask >= 0
    ? String(mask)
    : mask < 0
      ? `(0x${(mask >>> 0).toString(16)} | 0)`
      : `0x${mask.toString(16)}`;
}

interface Bit {
  readonly word: string;
  readonly mask: number;
  readonly one: boolean;
}

/** A test of one bit of a state. */
function bitOf(p: Printer, of: Logic): Bit | undefined {
  if (of.op !== 'test' || of.atoms.length !== 1) return undefined;
  const atom = of.atoms[0] as Atom;
  const place = placeOf(p, atom);
  if (place === undefined || place.bits !== 1) return undefined;
  return { word: wordOf(atom, place), mask: (1 << place.shift) | 0, one: of.table[1] === 1 };
}

/** A comparison of two bits that stand at the same place of two words: of their difference. */
function pairOf(p: Printer, of: Logic): Bit | undefined {
  if (of.op !== 'same' && of.op !== 'differ') return undefined;
  const [a, b] = [placeOf(p, of.left), placeOf(p, of.right)];
  if (a === undefined || b === undefined || a.shift !== b.shift || a.bits !== 1 || b.bits !== 1)
    return undefined;
  const word = `(${wordOf(of.left, a)} ^ ${wordOf(of.right, b)})`;
  return { word, mask: (1 << a.shift) | 0, one: of.op === 'differ' };
}

function placeOf(p: Printer, { source }: Atom): Place | undefined {
  return source.kind === 'field' ? p.layout.places.get(source.field.id) : undefined;
}

function wordOf({ source }: Atom, { word }: Place): string {
  return `${source.kind === 'field' && source.side === 'to' ? 't' : 's'}${word}`;
}

function printSame(p: Printer, of: Same): string {
  const bit = pairOf(p, of);
  if (bit !== undefined) return `(${bit.word} & ${hex(bit.mask)}) ${bit.one ? '!==' : '==='} 0`;
  return `${printAtom(p, of.left)} ${of.op === 'same' ? '===' : '!=='} ${printAtom(p, of.right)}`;
}

/** An atom as a number. */
function printAtom(p: Printer, atom: Atom): string {
  return p.names.get(atom) ?? printAtomHere(p, atom);
}

export function printAtomHere(p: Printer, atom: Atom): string {
  const { source } = atom;
  switch (source.kind) {
    case 'field':
      return printField(p, atom, source.field);
    case 'truth':
      return `(${printLogic(p, source.of)} ? 1 : 0)`;
    case 'count':
      return `(${source.of.map((of) => `(${printLogic(p, of)} ? 1 : 0)`).join(' + ')})`;
    case 'mapped':
      return `${p.table(source.table)}[${printIndex(p, source.atoms)}]`;
    case 'choice':
      return source.name;
  }
}

function printField(p: Printer, atom: Atom, field: Field): string {
  const place = p.layout.places.get(field.id) as Place;
  const word = wordOf(atom, place);
  const shifted = place.shift === 0 ? word : `(${word} >>> ${place.shift})`;
  return place.bits === 32 ? shifted : `(${shifted} & ${hex(2 ** place.bits - 1)})`;
}

/** The index of atoms' values in a table, in row-major order. */
export function printIndex(p: Printer, atoms: readonly Atom[]): string {
  return atoms.reduce((text, atom, index) => {
    const own = printAtom(p, atom);
    return index === 0 ? own : `(${text}) * ${atom.size} + ${own}`;
  }, '');
}

function printTest(p: Printer, of: Test): string {
  const { atoms, table } = of;
  const [atom] = atoms as readonly [Atom];
  if (atoms.length > 1) {
    return isIdentity(of) ? `${printAtom(p, atom)} === ${printAtom(p, atoms[1] as Atom)}` : looked(p, of);
  }
  const bit = bitOf(p, of);
  if (bit !== undefined) return `(${bit.word} & ${hex(bit.mask)}) ${bit.one ? '!==' : '==='} 0`;
  const ones = table.reduce((sum, entry) => sum + entry, 0);
  const index = printAtom(p, atom);
  if (ones === 1) return `${index} === ${table.indexOf(1)}`;
  if (ones === table.length - 1) return `${index} !== ${table.indexOf(0)}`;
  if (table.length > 32) return looked(p, of);
  const mask = table.reduce((bits, entry, i) => bits | (entry << i), 0);
  return `(${hex(mask)} >>> ${index} & 1) !== 0`;
}

function looked(p: Printer, { atoms, table }: Test): string {
  return `${p.table([...table])}[${printIndex(p, atoms)}] !== 0`;
}

/** Whether a table over two atoms says that they are equal. */
function isIdentity({ atoms, table }: Test): boolean {
  const [a, b] = atoms;
  if (a === undefined || b === undefined || atoms.length !== 2 || a.size !== b.size) return false;
  return table.every((entry, index) => entry === (Math.floor(index / a.size) === index % a.size ? 1 : 0));
}
