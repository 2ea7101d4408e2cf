import type { Stored } from '../../run/values/value.js';
import { type Domain, type Group, type Leaf, type Members, memberBit, universeOf } from './domain/domain.js';
import { tupleKey, tuplesOf } from './domain/join.js';
import { plain } from './domain/structure.js';
import type { Layout, Place } from './layout.js';
import { refuse } from './refusal.js';
import { and, disjunction } from './symbolic/junction.js';
import { type Atom, FALSE, type Field, type Forge, type Logic, not, TRUE } from './symbolic/logic.js';
import { type Term, valueOf } from './symbolic/term.js';
import { memberMap, membersOf, partsOf } from './symbolic/views.js';

/** What becomes of one word of a state: `(word & ~clear) | set | tables | conditions`. */
export interface Write {
  readonly word: number;
  clear: number;
  set: number;
  readonly tables: Map<string, { readonly atoms: readonly Atom[]; readonly table: Int32Array }>;
  readonly conditions: { readonly when: Logic; readonly mask: number }[];
}

/** What becomes of a state at the end of a path. */
export interface Effect {
  readonly writes: readonly Write[];
  /** The same for paths that do the same. */
  readonly key: string;
}

interface Work {
  readonly forge: Forge;
  readonly layout: Layout;
  readonly path: Logic;
  readonly writes: Map<number, Write>;
  readonly leaves: Map<Group, { term: Term; same: boolean }[]>;
}

/**
 * The words of a successor, from those of the state it comes from.
 *
 * @param before the variables there; none for an initial state
 */
export function effectOf(
  forge: Forge,
  layout: Layout,
  domains: readonly Domain[],
  before: readonly Term[] | undefined,
  values: readonly Term[],
  path: Logic,
): Effect {
  const work: Work = { forge, layout, path, writes: new Map(), leaves: new Map() };
  for (const [index, domain] of domains.entries()) {
    visit(work, domain, values[index] as Term, before?.[index], before !== undefined);
  }
  for (const [group, leaves] of work.leaves)
    if (!leaves.every(({ same }) => same)) writeGroup(work, group, leaves);
  const writes = [...work.writes.values()].sort((a, b) => a.word - b.word);
  return { writes, key: writes.map(keyOf).join(';') };
}

function keyOf({ word, clear, set, tables, conditions }: Write): string {
  const texts = [...tables].map(([key, { table }]) => `${key}=${table.join('.')}`);
  return [word, clear, set, ...texts, ...conditions.map(({ when, mask }) => `${when.id}?${mask}`)].join();
}

function visit(work: Work, domain: Domain, given: Term, old: Term | undefined, stored: boolean): void {
  const { forge } = work;
  const term = plain(given);
  const same =
    old !== undefined && (term === old || (valueOf(term) !== undefined && valueOf(term) === valueOf(old)));
  switch (domain.kind) {
    case 'leaf':
      return addLeaf(work, domain, term, same);
    case 'members':
      if (!same) writeMembers(work, domain, term, old, stored);
      return;
    case 'parts': {
      const parts = partsOf(forge, term) ?? refuse(`${domain.path} is no function`);
      const olds = old === undefined ? undefined : partsOf(forge, old)?.items;
      for (const [index, item] of domain.items.entries()) {
        visit(work, item, parts.items[index] as Term, olds?.[index], stored);
      }
    }
  }
}

function addLeaf({ leaves }: Work, { group, component }: Leaf, term: Term, same: boolean): void {
  const all = leaves.get(group) ?? [];
  all[component] = { term, same };
  leaves.set(group, all);
}

function placeOf({ layout }: Work, field: Field): Place {
  return layout.places.get(field.id) as Place;
}

function writeTo({ writes }: Work, word: number): Write {
  let write = writes.get(word);
  if (write === undefined) {
    write = { word, clear: 0, set: 0, tables: new Map(), conditions: [] };
    writes.set(word, write);
  }
  return write;
}

function writeGroup(work: Work, group: Group, leaves: readonly { readonly term: Term }[]): void {
  const { forge } = work;
  const { word, shift, bits } = placeOf(work, group.field);
  if (bits === 0) return;
  const { atoms, values } = tuplesOf(
    forge,
    undefined,
    group,
    leaves.map(({ term }) => term),
  );
  const write = writeTo(work, word);
  write.clear |= ((2 ** bits - 1) << shift) | 0;
  // A tuple that is not there cannot come about here.
  const indices = values.map((tuple) => (group.index.get(tupleKey(tuple)) ?? 0) << shift);
  addTable(write, atoms, indices);
}

function addTable(write: Write, atoms: readonly Atom[], masks: readonly number[]): void {
  const [first] = masks;
  if (masks.every((mask) => mask === first)) {
    write.set |= first as number;
    return;
  }
  const key = atoms.map((atom) => atom.id).join('.');
  const known = write.tables.get(key);
  if (known === undefined) write.tables.set(key, { atoms, table: Int32Array.from(masks) });
  else
    for (const [index, mask] of masks.entries()) known.table[index] = (known.table[index] as number) | mask;
}

function writeMembers(work: Work, domain: Members, term: Term, old: Term | undefined, stored: boolean): void {
  const { forge, path } = work;
  const universe = universeOf(domain);
  const members = membersOf(forge, term) ?? refuse(`${domain.path} is no set`);
  // A state's own set is over all that can be in it, and so mostly is what becomes of it: then the two go side by side.
  const aligned = members.universe === universe;
  const before = old?.kind === 'set' && old.universe === universe ? old.bits : undefined;
  const bits = aligned ? undefined : memberMap(members);
  for (let i = 0; i < universe.length; i++) {
    const element = universe[i] as Stored;
    const bit = (aligned ? members.bits[i] : bits?.get(element)) ?? FALSE;
    const was = !stored ? FALSE : (before?.[i] ?? memberBit(forge, 'from', domain, element));
    if (bit !== was) writeMember(work, domain, element, was, bit, path);
  }
}

function writeMember(
  work: Work,
  domain: Members,
  element: Stored,
  old: Logic,
  bit: Logic,
  path: Logic,
): void {
  const { forge } = work;
  const { word, shift } = placeOf(work, domain.fields.get(element) as Field);
  const mask = (1 << shift) | 0;
  if (and(forge, path, not(forge, bit)) === FALSE) {
    writeTo(work, word).set |= mask;
    return;
  }
  if (and(forge, path, bit) === FALSE) {
    if (old !== FALSE) writeTo(work, word).clear |= mask;
    return;
  }
  const added = old !== FALSE && bit.op === 'or' && bit.items.includes(old);
  const when = added
    ? disjunction(
        forge,
        bit.items.filter((item) => item !== old),
      )
    : bit;
  if (added && and(forge, path, when) === FALSE) return;
  const write = writeTo(work, word);
  if (!added && old !== FALSE) write.clear |= mask;
  if (when === TRUE) write.set |= mask;
  else if (when.op === 'test' && when.atoms.every((atom) => atom.size > 2)) {
    addTable(
      write,
      when.atoms,
      Array.from(when.table, (entry) => (entry === 1 ? mask : 0)),
    );
  } else write.conditions.push({ when, mask });
}
