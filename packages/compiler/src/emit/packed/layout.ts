import { type Domain, leavesOf, universeOf } from './domain/domain.js';
import type { Field } from './symbolic/logic.js';

/** Where a field stands: so many bits of a word, from `shift` on. A field of one value needs none. */
export interface Place {
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
}

export interface Layout {
  readonly words: number;
  /** By the id of a field. */
  readonly places: ReadonlyMap<number, Place>;
}

/** Puts fields into 32-bit words: sets first, their elements in order, then groups where there is room. */
export function layOut(domains: readonly Domain[]): Layout {
  const places = new Map<number, Place>();
  const used: number[] = [];
  const place = ({ id, size }: Field): void => {
    if (places.has(id)) return;
    const bits = size < 2 ? 0 : 32 - Math.clz32(size - 1);
    let word = used.findIndex((taken) => taken + bits <= 32);
    if (word < 0) word = used.push(0) - 1;
    const shift = used[word] as number;
    places.set(id, { word, shift, bits });
    used[word] = shift + bits;
  };
  for (const domain of domains) for (const field of elementFields(domain)) place(field);
  for (const domain of domains) for (const leaf of leavesOf(domain)) place(leaf.group.field);
  return { words: Math.max(1, used.length), places };
}

function* elementFields(domain: Domain): Generator<Field> {
  if (domain.kind === 'members') {
    for (const element of universeOf(domain)) yield domain.fields.get(element) as Field;
  }
  if (domain.kind === 'parts') for (const item of domain.items) yield* elementFields(item);
}
