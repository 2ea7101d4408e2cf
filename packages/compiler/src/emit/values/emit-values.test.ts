import { EvaluationError, key, parseConfig, parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { lower } from '../../lower/lower.js';
import { loadModules } from '../../resolve/load.js';
import type { Engine, Program } from '../../run/engine.js';
import { loadValues } from '../../run/values/load.js';
import { emitValues } from './emit-values.js';

async function programOf(units: string, cfg = 'INIT Init\nNEXT Next\n', labels = true): Promise<Program> {
  const text = [
    '---- MODULE T ----',
    'EXTENDS Integers, Sequences, FiniteSets, TLC',
    'VARIABLES x, y',
    units,
    ...(units.includes('Init ==') ? [] : ['Init == x = 1 /\\ y = <<2, 3>>']),
    ...(units.includes('Next ==') ? [] : ['Next == UNCHANGED <<x, y>>']),
    '====',
  ].join('\n');
  const modules = await loadModules('T', (name) => Promise.resolve(name === 'T' ? text : undefined));
  return emitValues(lower(modules, 'T', parseConfig(cfg)), { labels });
}

async function engineOf(units: string, cfg?: string): Promise<Engine> {
  // As it comes to a worker thread.
  return loadValues(structuredClone(await programOf(units, cfg)));
}

/** The value of an expression in the state x = 1, y = <<2, 3>>. */
async function valueOf(expression: string, units = ''): Promise<string> {
  const engine = await engineOf(`${units}\nresult ==\n  ${expression}`);
  engine.init(() => undefined);
  const operator = engine.operator('result');
  if (operator === undefined) throw new Error('there is no result');
  return key(operator.value(engine.successor, 0, []));
}

/** The states that follow a state, with their labels. */
function successors(engine: Engine, ...values: string[]): string[] {
  engine.encode(values.map((text) => parseValue(text)));
  const found: string[] = [];
  engine.next(engine.successor.slice(), 0, (label) => {
    found.push(`${engine.label(label).key}: ${engine.decode(engine.successor, 0).map(key).join(' ')}`);
  });
  return found;
}

describe('expressions', () => {
  it.each([
    ['[x EXCEPT ![1] = 2]', /EXCEPT needs a function/],
    ['CHOOSE n \\in {1, 2} : n > 2', /CHOOSE/],
    ['CASE x = 2 -> 1', /no condition of the CASE/],
    ['Loop(1)', /recursion is too deep/],
    ['y[3]', /3 is outside the domain of <<2, 3>>/],
    ['{n \\in {1, 2} : n}', /TRUE or FALSE is needed here, not 1/],
    ['{<<a, b>> \\in {<<1, 2>>, <<1>>} : TRUE}', /a tuple of 2 elements/],
  ])('%s is an error', async (expression, message) => {
    const units = 'RECURSIVE Loop(_)\nLoop(n) == 1 + Loop(n + 1)';
    await expect(valueOf(expression, units)).rejects.toThrow(message);
    await expect(valueOf(expression, units)).rejects.toThrow(EvaluationError);
  });

  it('are told with the line that they stand in', async () => {
    await expect(valueOf('Head(\n  <<>>)')).rejects.toMatchObject({ place: { line: 6 } });
  });

  it.each([
    ['an operator', 'RECURSIVE Loop(_)\nLoop(n) ==\n  1 + Loop(n + 1)', 'Loop(1)', 6],
    [
      'one that other things are between',
      'RECURSIVE Sum(_)\nSum(S) ==\n  {Sum({s}) : s \\in S}',
      'Sum({1})',
      6,
    ],
    ['one of a LET', '', 'LET RECURSIVE L(_)\n  L(n) ==\n    L(n + 1) + 1 IN L(x)', 8],
  ])('%s that calls itself without end is told with its line', async (_, units, expression, line) => {
    await expect(valueOf(expression, units)).rejects.toMatchObject({
      message: expect.stringMatching(/recursion is too deep/),
      place: { line },
    });
  });

  it.each([
    // By name: what is not used is not evaluated.
    ['Second(1 + "a", 2)', '2'],
    ['LET bad == Head(<<>>) IN IF x = 1 THEN 0 ELSE bad', '0'],
    ['Often(x + 1, 2)', '{3, 4}'],
    ['[y EXCEPT ![5] = Head(<<>>)]', '<<2, 3>>'],
    ['[y EXCEPT ![1] = @ + 1, ![1] = @ * 10]', '<<30, 3>>'],
    ['[[a |-> [b |-> 1]] EXCEPT !.a.b = @ + x]', '[a |-> [b |-> 2]]'],
    ['LET f[n \\in Nat] == IF n = 0 THEN 1 ELSE n * f[n - 1] IN f[5]', '120'],
    ['[n \\in {1, 2} |-> IF n = 1 THEN 1 ELSE Head(<<>>)][1]', '1'],
    ['2 \\in {n \\in Nat : n > 1}', 'TRUE'],
    ['1 \\in {1, "a"}', 'TRUE'],
    ['{<<a, b>> \\in {<<1, 2>>, <<3, 4>>} : a > 1}', '{<<3, 4>>}'],
    ['[a, b \\in {1, 2} |-> a + b][<<1, 2>>]', '3'],
    // As TLC does it: (2, 1) is looked at before (1, 2), and for k = 3 all pairs before k = 4.
    ['\\E i, j \\in {1, 2}, k \\in {3, 4} : (i = 2 /\\ j = 1) \\/ (j * k > 3 /\\ Head(<<>>))', 'TRUE'],
    ['\\A i, j \\in {1, 2} : i = 1 /\\ (j = 1 \\/ Head(<<>>))', 'FALSE'],
    [
      'LET S == {n \\in {1, 2, 3} : n > x} IN <<S = {}, Cardinality(S), \\E n \\in S : n = 3>>',
      '<<FALSE, 2, TRUE>>',
    ],
    ['SortSeq(<<3, 1, 2>>, LAMBDA a, b : a < b)', '<<1, 2, 3>>'],
  ])('%s is %s', async (expression, value) => {
    const units = 'Second(a, b) == b\nOften(a, n) == {a + i : i \\in 1..n}';
    expect(await valueOf(expression, units)).toBe(value);
  });

  it('are kept for as long as the variables that they come from stay as they are', async () => {
    const engine = await engineOf('Sum == LET n == y[1] + y[2] IN n * x');
    const sum = engine.operator('Sum');
    const inState = (...texts: string[]): string | undefined => {
      engine.encode(texts.map((text) => parseValue(text)));
      return sum && key(sum.value(engine.successor, 0, []));
    };
    expect([inState('1', '<<2, 3>>'), inState('2', '<<2, 3>>'), inState('1', '<<2, 4>>')]).toEqual([
      '5',
      '10',
      '6',
    ]);
  });
});

describe('actions', () => {
  it('reach a state by every way', async () => {
    const engine = await engineOf(
      "Up(n) == x' = x + n /\\ y' = y\nNext == \\/ \\E n \\in {1, 2} : Up(n)\n        \\/ x' \\in {2, 5} /\\ UNCHANGED y",
    );
    expect(successors(engine, '1', '0')).toEqual(['Up(1): 2 0', 'Up(2): 3 0', 'Next: 2 0', 'Next: 5 0']);
  });

  it('take what is in several sets of a UNION for each of them', async () => {
    const engine = await engineOf("Next == \\E n \\in UNION {x..2, 2..3} : x' = n /\\ y' = 0");
    expect(successors(engine, '1', '0')).toEqual(['Next: 1 0', 'Next: 2 0', 'Next: 2 0', 'Next: 3 0']);
  });

  it('take it once where TLC has listed all these sets', async () => {
    const engine = await engineOf("Next == \\E n \\in UNION {{x, 2}, {2, 3}} : x' = n /\\ y' = 0");
    expect(successors(engine, '1', '0')).toEqual(['Next: 1 0', 'Next: 2 0', 'Next: 3 0']);
  });

  it('read what they have assigned, and nothing that they have not', async () => {
    const engine = await engineOf("Next == \\/ x' = x + 1 /\\ y' = x' * 2\n        \\/ y' = x' /\\ x' = 1");
    expect(() => successors(engine, '1', '0')).toThrow(/x' is used before it has been given a value/);
    const found: string[] = [];
    expect(() =>
      engine.next(Int32Array.of(3, 1), 0, () => found.push(key(engine.decode(engine.successor, 0)))),
    ).toThrow(/before it has been given a value/);
    expect(found).toEqual(['<<2, 4>>']);
  });

  it("have their witnesses in TLC's order: the first name varies fastest", async () => {
    const engine = await engineOf("Next == \\E i, j \\in {1, 2}, k \\in {3, 4} : x' = <<i, j>> /\\ y' = k");
    expect(successors(engine, '0', '0').map((text) => text.slice(6))).toEqual([
      '<<1, 1>> 3',
      '<<2, 1>> 3',
      '<<1, 2>> 3',
      '<<2, 2>> 3',
      '<<1, 1>> 4',
      '<<2, 1>> 4',
      '<<1, 2>> 4',
      '<<2, 2>> 4',
    ]);
  });

  it('go on by what each way has assigned, where several go on alike', async () => {
    const engine = await engineOf("Next == (x' = x \\/ y' = y) /\\ x' = 1 /\\ y' = 2");
    expect(successors(engine, '1', '2')).toEqual(['Next: 1 2', 'Next: 1 2']);
    expect(successors(engine, '1', '0')).toEqual(['Next: 1 2']);
    expect(successors(engine, '0', '2')).toEqual(['Next: 1 2']);
    expect(successors(engine, '0', '0')).toEqual([]);
  });

  it('go through the messages of one type only, unless some have none', async () => {
    const units = 'Next == \\E m \\in y : m.type = "a" /\\ x\' = m.n /\\ UNCHANGED y';
    const engine = await engineOf(units);
    const messages = [1, 2, 3, 4, 5].map((n) => `[type |-> "${n % 2 === 0 ? 'a' : 'b'}", n |-> ${n}]`);
    expect(successors(engine, '0', `{${messages.join(', ')}}`).map((text) => text.slice(0, 7))).toEqual([
      'Next: 2',
      'Next: 4',
    ]);
    expect(() => successors(engine, '0', `{${messages.join(', ')}, [n |-> 1]}`)).toThrow(/has no field type/);
  });

  it('go on where they were, whatever is asked of the states that they tell of', async () => {
    const engine = await engineOf(
      "Next == \\E n \\in {1, 2} : x' = x + n /\\ y' = x\nSmall == x < 3",
      'INIT Init\nNEXT Next\nINVARIANT Small\n',
    );
    const [small] = engine.invariants;
    const seen: string[] = [];
    engine.next(Int32Array.of(3, 3), 0, () => {
      seen.push(`${key(engine.decode(engine.successor, 0))} ${small?.holds(engine.successor, 0)}`);
    });
    expect(seen).toEqual(
      ['<<2, 1>> TRUE', '<<3, 1>> FALSE'].map((text) =>
        text.replace('TRUE', 'true').replace('FALSE', 'false'),
      ),
    );
  });
});

describe('the engine', () => {
  it('says which values no state has', async () => {
    const engine = await engineOf('');
    expect(engine.encode([1, 2 ** 40])).toBe(false);
    expect(engine.encode([1, 2])).toBe(true);
  });

  it('keeps its values to itself', async () => {
    const [one, other] = [await engineOf(''), await engineOf('')];
    one.encode([parseValue('{"b", "a"}'), parseValue('{{"b"}}')]);
    const words = one.successor.slice();
    other.encode([parseValue('{"zeta", 1000000}'.replace(', 1000000', '')), 1]);
    expect(one.decode(words, 0).map(key)).toEqual(['{"a", "b"}', '{{"b"}}']);
  });

  it('is code that a person can read', async () => {
    const { code } = await programOf("Next == x' = x + 1 /\\ UNCHANGED y", undefined, false);
    expect(code).toContain('p0 = plus(x0, 1, S');
    expect(code).toContain('// T: its variables are x0 x, x1 y;');
  });
});
