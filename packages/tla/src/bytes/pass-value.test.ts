import { expect, it } from 'vitest';
import { hashBytes } from './byte-table.js';
import { passValue } from './pass-value.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function passed(text: string): string | undefined {
  const bytes = encode(text);
  const found = { end: 0, hash: 0 };
  return passValue(bytes, 0, bytes.length, found) ? text.slice(0, found.end) : undefined;
}

it.each([
  ['TRUE, 1>>', 'TRUE'],
  ['<<>>, 1>>', '<<>>'],
  ['<<<<1, 2>>, {<<3>>}>>>>', '<<<<1, 2>>, {<<3>>}>>'],
  ['(a1 :> {} @@ a2 :> <<1>>), 2>>', '(a1 :> {} @@ a2 :> <<1>>)'],
  ['[a |-> 1, b |-> <<>>]>>', '[a |-> 1, b |-> <<>>]'],
  ['"a, >> \\" b", 2>>', '"a, >> \\" b"'],
  ['-1..3>>', '-1..3'],
])('of %s the first value is %s', (text, value) => {
  expect(passed(text)).toBe(value);
});

it.each(['', ', 1', '>>', '{1, 2>>', '"open, 1>>', '<<1, 2', '1'])(
  '%j has no first value that ends',
  (text) => {
    expect(passed(text)).toBeUndefined();
  },
);

it('its hash is that of its bytes, wherever it stands', () => {
  const value = '{1, "x\\"", <<2>>}';
  const hash = hashBytes(encode(value), 0, value.length);
  for (const [before, after] of [
    ['', ', 2>>'],
    ['<<', '>>'],
  ] as const) {
    const bytes = encode(before + value + after);
    const found = { end: 0, hash: 0 };
    expect(passValue(bytes, before.length, bytes.length, found)).toBe(true);
    expect(found).toEqual({ end: before.length + value.length, hash });
  }
});
