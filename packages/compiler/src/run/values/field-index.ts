import type { Span } from '../../parse/syntax.js';
import { elementsOf } from './lazy.js';
import { positionIn } from './shape.js';
import { store } from './store.js';
import { FUNCTION, Item, SET, STRING, type Stored, type Value } from './value.js';

const none: readonly Stored[] = [];
// Fewer are looked through as quickly.
const few = 4;

/**
 * The elements of a set that have a string in a field, in order: of messages those of one type. All elements if some have no
 * such field, which whoever asks for it will find out.
 */
export function elementsWith(set: Value, field: Item, value: Item, span: Span): readonly Stored[] {
  if (!(set instanceof Item) || set.kind !== SET || set.items.length < few) return elementsOf(set, span);
  const { indexes } = store;
  const slot = (set.id + Math.imul(field.id, 0x9e37)) & (indexes.length - 1);
  let index = indexes[slot];
  if (index === undefined || index.set !== set || index.field !== field) {
    index = { set, field, elements: indexOf(set.items, field) };
    indexes[slot] = index;
  }
  return index.elements === undefined ? set.items : (index.elements.get(value) ?? none);
}

function indexOf(items: readonly Stored[], field: Item): ReadonlyMap<Item, readonly Stored[]> | undefined {
  const found = new Map<Item, Stored[]>();
  for (const item of items) {
    if (typeof item !== 'object' || item.kind !== FUNCTION) return undefined;
    const position = positionIn(item.shape, field);
    const value = item.items[position];
    if (typeof value !== 'object' || value.kind !== STRING) return undefined;
    const same = found.get(value);
    if (same === undefined) found.set(value, [item]);
    else same.push(item);
  }
  return found;
}
