import type { Printed } from './printed-values.js';

interface Entry<T> {
  readonly hash: number;
  readonly text: string;
  readonly meaning: T;
}

/** How many characters are remembered before all is forgotten. */
const mostCharacters = 64_000_000;

/** What texts mean, found by where they stand, so that none is copied that has been met before. */
export interface TextTable<T> {
  /** @param meaning of a text that has not been met before */
  get(block: string, start: number, printed: Printed, meaning: (text: string) => T): T;
}

/** An empty table. */
export function textTable<T>(): TextTable<T> {
  let slots: (Entry<T> | undefined)[] = new Array(256);
  let [size, characters] = [0, 0];
  const free = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== undefined) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    const before = slots;
    slots = new Array(before.length * 2);
    for (const entry of before) if (entry !== undefined) slots[free(entry.hash)] = entry;
  };
  return {
    get(block, start, { end, hash }, meaning) {
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let entry = slots[slot]; entry !== undefined; entry = slots[slot]) {
        const { text } = entry;
        if (entry.hash === hash && text.length === end - start && block.startsWith(text, start))
          return entry.meaning;
        slot = (slot + 1) & mask;
      }
      // A copy: a slice would keep the whole block.
      const text = ` ${block.slice(start, end)}`.slice(1);
      const entry = { hash, text, meaning: meaning(text) };
      characters += text.length + 100;
      if (characters > mostCharacters) {
        slots = new Array(256);
        [size, characters] = [0, text.length];
      } else if (++size * 2 > slots.length) grow();
      slots[free(hash)] = entry;
      return entry.meaning;
    },
  };
}
