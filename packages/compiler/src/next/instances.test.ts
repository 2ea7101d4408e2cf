import { describe, expect, it } from 'vitest';
import { loadModules, stepFormulas } from '../index.js';

const counter = `---- MODULE Counter ----
EXTENDS Naturals
CONSTANT Step
VARIABLE count
Up(n) == count' = count + Step * n
Zero == count = 0
====`;

async function formulasOf(text: string, modules: { readonly [name: string]: string }) {
  const all: { readonly [name: string]: string } = { T: text, ...modules };
  return stepFormulas(await loadModules('T', (name) => Promise.resolve(all[name])), 'T');
}

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
    const formulas = await formulasOf(text, { Counter: counter });
    expect([...formulas.actions]).toEqual([
      ['Jump', ['s']],
      ['I!Up', ['I!s', 'n']],
      ['Local', ['s']],
      ['J!Up', ['Local!J!0!s', 'n']],
      ['Next', []],
    ]);
    expect(formulas.occurrences('Jump')?.map(({ step }) => step(undefined))).toEqual([
      '(\\E s \\in {1, 2} : Jump(s))',
    ]);
    const ways = (action: string) => formulas.occurrences(action)?.map(({ step }) => step(undefined));
    expect(ways('I!Up')).toEqual(["(\\E s \\in {1, 2} : (x' = (x + (s * 2))))"]);
    expect(ways('J!Up')).toEqual(["(\\E s \\in {1, 2} : (x' = (x + (s * 3))))"]);
    expect(ways('Up')).toBeUndefined();
  });
});

it('two instances of a module have actions of their own', async () => {
  const formulas = await formulasOf(
    `---- MODULE T ----
EXTENDS Naturals
VARIABLE x
I == INSTANCE Counter WITH count <- x, Step <- 1
J == INSTANCE Counter WITH count <- x, Step <- 2
Init == x = 0
Next == I!Up(1) \\/ J!Up(1)
====`,
    { Counter: counter },
  );
  expect([...formulas.actions.keys()]).toEqual(['I!Up', 'J!Up', 'Next']);
  expect(formulas.occurrences('J!Up')?.map(({ step }) => step(undefined))).toEqual(['J!Up(1)']);
});
