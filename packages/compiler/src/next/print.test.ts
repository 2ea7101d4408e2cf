import { describe, expect, it } from 'vitest';
import { loadSpec } from '../../test/support.js';
import { type Definition, loadModules, type Module, parseModule } from '../index.js';
import { link } from '../resolve/link.js';
import { topOf } from './here.js';
import { outsideOf } from './outside.js';
import { print } from './print.js';

const definitionsOf = ({ units }: Module): Definition[] =>
  units.filter((unit): unit is Extract<typeof unit, { type: 'definition' }> => unit.type === 'definition');

/** A tree without what its layout has made of it. */
function bare(tree: unknown): unknown {
  const left = new Set(['span', 'bulleted', 'documentation', 'local']);
  return JSON.parse(
    JSON.stringify(tree, (name, value: unknown) =>
      left.has(name) ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  ) as unknown;
}

/** Each definition of a module, read again from what is printed of it. */
async function roundTrip(text: string, others: Readonly<Record<string, string>> = {}): Promise<number> {
  const modules = await loadModules('T', (name) => Promise.resolve({ ...others, T: text }[name]));
  const { scope } = link(modules, 'T');
  const here = topOf(outsideOf(scope));
  // Fairness has no text that could be taken elsewhere.
  const definitions = definitionsOf(modules.get('T') as Module).filter(({ name }) => name !== 'LiveSpec');
  for (const definition of definitions) {
    const printed = print(definition.body, here);
    expect(printed).not.toContain('\n');
    const again = await parseModule(`---- MODULE T ----\nx == ${printed}\n====`, 'T.tla');
    expect(bare(definitionsOf(again)[0]?.body), printed).toEqual(bare(definition.body));
  }
  return definitions.length;
}

describe('print', () => {
  it('says the same on one line, for every definition of the bundled specifications', async () => {
    const modules = await loadSpec('MCPaxosTiny');
    let count = 0;
    for (const [name, { lines }] of modules) {
      const text = lines.join('\n').replace(`MODULE ${name}`, 'MODULE T');
      count += await roundTrip(
        text,
        Object.fromEntries([...modules].map(([other, module]) => [other, module.lines.join('\n')])),
      );
    }
    expect(count).toBe(40);
  });

  it('says the same of every construct', async () => {
    const text = `---- MODULE T ----
EXTENDS Integers, Sequences, TLC
CONSTANTS S, F(_)
VARIABLES x, y
Apply(Op(_, _), a, b) == Op(a, b)
Quantified == \\A p, q \\in S, <<r, s>> \\in S \\X S : \\E t \\in {p, q} : r = s => t # p
Chosen == CHOOSE p \\in S : p > 1 /\\ \\/ p = 2
                                    \\/ p = 3
Sets == {{p \\in S : p > 1}, {<<p, q>> : p \\in S, q \\in S}, SUBSET S, UNION {S}, [S -> S], [a : S, b : S]}
Functions == <<[p \\in S, q \\in S |-> p - q], [a |-> 1, b |-> "\\"x\\\\"], x[1], x[1, 2], x.a.b, DOMAIN x>>
Excepts == [x EXCEPT !.a = @ + 1, ![1].b[2] = 3, ![1, 2] = -@]
Choices == IF x = 1 THEN CASE y = 1 -> 2 [] y = 2 -> 3 [] OTHER -> 4 ELSE CASE y = 1 -> 2
Steps == x' = y /\\ UNCHANGED <<y, x>> /\\ [x' = 1]_<<x, y>> /\\ <<y' = 1>>_y /\\ ENABLED (x' = 1)
Local == LET Twice(a) == a + a
             f[n \\in S] == IF n = 0 THEN 1 ELSE f[n - 1]
             G(H(_)) == H(1)
         IN Twice(f[3]) + G(F) + Apply(+, 1, 2) + Apply(LAMBDA a, b : a * b, 1, 2)
Primes == (x + y)' = x' + y' /\\ ~(x = -1) /\\ x \\notin Int /\\ TRUE
====`;
    expect(await roundTrip(text)).toBe(10);
  });

  it('renames what is bound where the name is taken', async () => {
    const modules = await loadModules('T', () =>
      Promise.resolve(
        '---- MODULE T ----\nVARIABLE x\nP == \\E a \\in {1} : LET b == a IN \\A c \\in {b} : c = x\n====',
      ),
    );
    const { scope } = link(modules, 'T');
    const body = definitionsOf(modules.get('T') as Module)[0]?.body;
    expect(body && print(body, topOf(outsideOf(scope, ['a', 'b', 'b_'])))).toBe(
      '(\\E a_ \\in {1} : (LET b__ == a_ IN (\\A c \\in {b__} : (c = x))))',
    );
  });

  it('announces a LET definition that uses itself', async () => {
    const modules = await loadModules('T', () =>
      Promise.resolve(
        '---- MODULE T ----\nEXTENDS Integers\nP == LET RECURSIVE f(_)\n  f(n) == IF n = 0 THEN 0 ELSE f(n - 1) IN f(3)\n====',
      ),
    );
    const { scope } = link(modules, 'T');
    const body = definitionsOf(modules.get('T') as Module)[0]?.body;
    expect(body && print(body, topOf(outsideOf(scope)))).toBe(
      '(LET RECURSIVE f(_) f(n) == (IF (n = 0) THEN 0 ELSE f((n - 1))) IN f(3))',
    );
  });
});
