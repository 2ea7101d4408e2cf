import { EvaluationError, InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { moduleOf, valueOf } from '../../test/support.js';

/** The error that a promise ends with. */
async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('there was no error');
}

// Each of these stops TLC 2.18 too.
const broken = [
  'y[3]',
  '[a |-> 1].b',
  '1 + TRUE',
  '"a" < 1',
  '1 = "a"',
  'TRUE = 1',
  '<<>> = {}',
  '<<1>> = <<"a">>',
  '{1} = {"a"}',
  '{1, "a"}',
  '{{1}, <<1>>}',
  '1 \\in {"a"}',
  '<<1, 2>> \\in {<<"a", 2>>}',
  '{1} \\cup {"a"}',
  '1 /\\ TRUE',
  'IF 1 THEN 2 ELSE 3',
  'CASE x = 0 -> 1',
  'CHOOSE a \\in {1} : a = 2',
  '2 ^ (-1)',
  '7 % (-2)',
  '7 \\div 0',
  'Head(<<>>)',
  'SubSeq(<<1, 2, 3>>, 2, 5)',
  '{a \\in Nat : a < 3}',
  '\\E a \\in Nat : a = 3',
  'Nat \\cup {-1}',
  'Cardinality(Nat)',
  '\\A <<a, b>> \\in {<<1, 2, 3>>} : TRUE',
  "x' = 1",
  'UNCHANGED x',
  'SUBSET (1..40)',
];

describe('a broken rule of TLA+', () => {
  it.each(broken)('%s', async (expression) => {
    const error = await errorOf(valueOf(expression));
    expect(error).toBeInstanceOf(EvaluationError);
    expect((error as EvaluationError).place).toMatchObject({ file: 'T.tla', line: 7 });
  });

  it('is told with its place', async () => {
    const error = await errorOf(valueOf('x + Len(y[5])'));
    expect(error).toMatchObject({
      message: '5 is outside the domain of <<2, 3>>',
      place: { file: 'T.tla', line: 7, column: 11 },
    });
  });

  it('may be a recursion without end', async () => {
    const error = await errorOf(valueOf('Down(1)', 'RECURSIVE Down(_)\nDown(a) == Down(a - 1) + 1'));
    expect(error).toMatchObject({ code: 'evaluation' });
  });
});

const refused: readonly (readonly [string, string, string])[] = [
  ['D == 1 +', 'tla-syntax', ''],
  ['D == a = b = c', 'tla-precedence', '`=` and `=` side by side'],
  ['D == TRUE /\\ FALSE \\/ TRUE', 'tla-precedence', '`/\\` and `\\/` side by side'],
  ['D == TRUE => TRUE => TRUE', 'tla-precedence', ''],
  ['D == {1} \\cup {2} \\cap {3}', 'tla-precedence', ''],
  ['D == 2 * -3', 'tla-precedence', ''],
  ['D == 1 + 2 % 3', 'tla-precedence', ''],
  ['D == 4 \\div 2 * 2', 'tla-precedence', ''],
  ['D == DOMAIN <<1>> \\X {2}', 'tla-precedence', ''],
  ['D == nowhere', 'tla-unknown-name', '`nowhere` is neither declared nor defined'],
  ['D == E!Op', 'tla-unknown-name', ''],
  ['D(a) == a\nE == D', 'tla-arity', '`D` takes 1 argument, not 0'],
  ['D == x(1)', 'tla-arity', ''],
  ['D == Len(y, y)', 'tla-arity', ''],
  ['D == 1\nD == 2', 'tla-duplicate', '`D` is declared or defined twice'],
  ['D == 1.5', 'tla-unsupported', 'a real number is not supported'],
  ['D == <<1>>\nE == D!1', 'tla-unsupported', ''],
];

describe('what cannot be read', () => {
  it.each(refused)('%s', async (units, code, message) => {
    const error = await errorOf(moduleOf(units));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
    expect((error as InputError).place).toMatchObject({
      file: 'T.tla',
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  it.each([
    ['[]TRUE', '`[]`'],
    ['ENABLED TRUE', '`ENABLED`'],
    ['WF_x(TRUE)', 'fairness'],
    ['\\E a : a = 1', 'without a set'],
    ['CHOOSE a : a = 1', 'without a set'],
    ['\\EE a : a = 1', '\\EE'],
    ['Real', 'real numbers'],
  ])('%s is refused only where it is evaluated', async (expression, construct) => {
    const spec = await moduleOf(`Temporal ==\n  ${expression}\nState == x = 1`);
    const state = { x: 1, y: 2 };
    expect(spec.evaluate('State', state)).toBe(true);
    const error = await errorOf(Promise.resolve().then(() => spec.evaluate('Temporal', state)));
    expect(error).toMatchObject({ code: 'tla-unsupported', place: { line: 6 } });
    expect((error as InputError).message).toContain(construct);
  });
});

describe('what is asked', () => {
  it('must fit the module', async () => {
    const spec = await moduleOf('D(a) == a = x');
    expect(() => spec.evaluate('Nothing', { x: 1, y: 1 })).toThrow(
      '`Nothing` is neither declared nor defined',
    );
    expect(() => spec.evaluate('D', { x: 1, y: 1 })).toThrow('D takes 1 arguments, not 0');
    expect(() => spec.evaluate('D', { x: 1 }, [1])).toThrow('the state has no value for y');
    expect(() => spec.evaluate('D', { x: 1, y: 1, z: 1 }, [1])).toThrow('z is no variable of this module');
  });
});
