import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { moduleOf } from '../../test/support.js';

const counter = `---- MODULE Counter ----
EXTENDS Naturals, Sequences
CONSTANT Step, F(_)
VARIABLE count
LOCAL Hidden(n) == n + Step
Up == count' = count + Step
Plus(n) == Hidden(n) + count
Applied(x) == F(x) + Step
Twice(Op(_), x) == Op(Op(x))
ByOperator == Twice(Hidden, 1)
Shadow(Step_) == {Step_ + Step : count_ \\in {1}}
fact[i \\in 0..3] == IF i = 0 THEN Step ELSE fact[i - 1] + Step
RECURSIVE Sum(_)
Sum(n) == IF n = 0 THEN 0 ELSE Step + Sum(n - 1)
Record == [step |-> Step, list |-> SelectSeq(<<1, 5, 9>>, LAMBDA e : e > Step)]
====`;

const middle = `---- MODULE Middle ----
EXTENDS Naturals
CONSTANT Base
VARIABLE z
Own == Base + z
Two(k) == INSTANCE Counter WITH count <- z, Step <- Base + k, F <- LAMBDA a : a * Base
D(n) == Two(1)!Plus(n) + Own
====`;

const others = { Counter: counter, Middle: middle };
const state = (x: number): { x: number; y: number } => ({ x, y: 0 });

