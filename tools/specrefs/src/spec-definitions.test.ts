import { parseModule } from '@synod/compiler';
import { describe, expect, it } from 'vitest';
import { definitionsOf } from './spec-definitions.js';
import { textOf } from './tokens.js';

const text = `---- MODULE M ----
EXTENDS Naturals
CONSTANTS N, F(_)
VARIABLE x \\* a remark
ASSUME Positive == N > 0
ASSUME N < 9
A == 1  B(p, q) == p = q
C ==
  /\\ x = 1 \\* == not this
  /\\ LET y == 2 IN y = x
f[i \\in 1..N] == i
I == INSTANCE Other WITH z <- x
INSTANCE Another
THEOREM Easy == TRUE
THEOREM FALSE
====`;

describe('the definitions of a module', async () => {
  const definitions = definitionsOf(await parseModule(text, 'M.tla'));

  it('are all that it names, with their formals and their text', () => {
    expect(
      definitions.map(({ kind, name, formals, line, text: tokens }) => [
        kind,
        `${name}(${formals.join()})`,
        line,
        textOf(tokens),
      ]),
    ).toEqual([
      ['constant', 'N()', 3, ''],
      ['constant', 'F()', 3, ''],
      ['variable', 'x()', 4, ''],
      ['assumption', 'Positive()', 5, 'N > 0'],
      ['definition', 'A()', 7, '1'],
      ['definition', 'B(p,q)', 7, 'p = q'],
      ['definition', 'C()', 8, '/\\ x = 1 /\\ LET y == 2 IN y = x'],
      ['definition', 'f()', 11, 'i'],
      ['instance', 'I()', 12, 'INSTANCE Other WITH z <- x'],
      ['theorem', 'Easy()', 14, 'TRUE'],
    ]);
  });

  it('know their module and file', () => {
    expect(new Set(definitions.map(({ module, file }) => `${module} ${file}`))).toEqual(new Set(['M M.tla']));
  });
});
