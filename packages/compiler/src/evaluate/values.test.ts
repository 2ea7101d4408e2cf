import { describe, expect, it } from 'vitest';
import { valueOf } from '../../test/support.js';

// What TLC 2.18 prints for these expressions, in the canonical form of @synod/tla.
const values: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  literals: [
    ['TRUE', 'TRUE'],
    ['"a\\"b\\\\"', '"a\\"b\\\\"'],
    ['\\hff + \\b101 + \\o17', '275'],
    ['9007199254740991 + 2', '9007199254740993'],
    ['9007199254740993 - 9007199254740992', '1'],
    ['m1', 'm1'],
  ],
  logic: [
    ['TRUE /\\ ~ FALSE', 'TRUE'],
    ['TRUE \\/ 1', 'TRUE'],
    ['FALSE => 1', 'TRUE'],
    ['FALSE = ~ TRUE', 'TRUE'],
    ['TRUE = ~ FALSE = TRUE', 'TRUE'],
    ['(FALSE <=> FALSE) /\\ (FALSE \\equiv TRUE)', 'FALSE'],
    ['/\\ TRUE\n  /\\ \\/ FALSE\n     \\/ TRUE\n  /\\ x = 1', 'TRUE'],
    ['/\\ TRUE\n  /\\ FALSE\n  => FALSE', 'TRUE'],
    ['IF x > 0 THEN "yes" ELSE "no"', '"yes"'],
    ['CASE x = 0 -> 0 [] x = 1 -> 10 [] OTHER -> 20', '10'],
    ['CASE x = 0 -> 0 [] OTHER -> 20', '20'],
    ['LET a == x + 1 f(b) == a + b IN f(a)', '4'],
    ['\\A a, b \\in {1, 2}, <<c, d>> \\in {<<1, 2>>} : a + b >= c + d - 1', 'TRUE'],
    ['\\A a, b \\in {1, 2}, <<c, d>> \\in {<<1, 2>>} : a + b >= c + d', 'FALSE'],
    ['\\E a \\in {} : TRUE', 'FALSE'],
    ['\\A a \\in {} : FALSE', 'TRUE'],
    ['CHOOSE a \\in {3, 4, 5} : a % 2 = 0', '4'],
    ['lbl :: x = 1', 'TRUE'],
  ],
  numbers: [
    ['1 - 2 + 3', '2'],
    ['1 + 2 - 3', '0'],
    ['- 2 ^ 2', '-4'],
    ['-2 \\div 3', '0'],
    ['5 - 2 * 3', '-1'],
    ['<<(-7) \\div 2, (-7) % 2, 7 \\div (-2)>>', '<<-4, 1, -4>>'],
    ['2 * 3 + 4', '10'],
    ['(-9007199254740993) \\div 2', '-4503599627370497'],
    ['-1 .. 1', '{-1, 0, 1}'],
    ['1 .. 0', '{}'],
    [
      '<<1 < 2, 1 > 2, 1 <= 1, 1 =< 0, 2 \\leq 1, 1 >= 1, 1 \\geq 2>>',
      '<<TRUE, FALSE, TRUE, FALSE, FALSE, TRUE, FALSE>>',
    ],
    ['{1, 2} \\subseteq Nat', 'TRUE'],
    ['-1 \\in Nat', 'FALSE'],
    ['-1 \\in Nat \\cup {-1}', 'TRUE'],
    ['{1, -2} \\ Nat', '{-2}'],
    ['5000 \\in 1 .. 1000000000', 'TRUE'],
  ],
  sets: [
    ['1..3 = {3, 2, 1}', 'TRUE'],
    ['{1} = {1, 2}', 'FALSE'],
    ['{1, 2} # {1}', 'TRUE'],
    ['{1, 2} /= {1, 2}', 'FALSE'],
    ['{1, 2} \\cup {2, 3} \\union {4}', '{1, 2, 3, 4}'],
    ['{1, 2} \\cap {2, 3}', '{2}'],
    ['{1, 2} \\intersect Nat', '{1, 2}'],
    ['1 \\notin {2}', 'TRUE'],
    ['UNION {{1}, {1, 2}}', '{1, 2}'],
    ['SUBSET {1, 2}', '{{1, 2}, {1}, {2}, {}}'],
    ['{1} \\in SUBSET Nat', 'TRUE'],
    ['{-1} \\in SUBSET Nat', 'FALSE'],
    ['Cardinality(SUBSET {1, 2, 3})', '8'],
    ['IsFiniteSet({1}) /\\ ~ IsFiniteSet(Nat)', 'TRUE'],
    ['{a \\in 1..4 : a % 2 = 0}', '{2, 4}'],
    ['{<<a, b>> \\in {1, 2} \\X {2} : a = b}', '{<<2, 2>>}'],
    ['{a + b : a, b \\in {1, 2}}', '{2, 3, 4}'],
    ['{1} \\X {2} \\X {3}', '{<<1, 2, 3>>}'],
    ['{1} \\X SUBSET {2}', '{<<1, {2}>>, <<1, {}>>}'],
    ['({1} \\X {2}) \\X {3}', '{<<<<1, 2>>, 3>>}'],
    ['<<1, 2>> \\in Nat \\X Nat', 'TRUE'],
    ['<<1, 2, 3>> \\in Nat \\X Nat', 'FALSE'],
    ['BOOLEAN', '{FALSE, TRUE}'],
    ['"a" \\in STRING', 'TRUE'],
    ['m1 \\in {1, m1} /\\ m1 \\notin Nat /\\ m1 # "m1" /\\ m1 # m2', 'TRUE'],
  ],
  functions: [
    ['[a \\in {} |-> 1] = <<>>', 'TRUE'],
    ['[a \\in {1, 2} |-> a * 2]', '<<2, 4>>'],
    ['[a \\in {1, 2}, b \\in {3} |-> a + b][2, 3]', '5'],
    ['[<<a, b>> \\in {1} \\X {2} |-> a + b][1, 2]', '3'],
    ['[a |-> 1, b |-> 2] = [b |-> 2, a |-> 1]', 'TRUE'],
    ['[a |-> 1, b |-> 2].b', '2'],
    ['[a |-> 1] \\in {[b |-> 2]}', 'FALSE'],
    ['<<1, 2>> = <<1, "a", 3>>', 'FALSE'],
    ['DOMAIN [a |-> 1, b |-> 2]', '{"a", "b"}'],
    ['DOMAIN y', '{1, 2}'],
    ['[y EXCEPT ![1] = @ + 10, ![2] = 5]', '<<12, 5>>'],
    ['[<<1>> EXCEPT ![3] = 4]', '<<1>>'],
    ['[[a |-> <<1, [b |-> 2]>>] EXCEPT !.a[2].b = @ + 1].a[2]["b"]', '3'],
    ['[f \\in {m1} |-> y][m1][2]', '3'],
    ['[{1, 2} -> {3}]', '{<<3, 3>>}'],
    ['<<1>> \\in [1..1 -> Nat]', 'TRUE'],
    ['<<1, 2>> \\in [1..1 -> Nat]', 'FALSE'],
    ['[a : {1, 2}, b : {3}]', '{[a |-> 1, b |-> 3], [a |-> 2, b |-> 3]}'],
    ['[a |-> 5] \\in [a : Nat]', 'TRUE'],
    ['[a |-> 5] \\in [b : Nat]', 'FALSE'],
    ['(1 :> 2 @@ 1 :> 3 @@ 2 :> 4)', '<<2, 4>>'],
  ],
  sequences: [
    ['Append(<<1>> \\o <<2>>, 3)', '<<1, 2, 3>>'],
    ['<<Head(y), Tail(y), Len(y)>>', '<<2, <<3>>, 2>>'],
    ['SubSeq(<<1, 2, 3>>, 2, 3)', '<<2, 3>>'],
    ['SubSeq(<<1, 2, 3>>, 3, 2)', '<<>>'],
    ['SelectSeq(<<1, 2, 3>>, LAMBDA a : a > 1)', '<<2, 3>>'],
    ['Len([a \\in 1..3 |-> a])', '3'],
    ['<<1>> \\in Seq({1}) /\\ <<2>> \\notin Seq({1})', 'TRUE'],
    ['Cardinality(Permutations({1, 2, 3}))', '6'],
  ],
};

