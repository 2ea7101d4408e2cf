import type { Span } from '../../parse/syntax.js';
import { elementsOf } from './lazy.js';
import { positionIn } from './shape.js';
import { store } from './store.js';
import { type FieldIndex, FUNCTION, Item, SET, STRING, type Stored, type Value } from './value.js';

const none: readonly Stored[] = [];
// Fewer are looked through as quickly.
const few = 4;
// With more different strings than these it would take too long to find one.
const most = 16;

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
    index = indexOf(set, field);
    indexes[slot] = index;
  }
  const { strings } = index;
  if (strings === undefined) return set.items;
  for (let i = 0; i < strings.length; i++)
    if (strings[i] === value) return index.elements[i] as readonly Stored[];
  return none;
}

function indexOf(set: Item, field: Item): FieldIndex {
  const strings: Item[] = [];
  const elements: Stored[][] = [];
  const { items } = set;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Stored;
    if (typeof item !== 'object' || item.kind !== FUNCTION)
      return { set, field, strings: undefined, elements };
    const value = item.items[positionIn(item.shape, field)];
    if (typeof value !== 'object' || value.kind !== STRING)
      return { set, field, strings: undefined, elements };
    let at = 0;
    while (at < strings.length && strings[at] !== value) at++;
    if (at < strings.length) (elements[at] as Stored[]).push(item);
    else if (at === most) return { set, field, strings: undefined, elements };
    else {
      strings.push(value);
      elements.push([item]);
    }
  }
  return { set, field, strings, elements };
}
