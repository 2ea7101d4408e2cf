import { parseConfig } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Evaluator, evaluator, loadModules } from '../index.js';

const texts: Readonly<Record<string, string>> = {
  M: `---- MODULE M ----
EXTENDS Naturals
CONSTANT K
Foo == 1
Bar == Foo + 10
Baz(a) == a + K
Small == 5 \\in Nat
====`,
  R: `---- MODULE R ----
EXTENDS Naturals, E
CONSTANT C, F(_)
VARIABLE x
I == INSTANCE M WITH K <- 3
J == INSTANCE M WITH K <- C
MyFoo == 2
MyC == 7
MyF(a) == a * 100
MyNat == 0..3
Seen == <<I!Foo, I!Bar, I!Small, 5 \\in Nat>>
Own == <<Lower, Upper>>
====`,
  E: '---- MODULE E ----\nLOCAL Hidden == 50\nLower == 20\nUpper == Lower\n====',
  U: `---- MODULE U ----
EXTENDS Naturals
INSTANCE M WITH K <- 3
Three == 3
Seen == <<Foo, Bar>>
====`,
};

async function spec(constants: string, root = 'R'): Promise<Evaluator> {
  const modules = await loadModules(root, (name) => Promise.resolve(texts[name]));
  const config = parseConfig(`CONSTANTS\n${constants}`, `${root}.cfg`);
  return evaluator(modules, root, config.constants, config);
}

const whole = 'C <- MyC\nF <- MyF';

describe('the substitutions of a cfg file', () => {
  it('put operators in the place of constants, in instances too', async () => {
    const text = await spec(whole);
    expect(text.evaluate('C', undefined)).toBe(7);
    expect(text.evaluate('F', undefined, [2])).toBe(200);
    expect(text.evaluate('J!Baz', undefined, [1])).toBe(8);
    expect(text.evaluate('Seen', undefined)).toEqual([1, 11, true, true]);
  });

  // Each of these values is what TLC 2.18 prints.
  it.each([
    ['Nat <- MyNat', [1, 11, false, false]],
    ['Nat <- [M] MyNat', [1, 11, false, false]],
    ['Nat <- [Naturals] MyNat', [1, 11, false, false]],
    ['Foo <- [M] MyFoo', [2, 12, true, true]],
  ])('%s replaces a definition', async (substitution, seen) => {
    expect((await spec(`${whole}\n${substitution}`)).evaluate('Seen', undefined)).toEqual(seen);
  });

  it('replace what the root extends wherever it is used, and what it instantiates in the root alone', async () => {
    expect((await spec(`${whole}\nLower <- MyFoo`)).evaluate('Own', undefined)).toEqual([2, 2]);
    expect((await spec('Foo <- Three', 'U')).evaluate('Seen', undefined)).toEqual([3, 11]);
    expect((await spec('Foo <- [M] Three', 'U')).evaluate('Seen', undefined)).toEqual([3, 13]);
  });

  it('may give a definition a value, and a constant that of another', async () => {
    expect((await spec(`${whole}\nLower = 9`)).evaluate('Own', undefined)).toEqual([9, 9]);
    expect((await spec('F <- MyF\nMyC = 5\nC <- MyC')).evaluate('C', undefined)).toBe(5);
  });

  it.each([
    ['C <- Nope\nF <- MyF', 'C is replaced by Nope, which is no operator of the module', 2],
    ['C <- x\nF <- MyF', 'C is replaced by x, which is no operator of the module', 2],
    ['C <- MyC\nF <- MyC', 'F has 1 parameter and is replaced by MyC, which has 0', 3],
    [
      `${whole}\nNope <- MyC`,
      'Nope is replaced, but the module has no constant or definition of that name',
      4,
    ],
    [`${whole}\nx <- MyC`, 'x is replaced, but', 4],
    [`${whole}\nFoo <- MyC`, 'Foo is replaced, but', 4],
    [`${whole}\nHidden <- MyC`, 'Hidden is replaced, but', 4],
    [`${whole}\nNope <- [M] MyC`, 'Nope is replaced, but', 4],
    [`${whole}\nMyC <- [Naturals] MyFoo`, 'MyC is replaced, but', 4],
    [`${whole}\nFoo <- [Q] MyC`, 'Foo is replaced in Q, which is no module here', 4],
    [`${whole}\nMyC <- MyFoo`, 'MyC stands right of a `<-` and is itself replaced', 2],
    [`${whole}\nMyF = 3`, 'MyF has 1 parameter and is replaced by a value', 4],
    [`${whole}\nLen <- MyF`, 'Len is replaced, but', 4],
  ])('%s is refused', async (constants, message, line) => {
    await expect(spec(constants)).rejects.toMatchObject({
      code: 'cfg',
      message: expect.stringContaining(message),
      place: { file: 'R.cfg', line },
    });
  });

  it.each([
    ['F <- MyF', 'the constant C has no value'],
    [`${whole}\nNope = 3`, 'Nope is no constant of module R'],
  ])('%s leaves the constants undecided', async (constants, message) => {
    await expect(spec(constants)).rejects.toThrow(message);
  });
});
