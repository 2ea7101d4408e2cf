import { nameLimit } from '../limits.js';

/** Makes a checked value of what came over the wire. @throws Malformed */
export type Read<T> = (value: unknown) => T;

/** What came is none of our frames; the message says what is wrong with it. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

// Without `ignoreBOM` a text that begins with U+FEFF would come out shorter than it was.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loneSurrogate = /\p{Cs}/u;
const control = /\p{Cc}/u;

/** A text: Unicode, and nothing that UTF-8 cannot carry. Off the wire it comes as bytes, and is decoded here. */
export const text: Read<string> = (value) => {
  if (typeof value === 'string') {
    if (loneSurrogate.test(value)) throw new Malformed('a text is not Unicode');
    return value;
  }
  if (!(value instanceof Uint8Array)) throw new Malformed('a text is missing');
  try {
    return utf8.decode(value);
  } catch {
    throw new Malformed('a text is not UTF-8');
  }
};

/** What is wrong with the name of a cluster, an instance or a node; nothing is wrong with `"law"`. */
export function nameProblem(name: string): string | undefined {
  // Not even measured if it is much too long: a character has at least one byte.
  if (name === '') return 'it is empty';
  if (name.length > nameLimit || Buffer.byteLength(name) > nameLimit) {
    return `it has more than ${nameLimit} bytes`;
  }
  if (loneSurrogate.test(name)) return 'it is not Unicode';
  return control.test(name) ? 'it has control characters' : undefined;
}

export const name: Read<string> = (value) => {
  const read = text(value);
  const problem = nameProblem(read);
  if (problem !== undefined) throw new Malformed(`a name is wrong: ${problem}`);
  return read;
};

/** A text that may be shown on a terminal as it is. */
export const sentence: Read<string> = (value) => {
  const read = text(value);
  if (control.test(read)) throw new Malformed('a sentence has control characters');
  return read;
};

/** A whole number from `least` to 2^53 - 1. */
export function whole(least: number): Read<number> {
  return (value) => {
    if (!Number.isSafeInteger(value) || (value as number) < least) {
      throw new Malformed(`a number is not a whole one from ${least} to 2^53 - 1`);
    }
    // Minus zero, which a float may be, becomes zero.
    return (value as number) + 0;
  };
}

/** Exactly this text. */
export function exactly<T extends string>(expected: T): Read<T> {
  return (value) => {
    if (text(value) !== expected)
      throw new Malformed(`where "${expected}" is expected, something else stands`);
    return expected;
  };
}

/** As read, or left out. */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value) => (value === undefined ? undefined : read(value));
}

/** A map with these fields, and no others. A field that is `undefined` counts as left out. */
export function shape<T extends object>(
  fields: { readonly [K in keyof T]-?: Read<T[K] | undefined> },
): Read<T> {
  const reads = Object.entries<Read<unknown>>(fields);
  return (value) => {
    const map = plain(value);
    const stranger = Object.keys(map).find(
      (field) => map[field] !== undefined && !Object.hasOwn(fields, field),
    );
    if (stranger !== undefined) throw new Malformed('a field is unknown');
    const made: Record<string, unknown> = {};
    for (const [field, read] of reads) {
      const found = read(Object.hasOwn(map, field) ? map[field] : undefined);
      if (found !== undefined) made[field] = found;
    }
    return made as T;
  };
}

/** A map of any names, at most so many. */
export function mapOf<T>(read: Read<T>, most: number): Read<Readonly<Record<string, T>>> {
  return (value) => {
    const entries = Object.entries(plain(value));
    if (entries.length > most) throw new Malformed(`a map has more than ${most} entries`);
    return Object.fromEntries(entries.map(([key, entry]) => [name(key), read(entry)]));
  };
}

/** One of several kinds of map, told apart by the field `type`. */
export function oneOf<T extends { readonly type: string }>(
  kinds: {
    readonly [K in T['type']]: Read<Extract<T, { readonly type: K }>>;
  },
): Read<T> {
  return (value) => {
    const type = text(plain(value)['type']);
    if (!Object.hasOwn(kinds, type)) throw new Malformed('a type is unknown');
    return (kinds as Readonly<Record<string, Read<T>>>)[type]?.(value) as T;
  };
}

/** A map, as msgpack and as programs make them. @throws Malformed */
export function plain(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Malformed('a map is missing');
  }
  return value as Readonly<Record<string, unknown>>;
}
