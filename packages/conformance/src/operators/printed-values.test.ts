import { expect, it } from 'vitest';
import { type Printed, passValue } from './printed-values.js';

function passed(text: string): string | undefined {
  const found: Printed = { end: 0, hash: 0 };
  return passValue(text, 0, text.length, found) ? text.slice(0, found.end) : undefined;
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

it('equal texts have one hash, wherever they stand', () => {
  const [first, second]: Printed[] = [
    { end: 0, hash: 0 },
    { end: 0, hash: 0 },
  ];
  passValue('{1, "x"}, 2>>', 0, 13, first as Printed);
  passValue('<<{1, "x"}>>', 2, 12, second as Printed);
  expect(first?.hash).toBe(second?.hash);
});
