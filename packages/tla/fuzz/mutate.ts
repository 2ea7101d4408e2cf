import type { Random } from './random.js';

type Bytes = Uint8Array;

const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** What the readers give a meaning to. */
const tokens: readonly string[] = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<<',
  '>>',
  '<',
  '>',
  ',',
  ', ',
  ':',
  ':>',
  '@@',
  '|->',
  '->',
  '..',
  '\\X',
  '/\\ ',
  '\n/\\ x = ',
  ' = ',
  '"',
  '\\',
  '\\"',
  '\\n',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\ufeff',
  'é',
  '\ud83d\ude00',
  'SUBSET ',
  'SUBSET 1..5',
  '1..99999999',
  '[1..9 -> 1..9]',
  '({1, 2} \\X {3})',
  '[a: {1}, b: {2}]',
  'TRUE',
  'BOOLEAN',
  '__proto__',
  '__proto__ |-> 1',
  '-',
  '0',
  '-0',
  '00',
  '9007199254740993',
  '123456789012345678901234567890',
  '"S"',
  '"T"',
  'State 1:\n',
  '1 -> 2;\n',
  '1 [label="x = 1",style = filled]\n',
  ' [label="',
  '",color="black",fontcolor="black"];\n',
  '",tooltip="',
  '}\n}',
  '}}',
  '{rank = same; 1;}\n',
  'strict digraph DiskGraph {\n',
  'color="white";\n',
  'CONSTANT',
  'SYMMETRY',
  '<-',
  '(*',
  '*)',
  '\\*',
  '{"#set":[',
  '{"#map":[[1,2]]}',
  '{"#bigint":"5"}',
  '"#tup"',
  'null',
  '1e999',
  '-1.5',
  '{"state":[',
  '"action":[',
  '"counterexample"',
];

/** How many of them, from the first, say nothing by themselves: repeated sets would cost most of the time. */
const plain = 20;

/** A change of an input. `other` is another input, to take pieces from. */
type Mutation = (input: Bytes, random: Random, other: Bytes) => Bytes;

const mutations: readonly Mutation[] = [
  // a byte changed
  (input, random) => {
    const copy = input.slice();
    if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  // a bit changed
  (input, random) => {
    const copy = input.slice();
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    return copy;
  },
  // cut behind
  (input, random) => input.slice(0, random.below(input.length + 1)),
  // cut in front
  (input, random) => input.slice(random.below(input.length + 1)),
  // a piece taken out
  (input, random) => {
    const { start, end } = range(input, random, 64);
    return splice(input, start, end);
  },
  // a piece doubled, possibly many times
  (input, random) => {
    const { start, end } = range(input, random, 64);
    const piece = input.slice(start, end);
    return splice(
      input,
      end,
      end,
      ...Array.from({ length: 1 + random.below(random.pick([1, 2, 50])) }, () => piece),
    );
  },
  // a piece of another input put in, or in place of one
  (input, random, other) => {
    const from = range(other, random, 400);
    const to = range(input, random, 100);
    return splice(
      input,
      to.start,
      random.below(2) === 0 ? to.start : to.end,
      other.slice(from.start, from.end),
    );
  },
  // two pieces exchanged
  (input, random) => {
    const [a, b] = [range(input, random, 30), range(input, random, 30)];
    if (a.end > b.start) return input;
    return splice(
      input,
      a.start,
      b.end,
      input.slice(b.start, b.end),
      input.slice(a.end, b.start),
      input.slice(a.start, a.end),
    );
  },
  // a token put in
  (input, random) => {
    const at = random.below(input.length + 1);
    return splice(input, at, at, encode(random.pick(tokens)));
  },
  // a token in place of something
  (input, random) => {
    const { start, end } = range(input, random, 8);
    return splice(input, start, end, encode(random.pick(tokens)));
  },
  // a token very often
  (input, random) => {
    const at = random.below(input.length + 1);
    return splice(
      input,
      at,
      at,
      encode(random.pick(tokens.slice(0, plain)).repeat(random.pick([10, 100, 1000, 4000]))),
    );
  },
  // nested deep, closed again
  (input, random) => {
    const { start, end } = range(input, random, 40);
    const [open, close] = random.pick([
      ['{', '}'],
      ['<<', '>>'],
      ['(', ')'],
      ['[a |-> ', ']'],
      ['SUBSET ', ''],
      ['(1 :> ', ')'],
      ['[', ']'],
    ] as const);
    const depth = random.pick([2, 20, 200, 2000]);
    return splice(
      input,
      start,
      end,
      encode(open.repeat(depth)),
      input.slice(start, end),
      encode(close.repeat(depth)),
    );
  },
];

/** The largest input that is tried: larger ones make it slow, and show nothing that these do not. */
const largest = 40_000;

/** An input changed in one to four ways, mostly in one. */
export function mutate(input: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let result = input;
  for (let left = 1 + random.below(random.pick([1, 1, 4])); left > 0; left--) {
    result = random.pick(mutations)(result, random, other).slice(0, largest);
  }
  return result;
}

function range(bytes: Bytes, random: Random, longest: number): { start: number; end: number } {
  const start = random.below(bytes.length + 1);
  return { start, end: Math.min(bytes.length, start + random.below(longest)) };
}

/** The bytes with those from `start` to `end` replaced. */
function splice(bytes: Bytes, start: number, end: number, ...pieces: readonly Bytes[]): Bytes {
  const parts = [bytes.subarray(0, start), ...pieces, bytes.subarray(end)];
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
