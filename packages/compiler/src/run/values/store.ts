import { type TextOrder, textOrder } from './order.js';
import { type FieldIndex, FUNCTION, Item, MODEL, SET, type Shape, STRING, type Stored } from './value.js';

/**
 * Where values are kept: one of each. A state is words of its store, a {@link wordOf} for each variable. Values stay as
 * long as their store: about 100 bytes each and 8 for every element.
 */
export interface Store {
  /** By id. FALSE and TRUE are the first two. */
  readonly values: Stored[];
  /** Ids by hash, in open addressing; 0 is free. */
  table: Int32Array;
  /** How many values are in the table. */
  count: number;
  readonly strings: Map<string, Item>;
  readonly models: Map<string, Item>;
  /** The text of strings and model values, by id. */
  readonly texts: string[];
  /** Integers that have no word of their own. */
  readonly large: Map<number, number>;
  readonly order: TextOrder;
  readonly shapes: Map<number, Shape>;
  readonly tupleShapes: Shape[];
  readonly intervals: Map<number, Map<number, Item>>;
  /** The last few {@link FieldIndex}es. */
  readonly indexes: (FieldIndex | undefined)[];
  /** Values of `@synod/tla`, by id. */
  readonly decoded: unknown[];
}

const noShape: Shape = {
  id: -1,
  kind: -1,
  size: 0,
  domain: [],
  low: Number.NaN,
  slots: new Int32Array(0),
  positions: undefined,
};

/** An empty store. @param texts the strings and model values of a specification in the order in which TLC meets them */
export function createStore(texts: readonly string[] = []): Store {
  return {
    values: [false, true],
    table: new Int32Array(1 << 12),
    count: 0,
    strings: new Map(),
    models: new Map(),
    texts: [],
    large: new Map(),
    order: textOrder(texts),
    shapes: new Map(),
    tupleShapes: [],
    intervals: new Map(),
    indexes: Array.from({ length: 256 }, () => undefined),
    decoded: [],
  };
}

/** The store that all functions of this folder work on. */
export let store: Store = createStore();

/** Makes a store the one that is worked on. @returns the one that was: it must be entered again afterwards */
export function enter(next: Store): Store {
  const previous = store;
  store = next;
  return previous;
}

/** The word of a value: odd for a small integer, twice its id for everything else. */
export function wordOf(value: Stored): number {
  if (typeof value === 'number') {
    return value < 0x3fffffff && value > -0x40000000 ? (value << 1) | 1 : largeWord(value);
  }
  if (typeof value === 'boolean') return value ? 2 : 0;
  return value.id << 1;
}

function largeWord(value: number): number {
  let id = store.large.get(value);
  if (id === undefined) {
    id = store.values.length;
    store.values.push(value);
    store.large.set(value, id);
  }
  return id << 1;
}

/** The value with that word. */
export function valueOf(word: number): Stored {
  return (word & 1) === 1 ? word >> 1 : (store.values[word >> 1] as Stored);
}

/** What a value adds to the hash of a set. */
export function elementHash(value: Stored): number {
  let hash = wordOf(value);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}

/** The string of that text. */
export function stringItem(text: string): Item {
  return store.strings.get(text) ?? newText(STRING, text, store.strings);
}

/** The model value of that name. */
export function modelItem(text: string): Item {
  return store.models.get(text) ?? newText(MODEL, text, store.models);
}

function newText(kind: number, text: string, known: Map<string, Item>): Item {
  // A model value with a type, `A_1`, is one that cannot be compared with everything: its hash says so.
  const isTyped = kind === MODEL && text.length > 2 && text[1] === '_';
  const item = new Item(kind, store.values.length, isTyped ? 1 : 0, [], noShape);
  store.values.push(item);
  store.texts[item.id] = text;
  known.set(text, item);
  return item;
}

export function textOf(item: Item): string {
  return store.texts[item.id] as string;
}

