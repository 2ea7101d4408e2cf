import { InputError, parseConfig } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { link } from '../resolve/link.js';
import { loadModules } from '../resolve/load.js';
import type { Scope } from '../resolve/scope.js';
import { checkLevels, levelOf, levels } from './check.js';
import { instantiated, preamble, refused, taken } from './sany-table.js';

async function linked(units: string, cfg = ''): Promise<ReturnType<typeof link>> {
  const text = `---- MODULE T ----\n${units}\n====`;
  const modules = await loadModules('T', (name) => Promise.resolve(name === 'T' ? text : instantiated[name]));
  return link(modules, 'T', parseConfig(cfg, 'T.cfg'));
}

async function check(units: string, cfg = ''): Promise<void> {
  checkLevels(await linked(preamble + units, cfg), parseConfig(cfg, 'T.cfg'));
}

describe('levels are those of SANY', () => {
  it.each(taken)('%s is taken', async (units) => {
    await expect(check(units)).resolves.toBeUndefined();
  });

  it.each(refused)('%s is refused', async (units) => {
    const error: unknown = await check(units).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    const { code, place } = error as InputError;
    expect(['tla-level', 'tla-unknown-name', 'tla-syntax']).toContain(code);
    const first = preamble.split('\n').length + 1;
    expect(place).toMatchObject({ file: 'T.tla' });
    expect(place.line).toBeGreaterThanOrEqual(first);
  });
});

describe('an error of levels', () => {
  it.each([
    [
      "D == x''",
      "what `'` is applied to must be a state (level 1) at most, and this has an action (level 2): `x'` in line 16 of T.tla",
    ],
    [
      'D == []Act',
      "`[]` takes of actions `[A]_v` only, and this has an action (level 2): `x'` in line 5 of T.tla",
    ],
    [
      'ASSUME Id(x) = 1',
      'an assumption must be a constant (level 0), and this has a state (level 1): `x` in line',
    ],
    [
      "D == Pr(x')",
      "argument 1 of `Pr` must be a state (level 1) at most, and this has an action (level 2): `x'`",
    ],
    [
      'I == INSTANCE P WITH k <- x, v <- x',
      'what stands for the constant `k` of P must be a constant (level 0) at most, and this has a state (level 1)',
    ],
    ['k == x\nv == y\nI == INSTANCE P', 'what stands for the constant `k` of P must be a constant (level 0)'],
    ['R(n) == R(n - 1)', '`R` is neither declared nor defined within itself (RECURSIVE can declare it)'],
    ['D == LET g(n) == g(n - 1) IN g(1)', '`g` is neither declared nor defined'],
    ['D == @', '`@` stands outside of EXCEPT'],
  ])('%s says what, and why', async (units, message) => {
    await expect(check(units)).rejects.toThrow(message);
  });

  it.each([
    ['INIT Act', 'INIT Act must be a state (level 1) at most, and this has an action (level 2)'],
    ['NEXT Sp', 'NEXT Sp must be an action (level 2) at most, and this has a temporal formula (level 3)'],
    ['INVARIANT Act', 'INVARIANT Act must be a state'],
    ['CONSTRAINT Act', 'CONSTRAINT Act must be a state'],
    ['ACTION_CONSTRAINT Sp', 'ACTION_CONSTRAINT Sp must be an action'],
    ['VIEW Act', 'VIEW Act must be a state'],
    [
      'SYMMETRY State',
      'SYMMETRY State must be a constant (level 0) at most, and this has a state (level 1): `x`',
    ],
    ['CONSTANT c <- State', 'State, which replaces the constant c: it State must be a constant'],
  ])('is one of the cfg file: %s', async (cfg, message) => {
    const error: unknown = await check('State == x = 1', cfg).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'tla-level', place: { file: 'T.cfg', line: 1 } });
    expect((error as InputError).message).toContain(message);
  });

  it('is none of a cfg file that asks for what the formulas are', async () => {
    const cfg =
      'INIT State\nNEXT Act\nINVARIANT State\nCONSTRAINT State\nACTION_CONSTRAINT Act\nVIEW State\nSYMMETRY Same\nPROPERTY Sp\nCONSTANTS c <- Same F <- Id';
    await expect(check('State == x = 1\nSame == {1}', cfg)).resolves.toBeUndefined();
  });
});

describe('the level of an expression', () => {
  it.each([
    ['c + 1', 0],
    ['F(c)', 0],
    ['x = c', 1],
    ['ENABLED Act', 1],
    ['{i \\in 1..3 : i = x}', 1],
    ["LET a == x IN a'", 2],
    ['UNCHANGED c', 2],
    ['[Act]_x', 2],
    ['HO2(LAMBDA a : Id(a), y)', 1],
    ['fact[3]', 0],
    ['Sum({1})', 1],
    ['Sp', 3],
    ['WF_x(Act)', 3],
  ])('%s is %i', async (text, level) => {
    const found = await linked(
      `${preamble}fact[i \\in 0..3] == IF i = 0 THEN 1 ELSE i * fact[i - 1]
RECURSIVE Sum(_)
Sum(S) == IF S = {} THEN x ELSE LET e == CHOOSE e \\in S : TRUE IN e + Sum(S \\ {e})
D == ${text}`,
    );
    const entity = found.scope.names.get('D') as Extract<
      ReturnType<Scope['names']['get']>,
      { type: 'definition' }
    >;
    expect(levelOf(found, entity.definition.body)).toBe(level);
    expect(levels(found).ofDefinition(entity)).toBe(level);
  });

  it('may be that of a recursive operator with an operator for an argument', async () => {
    await expect(
      check(`RECURSIVE Fold(_, _, _)
Fold(Op(_, _), base, S) == IF S = {} THEN base ELSE LET e == CHOOSE e \\in S : TRUE IN Op(e, Fold(Op, base, S \\ {e}))
D == Fold(+, x, {1}) = 2
E == D'
G == Fold(LAMBDA a, b : a + b, x', {1}) = 2`),
    ).resolves.toBeUndefined();
  });
});
