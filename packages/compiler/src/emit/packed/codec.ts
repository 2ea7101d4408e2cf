import {
  equal,
  filter,
  functionOn,
  isTuple,
  key,
  parseValue,
  set,
  TlaFunction,
  TlaSet,
  type TlaValue,
} from '@synod/tla';
import type { DomainData } from './program.js';

/** Values out of the words of a state, and back. */
export interface Codec {
  readonly decode: (states: Int32Array, at: number) => readonly TlaValue[];
  /** Writes the words; false if a value has none. */
  readonly encode: (values: readonly TlaValue[], target: Int32Array) => boolean;
}

type Read = (states: Int32Array, at: number) => TlaValue;
/** Notes what field a value needs; false if it has none. */
type Note = (value: TlaValue, notes: Notes) => boolean;

interface Notes {
  readonly target: Int32Array;
  /** For each group, the index of a field that all its components so far allow. */
  readonly groups: Map<number, readonly number[]>;
}

export function codecOf(domains: readonly DomainData[], words: number): Codec {
  const parts = domains.map((domain) => partOf(domain));
  const fields = new Map<number, { readonly word: number; readonly shift: number }>();
  const gather = (domain: DomainData): void => {
    if (domain.kind === 'leaf') fields.set(domain.group, domain);
    if (domain.kind === 'parts') domain.items.forEach(gather);
  };
  domains.forEach(gather);
  return {
    decode: (states, at) => parts.map(({ read }) => read(states, at)),
    encode: (values, target) => {
      const notes: Notes = { target, groups: new Map() };
      target.fill(0, 0, words);
      if (!parts.every(({ note }, index) => note(values[index] as TlaValue, notes))) return false;
      for (const [group, [index]] of notes.groups) {
        const { word, shift } = fields.get(group) as { word: number; shift: number };
        target[word] = (target[word] as number) | ((index as number) << shift);
      }
      return true;
    },
  };
}

interface Part {
  readonly read: Read;
  readonly note: Note;
}

function partOf(domain: DomainData): Part {
  switch (domain.kind) {
    case 'leaf':
      return leafPart(domain);
    case 'members':
      return memberPart(domain);
    case 'parts':
      return functionPart(domain);
  }
}

function leafPart({ word, shift, bits, group, values }: Extract<DomainData, { kind: 'leaf' }>): Part {
  const mask = 2 ** bits - 1;
  const known: (TlaValue | undefined)[] = values.map(() => undefined);
  const indices = new Map<string, number[]>();
  for (const [index, text] of values.entries()) {
    const at = indices.get(text);
    if (at === undefined) indices.set(text, [index]);
    else at.push(index);
  }
  return {
    read: (states, at) => {
      const index = bits === 0 ? 0 : ((states[at + word] as number) >>> shift) & mask;
      return (known[index] ??= parseValue(values[index] as string));
    },
    note: (value, { groups }) => {
      const own = indices.get(key(value));
      if (own === undefined) return false;
      const others = groups.get(group);
      const both = others === undefined ? own : others.filter((index) => own.includes(index));
      groups.set(group, both);
      return both.length > 0;
    },
  };
}

function memberPart({ elements }: Extract<DomainData, { kind: 'members' }>): Part {
  let universe: Universe | undefined;
  let places: Map<string, number> | undefined;
  const known: (TlaValue | undefined)[] = [];
  const made = (states: Int32Array, at: number): TlaValue => {
    const { all, bits } = universe as Universe;
    let index = 0;
    return filter(all, () => isIn(bits[index++] as Bit, states, at));
  };
  return {
    read: (states, at) => {
      const { bits } = (universe ??= universeOf(elements));
      if (bits.length > mostKnown) return made(states, at);
      let number = 0;
      for (const bit of bits) number = number * 2 + (isIn(bit, states, at) ? 1 : 0);
      return (known[number] ??= made(states, at));
    },
    note: (value, { target }) => {
      if (!(value instanceof TlaSet)) return false;
      places ??= new Map(elements.map((element, index) => [element.value, index]));
      for (const text of value.keys) {
        const index = places.get(text);
        if (index === undefined) return false;
        const { word, shift } = elements[index] as (typeof elements)[number];
        target[word] = (target[word] as number) | (1 << shift);
      }
      return true;
    },
  };
}

interface Bit {
  readonly word: number;
  readonly shift: number;
}

function isIn({ word, shift }: Bit, states: Int32Array, at: number): boolean {
  return (((states[at + word] as number) >>> shift) & 1) === 1;
}

/** Of so many elements all sets are remembered that were met. */
const mostKnown = 10;

/** All that can be in a set, and for each element where it is said. */
interface Universe {
  readonly all: TlaSet<TlaValue>;
  readonly bits: readonly Bit[];
}

function universeOf(elements: readonly (Bit & { readonly value: string })[]): Universe {
  const bits = new Map(elements.map((element) => [element.value, element]));
  const all = set(elements.map(({ value }) => parseValue(value)));
  return { all, bits: all.keys.map((text) => bits.get(text) as Bit) };
}

function functionPart({ keys, items }: Extract<DomainData, { kind: 'parts' }>): Part {
  const parts = items.map(partOf);
  const domain = keys.map((text) => parseValue(text));
  const inOrder = set(domain);
  const places = new Map(domain.map((argument, index) => [argument, index]));
  const isSequence = domain.every((argument, index) => argument === index + 1);
  const isRecord = domain.every((argument) => typeof argument === 'string');
  return {
    read: (states, at) => {
      const values = parts.map(({ read }) => read(states, at));
      if (isSequence) return values;
      if (isRecord) return Object.fromEntries(domain.map((name, index) => [name, values[index] as TlaValue]));
      return functionOn(inOrder, (argument) => values[places.get(argument) as number] as TlaValue);
    },
    note: (value, notes) => {
      const pairs = pairsOf(value);
      if (pairs?.length !== domain.length) return false;
      return domain.every((argument, index) => {
        const pair = pairs.find(([other]) => equal(other, argument));
        return pair !== undefined && (parts[index] as Part).note(pair[1], notes);
      });
    },
  };
}

/** A function's arguments with their values; undefined if it is none. */
function pairsOf(value: TlaValue): readonly (readonly [TlaValue, TlaValue])[] | undefined {
  if (value instanceof TlaFunction) {
    return value.domain.map((argument, index) => [argument, value.values[index] as TlaValue]);
  }
  if (typeof value !== 'object' || value instanceof TlaSet) return undefined;
  return isTuple(value) ? value.map((item, index) => [index + 1, item]) : Object.entries(value);
}
