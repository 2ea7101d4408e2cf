import type { Stored } from '../../run/values/value.js';
import { textOf } from './describe.js';
import { plain } from './domain/structure.js';
import type { Write } from './effect.js';
import type { Place } from './layout.js';
import type { DomainData } from './program.js';
import { refuse } from './refusal.js';
import { FALSE, type Logic, TRUE } from './symbolic/logic.js';
import { type Enumeration, isStored, type Term, valueOf } from './symbolic/term.js';

/** Words that are given to a value, and what is written to them. */
export interface ValueLayout {
  readonly writes: Write[];
  /** Bits that are taken of the last word. */
  used: number;
}

export function newValueLayout(): ValueLayout {
  return { writes: [], used: 32 };
}

/** A value takes no more words than this. */
const mostWords = 8;

function take(layout: ValueLayout, bits: number): { readonly place: Place; readonly write: Write } {
  if (layout.used + bits > 32) {
    const word = layout.writes.length;
    if (word === mostWords) refuse('the values of an operator take too many words');
    layout.writes.push({ word, clear: 0, set: 0, tables: new Map(), conditions: [] });
    layout.used = 0;
  }
  const write = layout.writes.at(-1) as Write;
  const place = { word: write.word, shift: layout.used, bits };
  layout.used += bits;
  return { place, write };
}

function placeTruth(layout: ValueLayout, when: Logic): Place {
  const { place, write } = take(layout, 1);
  const mask = (1 << place.shift) | 0;
  if (when === TRUE) write.set |= mask;
  else if (when !== FALSE) write.conditions.push({ when, mask });
  return place;
}

/** A set: of each element, given as text, whether it is in it. */
export function placeMembers(
  layout: ValueLayout,
  elements: readonly string[],
  bits: readonly Logic[],
): DomainData {
  const members = elements.map((value, index) => {
    const { word, shift } = placeTruth(layout, bits[index] as Logic);
    return { value, word, shift };
  });
  return { kind: 'members', elements: members };
}

/** A value as far as it is known, with words for the rest. */
export function placeTerm(layout: ValueLayout, given: Term): DomainData {
  const term = plain(given);
  const value = valueOf(term);
  if (value !== undefined) {
    if (!isStored(value)) return refuse('an operator has a value that is not stored');
    return leaf({ word: 0, shift: 0, bits: 0 }, [value]);
  }
  switch (term.kind) {
    case 'truth':
      return leaf(placeTruth(layout, term.of), [false, true]);
    case 'enumeration':
      return placeEnumeration(layout, term);
    case 'set':
      return placeMembers(layout, term.universe.map(textOf), term.bits);
    case 'function':
      return {
        kind: 'parts',
        keys: term.shape.domain.map(textOf),
        items: term.items.map((item) => placeTerm(layout, item)),
      };
    case 'known':
    case 'family':
      return refuse('an operator has a value that is not enumerated');
  }
}

function leaf(place: Place, values: readonly Stored[]): DomainData {
  return { kind: 'leaf', ...place, group: 0, component: 0, values: values.map(textOf) };
}

function placeEnumeration(layout: ValueLayout, { atoms, values }: Enumeration): DomainData {
  const distinct = [...new Set(values)];
  const { place, write } = take(layout, 32 - Math.clz32(distinct.length - 1));
  const numbers = new Map(distinct.map((value, number) => [value, number << place.shift]));
  const table = Int32Array.from(values, (value) => numbers.get(value) as number);
  const name = atoms.map((atom) => atom.id).join('.');
  const known = write.tables.get(name)?.table;
  if (known === undefined) write.tables.set(name, { atoms, table });
  else for (const [index, mask] of table.entries()) known[index] = (known[index] as number) | mask;
  return leaf(place, distinct);
}