describe('an INSTANCE with parameters', () => {
  it.each([
    ['I(10)!Plus(1)', '13'],
    ['{I(s)!Plus(0) : s \\in {1, 2}}', '{3, 4}'],
    ['I(x)!Applied(3)', '302'],
    ['I(5)!ByOperator', '11'],
    ['I(5)!Shadow(1)', '{6}'],
    ['I(4)!fact[3]', '16'],
    ['I(4)!Sum(3)', '12'],
    ['I(4)!Record', '[list |-> <<5, 9>>, step |-> 4]'],
    ['I(x)!fact', '(0 :> 2 @@ 1 :> 4 @@ 2 :> 6 @@ 3 :> 8)'],
    ['LET Fold(Op(_), a) == Op(a) IN Fold(LAMBDA a : I(a)!Plus(a), 4)', '10'],
    ['M(7)!Own', '9'],
    ['M(7)!Two(1)!Plus(0)', '10'],
    ['M(7)!D(1)', '20'],
    ['M(7)!Two(1)!Applied(2)', '22'],
    ['\\E s \\in {1, 8} : M(s)!Two(s)!Sum(2) = 32', 'TRUE'],
  ])('%s is %s', async (expression, expected) => {
    const spec = await moduleOf(
      `Times(a) == a * 100
I(s) == INSTANCE Counter WITH count <- x, Step <- s, F <- Times
M(b) == INSTANCE Middle WITH z <- x, Base <- b
D == ${expression}`,
      others,
    );
    expect(key(spec.evaluate('D', state(2)))).toBe(expected);
  });

  it('has actions, and what WITH says of a parameter is primed with it', async () => {
    const spec = await moduleOf(
      `Times(a) == a * 100
I(s) == INSTANCE Counter WITH count <- x, Step <- s, F <- Times
J(count) == INSTANCE Counter WITH Step <- 1, F <- Times
A == \\E s \\in {3, 4} : I(s)!Up
B == J(x * 10)!Up
C == I(x)!Up`,
      others,
    );
    for (const [action, to] of [
      ['A', [5, 6]],
      ['C', [4]],
    ] as const) {
      for (let next = 0; next < 12; next++) {
        expect(spec.holds(action, [], state(2), state(next))).toBe(([...to] as number[]).includes(next));
      }
    }
    expect(spec.holds('B', [], { x: 1, y: 0 }, { x: 2, y: 0 })).toBe(false);
    expect(spec.holds('I!Up', [3], state(2), state(5))).toBe(true);
  });

  it.each([
    ['D == I!Up', '`I!` takes 1 argument, not 0', 'tla-arity'],
    ['D == I(1, 2)!Up', '`I!` takes 1 argument, not 2', 'tla-arity'],
    ['D == I(1)!Plus', '`I(1)!Plus` takes 2 arguments, those of its instances included, not 1', 'tla-arity'],
    ['D == I(1)!Hidden(2)', '`Hidden` is neither declared nor defined', 'tla-unknown-name'],
    ['D == I(1)', '`I` is neither declared nor defined by itself', 'tla-unknown-name'],
    [
      'K == INSTANCE Counter WITH Step <- 1, count <- x, F <- 1',
      'WITH needs an operator for it',
      'tla-arity',
    ],
    ['D == Times!1', '`Times!1`, a part of a formula, is not supported', 'tla-unsupported'],
    ['D == Times!lbl', '`Times!lbl`, a part of a formula, is not supported', 'tla-unsupported'],
  ])('%s is refused', async (units, message, code) => {
    const spec = moduleOf(
      `Times(a) == a * 100\nI(s) == INSTANCE Counter WITH count <- x, Step <- s, F <- Times\n${units}`,
      others,
    );
    await expect(spec).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('INSTANCE in a LET', () => {
  it.each([
    ['LET I == INSTANCE Counter WITH Step <- 3, count <- x, F <- Times IN I!Plus(1)', '6'],
    ['LET I == INSTANCE Counter WITH Step <- 3, count <- x, F <- LAMBDA a : a IN I!Applied(1)', '4'],
    [
      '[n \\in 1..2 |-> LET s == n * 2 I == INSTANCE Counter WITH Step <- s, count <- x, F <- Times IN I!Sum(n)]',
      '<<2, 8>>',
    ],
    ['LET Step == 9 count == x F(a) == a I == INSTANCE Counter IN I!Plus(0)', '11'],
    [
      'LET I(s) == INSTANCE Counter WITH Step <- s, count <- x, F <- Times t == I(2)!Plus(1) IN t + I(t)!Plus(0)',
      '12',
    ],
    [
      'LET g(n) == LET I == INSTANCE Counter WITH Step <- n, count <- x, F <- Times IN I!Plus(n) IN g(5)',
      '12',
    ],
    [
      'LET I == INSTANCE Middle WITH z <- x, Base <- 2 IN LET J == INSTANCE Middle WITH z <- x, Base <- I!Own IN J!Two(1)!Plus(0)',
      '7',
    ],
  ])('%s is %s', async (expression, expected) => {
    const spec = await moduleOf(`Times(a) == a * 100\nD ==\n  ${expression}`, others);
    expect(key(spec.evaluate('D', state(2)))).toBe(expected);
  });

  it('has actions', async () => {
    const spec = await moduleOf(
      "A(n) == LET I == INSTANCE Counter WITH Step <- n, count <- x, F <- LAMBDA a : a IN I!Up /\\ y' = n",
      others,
    );
    expect(spec.holds('A', [3], { x: 1, y: 0 }, { x: 4, y: 3 })).toBe(true);
    expect(spec.holds('A', [3], { x: 1, y: 0 }, { x: 5, y: 3 })).toBe(false);
  });
});

describe('a module within a module', () => {
  const inner = `Outer == x + 1
---- MODULE Inner ----
EXTENDS Naturals
CONSTANT c
Sum == c + Outer
Up == x' = x + c
---- MODULE Deep ----
VARIABLE d
All == <<d, c, Outer, Sum>>
====
Deeper(d) == INSTANCE Deep
====
Two == INSTANCE Inner WITH c <- 2
Some(c) == INSTANCE Inner`;

  it('uses the names of that one, and can be instantiated in it', async () => {
    const spec = await moduleOf(`${inner}
D == <<Two!Sum, Some(5)!Sum, Some(4)!Deeper(9)!All, Two!Deeper(8)!All>>`);
    expect(key(spec.evaluate('D', state(2)))).toBe('<<5, 8, <<9, 4, 3, 7>>, <<8, 2, 3, 5>>>>');
    expect(spec.holds('Two!Up', [], state(2), state(4))).toBe(true);
  });

  it('is not to be had elsewhere, and passes on nothing that is not its own', async () => {
    await expect(moduleOf(`${inner}\nD == Two!Outer`)).rejects.toThrow('`Outer` is neither');
    await expect(moduleOf('I == INSTANCE Inner')).rejects.toThrow('there is no module Inner');
    await expect(moduleOf(`I == INSTANCE Inner WITH c <- 1\n${inner}`)).rejects.toThrow(
      'there is no module Inner',
    );
  });
});
