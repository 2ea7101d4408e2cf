import { EvaluationError, key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { evaluator, loadModules } from '../index.js';

async function valueOf(
  expression: string,
  modules = 'Integers, Bags, Sequences, FiniteSets',
): Promise<string> {
  const text = `---- MODULE T ----
EXTENDS ${modules}
VARIABLE x
b == SetToBag({1, 2})
c == (1 :> 3) @@ (2 :> 1)
D ==
  ${expression}
====`;
  const loaded = await loadModules('T', (name) => Promise.resolve(name === 'T' ? text : undefined));
  return key(evaluator(loaded, 'T', {}).evaluate('D', undefined));
}

describe('a bag', () => {
  // What TLC 2.18 prints, in canonical order.
  it.each([
    ['EmptyBag', '<<>>'],
    ['EmptyBag = <<>>', 'TRUE'],
    ['b (+) c', '<<4, 2>>'],
    ['b \\oplus c', '<<4, 2>>'],
    ['c (-) b', '<<2>>'],
    ['b (-) c', '<<>>'],
    ['b (-) (1 :> 1)', '(2 :> 1)'],
    ['BagUnion({b, c})', '<<4, 2>>'],
    ['BagUnion({})', '<<>>'],
    ['b \\sqsubseteq c', 'TRUE'],
    ['c \\sqsubseteq b', 'FALSE'],
    ['SubBag(c) = {<<>>, <<1>>, <<2>>, <<3>>, (2 :> 1), <<1, 1>>, <<2, 1>>, <<3, 1>>}', 'TRUE'],
    ['BagOfAll(LAMBDA a : a % 1, c)', '(0 :> 4)'],
    ['BagCardinality(c)', '4'],
    ['BagCardinality(<<2, 3>>)', '5'],
    ['BagCardinality(EmptyBag)', '0'],
    ['CopiesIn(1, c)', '3'],
    ['CopiesIn(5, c)', '0'],
    ['BagIn(1, c)', 'TRUE'],
    ['BagIn(7, c)', 'FALSE'],
    ['BagToSet(c)', '{1, 2}'],
    ['IsABag(c)', 'TRUE'],
    ['IsABag(1 :> 0)', 'FALSE'],
    ['IsABag({1})', 'FALSE'],
    ['IsABag(3)', 'FALSE'],
  ])('%s is %s', async (expression, expected) => {
    expect(await valueOf(expression)).toBe(expected);
  });

  it.each([
    ['b (+) 3', '(+) needs a bag, not 3'],
    ['b (+) <<"a">>', '(+) needs a bag, not <<"a">>'],
    ['<<0>> (+) <<1>>', '(+) needs a bag'],
    ['<<"a">> (-) b', '(-) needs a bag'],
    ['BagCardinality(<<0, 3>>)', 'BagCardinality needs a bag'],
    ['SetToBag(3)', 'SetToBag needs a set'],
    ['BagToSet({1})', 'BagToSet needs a bag'],
    ['CopiesIn(1, {1})', 'CopiesIn needs a bag'],
  ])('%s is none', async (expression, message) => {
    const error: unknown = await valueOf(expression).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EvaluationError);
    expect(error).toMatchObject({ message: expect.stringContaining(message), place: { line: 7 } });
  });
});

describe('what TLC adds', () => {
  it.each([
    ['SortSeq(<<3, 1, 2>>, <)', '<<1, 2, 3>>'],
    ['SortSeq(<<3, 1, 2>>, >)', '<<3, 2, 1>>'],
    [
      'SortSeq(<<<<1, "a">>, <<0, "b">>, <<1, "c">>>>, LAMBDA p, q : p[1] < q[1])',
      '<<<<0, "b">>, <<1, "a">>, <<1, "c">>>>',
    ],
    [
      'SortSeq(<<<<1, "a">>, <<0, "b">>, <<1, "c">>>>, LAMBDA p, q : p[1] <= q[1])',
      '<<<<0, "b">>, <<1, "c">>, <<1, "a">>>>',
    ],
    ['SelectSeq(<<1, 2, 3>>, LAMBDA a : a > 1)', '<<2, 3>>'],
    ['ToString(<<1, "a", {2}>>) = "<<1, \\"a\\", {2}>>"', 'TRUE'],
    ['TLCEval({x_ \\in 1..3 : x_ > 1})', '{2, 3}'],
  ])('%s is %s', async (expression, expected) => {
    expect(await valueOf(expression)).toBe(expected);
  });

  it.each(['JavaTime', 'TLCGet(1)', 'TLCSet(1, 2)', 'RandomElement({1})', 'Any'])(
    '%s is refused by its name',
    async (expression) => {
      await expect(valueOf(expression)).rejects.toMatchObject({
        code: 'tla-unsupported',
        message: `\`${expression.split('(')[0]}\` is not supported`,
        place: { file: 'T.tla', line: 7 },
      });
    },
  );
});

describe('Reals', () => {
  it('has what Integers has, and nothing of real numbers', async () => {
    expect(await valueOf('-1 + 2', 'Reals, TLC, Bags')).toBe('1');
    await expect(valueOf('1 / 2', 'Reals, TLC, Bags')).rejects.toThrow('`/` is not supported');
    await expect(valueOf('Infinity', 'Reals, TLC, Bags')).rejects.toThrow('`Infinity` is not supported');
  });
});