const definitions: readonly (readonly [string, string, string])[] = [
  ['Twice(a) == a + a', 'Twice(Twice(x))', '4'],
  ['a \\prec b == a < b', '1 \\prec 2', 'TRUE'],
  ['f[a \\in Nat] == IF a = 0 THEN 1 ELSE a * f[a - 1]', 'f[5]', '120'],
  ['f[a, b \\in 0..2] == IF a = 0 THEN b ELSE f[a - 1, b] + 1', '<<f[2, 2], f[<<1, 0>>]>>', '<<4, 1>>'],
  ['f[a \\in 1..3] == a * a', '<<f, DOMAIN f>>', '<<<<1, 4, 9>>, {1, 2, 3}>>'],
  [
    'RECURSIVE Sum(_)\nSum(S) == IF S = {} THEN 0 ELSE LET a == CHOOSE b \\in S : TRUE IN a + Sum(S \\ {a})',
    'Sum(1..4)',
    '10',
  ],
  ['Apply(F(_, _), a, b) == F(a, b)', '<<Apply(+, 1, 2), Apply(LAMBDA a, b : a * b, 3, 4)>>', '<<3, 12>>'],
  ['Apply(F(_, _), a, b) == F(a, b)\nG(F(_, _)) == Apply(F, 5, 2)\nMinus(a, b) == a - b', 'G(Minus)', '3'],
  ['Lazy(a, b) == IF a THEN b ELSE 0', 'Lazy(FALSE, 1 + "x")', '0'],
  ['Outer(a) == LET g(b) == a + b h(c) == g(c) * 10 IN {h(d) : d \\in {1, 2}}', 'Outer(3)', '{40, 50}'],
  ['f[a \\in 0..3] == LET b == a * 2 IN IF a = 0 THEN 0 ELSE f[a - 1] + b', 'f[3]', '12'],
];

describe.each(Object.entries(values))('%s', (_, table) => {
  it.each(table)('%s is %s', async (expression, expected) => {
    expect(await valueOf(expression)).toBe(expected);
  });
});

describe('definitions', () => {
  it.each(definitions)('%s: %s is %s', async (units, expression, expected) => {
    expect(await valueOf(expression, units)).toBe(expected);
  });
});