/** The set with these elements, which are in order and each there once. @param hash the sum of their {@link elementHash} */
export function internSet(items: readonly Stored[], hash: number): Item {
  return intern(SET, items, hash, noShape);
}

/** The set with these elements and one more, if it is known already. @param hash the sum of the hashes of all of them */
export function knownSet(items: readonly Stored[], more: Stored, hash: number): Item | undefined {
  const { table, values } = store;
  const mask = table.length - 1;
  let slot = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) & mask;
  for (;;) {
    const id = table[slot] as number;
    if (id === 0) return undefined;
    const known = values[id] as Item;
    if (known.hash === hash && known.kind === SET && hasOneMore(known.items, items, more)) return known;
    slot = (slot + 1) & mask;
  }
}

function hasOneMore(larger: readonly Stored[], items: readonly Stored[], more: Stored): boolean {
  const { length } = items;
  if (larger.length !== length + 1) return false;
  let i = 0;
  while (i < length && larger[i] === items[i]) i++;
  if (larger[i] !== more) return false;
  for (; i < length; i++) if (larger[i + 1] !== items[i]) return false;
  return true;
}

/** The function of that shape with these values. */
export function internFunction(shape: Shape, items: readonly Stored[]): Item {
  let hash = Math.imul(shape.id + 1, 0x9e3779b1);
  for (let i = 0; i < items.length; i++) {
    hash = Math.imul(hash ^ wordOf(items[i] as Stored), 0x01000193);
    hash ^= hash >>> 13;
  }
  return intern(FUNCTION, items, hash, shape);
}

/** The function that has another value at one position. It is mostly known already, so that no list is made to look for it. */
export function internChanged(f: Item, index: number, value: Stored): Item {
  const { items, shape } = f;
  const { length } = items;
  let hash = Math.imul(shape.id + 1, 0x9e3779b1);
  for (let i = 0; i < length; i++) {
    hash = Math.imul(hash ^ wordOf(i === index ? value : (items[i] as Stored)), 0x01000193);
    hash ^= hash >>> 13;
  }
  const { table, values } = store;
  const mask = table.length - 1;
  let slot = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) & mask;
  for (;;) {
    const id = table[slot] as number;
    if (id === 0) return intern(FUNCTION, items.with(index, value), hash, shape);
    const known = values[id] as Item;
    if (known.hash === hash && known.shape === shape && isChanged(known.items, items, index, value))
      return known;
    slot = (slot + 1) & mask;
  }
}

function isChanged(
  known: readonly Stored[],
  items: readonly Stored[],
  index: number,
  value: Stored,
): boolean {
  for (let i = 0; i < items.length; i++) if (known[i] !== (i === index ? value : items[i])) return false;
  return true;
}

function intern(kind: number, items: readonly Stored[], hash: number, shape: Shape): Item {
  const { table, values } = store;
  const mask = table.length - 1;
  let slot = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) & mask;
  for (;;) {
    const id = table[slot] as number;
    if (id === 0) break;
    const known = values[id] as Item;
    if (
      known.hash === hash &&
      known.kind === kind &&
      known.shape === shape &&
      sameItems(known.items, items)
    ) {
      return known;
    }
    slot = (slot + 1) & mask;
  }
  const item = new Item(kind, values.length, hash, items, shape);
  values.push(item);
  table[slot] = item.id;
  store.count += 1;
  if (store.count * 2 > table.length) grow();
  return item;
}

function sameItems(left: readonly Stored[], right: readonly Stored[]): boolean {
  const { length } = left;
  if (length !== right.length) return false;
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function grow(): void {
  const { table, values } = store;
  const larger = new Int32Array(table.length * 2);
  const mask = larger.length - 1;
  for (const id of table) {
    if (id === 0) continue;
    const { hash } = values[id] as Item;
    let slot = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) & mask;
    while (larger[slot] !== 0) slot = (slot + 1) & mask;
    larger[slot] = id;
  }
  store.table = larger;
}
