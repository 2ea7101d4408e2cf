import { describe, expect, it } from 'vitest';
import { loadModules, stepFormulas } from '../index.js';

const counter = `---- MODULE Counter ----
EXTENDS Naturals
CONSTANT Step
VARIABLE count
Up(n) == count' = count + Step * n
Zero == count = 0
====`;

describe('an action of an INSTANCE with arguments', () => {
  it('is written out where it has no name', async () => {
    const text = `---- MODULE T ----
EXTENDS Naturals
VARIABLE x
I(s) == INSTANCE Counter WITH count <- x, Step <- s
Init == I(1)!Zero
Jump(s) == I(s)!Up(2)
Local(s) == LET J == INSTANCE Counter WITH count <- x, Step <- s IN J!Up(3)
Next == \\E s \\in {1, 2} : Jump(s) \\/ Local(s)
====`;
    const modules = await loadModules('T', (name) => Promise.resolve({ T: text, Counter: counter }[name]));
    const formulas = stepFormulas(modules, 'T');
    expect([...formulas.actions]).toEqual([
      ['Jump', ['s']],
      ['Up', ['I!s', 'n']],
      ['Local', ['s']],
      ['Next', []],
    ]);
    expect(formulas.occurrences('Jump')?.map(({ step }) => step(undefined))).toEqual([
      '(\\E s \\in {1, 2} : Jump(s))',
    ]);
    expect(formulas.occurrences('Up')?.map(({ step }) => step(undefined))).toEqual([
      "(\\E s \\in {1, 2} : (x' = (x + (s * 2))))",
      "(\\E s \\in {1, 2} : (x' = (x + (s * 3))))",
    ]);
  });
});
