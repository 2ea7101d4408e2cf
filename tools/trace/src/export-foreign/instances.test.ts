import { loadModules, stepFormulas } from '@synod/compiler';
import { modelValue, parseConfig, set, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { instancesOf } from './instances.js';

const [a1, a2] = [modelValue('a1'), modelValue('a2')];
const constants = { Node: set([a1, a2]) };

/** The instances of a module `M` with variables x and y, and a constant Node of two. */
async function instances(body: string, given: { readonly [name: string]: TlaValue } = constants) {
  const text = `---- MODULE M ----\nEXTENDS Integers, FiniteSets\nCONSTANT Node\nVARIABLES x, y\n${body}\n====\n`;
  const modules = await loadModules('M', (name) => Promise.resolve(name === 'M' ? text : undefined));
  const formulas = stepFormulas(modules, 'M');
  const config = { ...parseConfig(''), constants: given };
  const found = await instancesOf({
    root: 'M',
    modules,
    formulas,
    constants: given,
    text: undefined,
    config,
  });
  const taken = found.instances.map(({ action, parameters }) => `${action}(${parameters.join(', ')})`);
  return { ...found, taken };
}

const init = 'Init == x = 0 /\\ y = {}';

describe('instancesOf', () => {
  it('takes each action with each choice of its parameters', async () => {
    const {
      taken,
      instances: all,
      open,
    } = await instances(`${init}
Set(n, b) == x' = b /\\ y' = {n}
Reset == x' = 0 /\\ UNCHANGED y
Next == Reset \\/ \\E n \\in Node, b \\in 0..1 : Set(n, b)`);
    expect(taken).toEqual(['Set(a1, 0)', 'Set(a1, 1)', 'Set(a2, 0)', 'Set(a2, 1)', 'Reset()'].toSorted());
    expect(open).toEqual([]);
    expect(all.find(({ parameters }) => parameters.join() === 'a2,1')?.formula).toBe(
      '(\\E n \\in Node, b \\in (0 .. 1) : ((n = a2 /\\ b = 1) /\\ Set(n, b)))',
    );
  });

  it('keeps what guards a step, and bounds that depend on each other', async () => {
    const { taken, instances: all } = await instances(`${init}
Go(b, c) == x' = b + c /\\ UNCHANGED y
Next == x < 5 /\\ \\E b \\in 1..2 : \\E c \\in b..2 : Go(b, c)`);
    expect(taken).toEqual(['Go(1, 1)', 'Go(1, 2)', 'Go(2, 2)']);
    expect(all[0]?.formula).toContain('(x < 5)');
  });

  it('goes into actions that are made of others, as the processes of PlusCal are', async () => {
    const { taken } = await instances(`${init}
Begin(self) == x = 0 /\\ x' = 1 /\\ UNCHANGED y
End(self) == x = 1 /\\ x' = 0 /\\ y' = y \\cup {self}
Process(self) == Begin(self) \\/ End(self)
Next == \\E self \\in Node : Process(self)`);
    expect(taken.toSorted()).toEqual(['Begin(a1)', 'Begin(a2)', 'End(a1)', 'End(a2)']);
  });

  it('takes strings, records and sets for parameters, and arguments that are expressions', async () => {
    const { taken } = await instances(`${init}
Tell(m, k) == x' = k /\\ UNCHANGED y
Next == \\E m \\in [type : {"a", "b c"}], S \\in SUBSET Node : Tell(m, Cardinality(S))`);
    expect(taken).toContain('Tell([type |-> "b c"], 2)');
    expect(taken).toHaveLength(6);
  });

  it.each([
    // Keep stands within these bounds too, but has nothing of them in its parameter.
    ['a variable', 'Next == \\E n \\in y : Drop(n)'],
    ['what a variable bounds', 'Next == \\E n \\in 1..x : Drop(n)'],
    ['an operator that uses one', 'Rest == Node \\ y\nNext == \\E n \\in Rest : Drop(n)'],
    ['an argument that uses one', 'Next == \\E n \\in Node : Drop(x)'],
    ['an infinite set', 'Next == \\E n \\in Nat : Drop(n)'],
  ])('leaves the parameters out where they range over %s', async (_, next) => {
    const { taken, open } = await instances(`${init}
Drop(n) == y' = y \\ {n} /\\ UNCHANGED x
Keep(n) == UNCHANGED <<x, y>>
${next} \\/ (\\E k \\in Node : Keep(k))`);
    expect(open).toEqual(['Drop']);
    expect(taken.toSorted()).toEqual(['Drop()', 'Keep(a1)', 'Keep(a2)']);
  });

  it('leaves them out where the constants are not known', async () => {
    const { open } = await instances(
      `${init}\nDrop(n) == y' = y \\ {n} /\\ UNCHANGED x\nNext == \\E n \\in Node : Drop(n)`,
      {},
    );
    expect(open).toEqual(['Drop']);
  });

  it('leaves them out of all ways to take an action, if it must of one', async () => {
    const { taken } = await instances(`${init}
Drop(n) == y' = y \\ {n} /\\ UNCHANGED x
Next == \\/ \\E n \\in y : Drop(n)
        \\/ \\E n \\in Node : x = 0 /\\ Drop(n)`);
    expect(taken).toEqual(['Drop()', 'Drop()']);
  });

  it('takes Next itself where nothing in it has a name', async () => {
    const { taken } = await instances(`${init}\nNext == x' = x /\\ y' = y`);
    expect(taken).toEqual(['Next()']);
  });
});
