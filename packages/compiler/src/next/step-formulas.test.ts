import { describe, expect, it } from 'vitest';
import { loadSpec } from '../../test/support.js';
import {
  actionFormals,
  loadModules,
  type SpecificationNames,
  type StepFormulas,
  stepFormulas,
} from '../index.js';

async function formulasOf(
  units: string,
  names: SpecificationNames = {},
  others: Readonly<Record<string, string>> = {},
): Promise<StepFormulas> {
  const text = `---- MODULE T ----\nEXTENDS Integers\nCONSTANT P\nVARIABLES x, y\nvars == <<x, y>>\n${units}\n====`;
  const modules = await loadModules('T', (name) => Promise.resolve({ ...others, T: text }[name]));
  return stepFormulas(modules, 'T', names);
}

/** The ways in which Next takes an action, under the condition C. */
const ways = (formulas: StepFormulas, action: string): string[] | undefined =>
  formulas.occurrences(action)?.map(({ step }) => step('C'));

const actions = "A(p) == x' = p /\\ UNCHANGED y\nB == y' = 0 /\\ UNCHANGED x\nInit == x = 0 /\\ y = 0\n";

describe('stepFormulas', () => {
  it('takes the bundled specifications apart', async () => {
    const modules = await loadSpec('MCPaxosTiny');
    const formulas = stepFormulas(modules, 'MCPaxosTiny', { specification: 'Spec' });
    expect(formulas).toMatchObject({
      variables: ['maxBal', 'maxVBal', 'maxVal', 'msgs'],
      constants: ['Value', 'Acceptor', 'Quorum', 'Ballot', 'None'],
      init: 'Init',
      next: 'Next',
    });
    expect([...formulas.actions]).toEqual([
      ['Phase1a', ['b']],
      ['Phase2a', ['b', 'v']],
      ['Phase1b', ['a']],
      ['Phase2b', ['a']],
      ['Next', []],
    ]);
    expect(ways(formulas, 'Phase2a')).toEqual([
      '(\\E b \\in Ballot : (\\E v \\in Value : (C /\\ Phase2a(b, v))))',
    ]);
    expect(ways(formulas, 'Next')).toEqual(['Next']);
    expect(formulas.operators).toContain('V!chosen');
    expect(formulas.operators).not.toContain('Next');
    expect(formulas.operators).not.toContain('Spec');
    expect(actionFormals(modules, 'MCPaxosTiny').get('Phase2a')).toEqual(['b', 'v']);
  });

  it('finds Init and Next in a specification, whatever else is in it', async () => {
    const spec = `Fair == \\A p \\in P : WF_vars(A(p))
Safe == Init /\\ y < 2 /\\ [][B \\/ \\E p \\in P : A(p)]_vars
Spec == Safe /\\ Fair /\\ <>[](x = 0)`;
    const formulas = await formulasOf(actions + spec, { specification: 'Spec' });
    expect(formulas.init).toBe('Init /\\ (y < 2)');
    expect(formulas.next).toBe('(B \\/ (\\E p \\in P : A(p)))');
    expect([...formulas.actions.keys()]).toEqual(['B', 'A']);
    // Without any names, a module that has no Next has its Spec.
    expect((await formulasOf(actions + spec)).next).toBe(formulas.next);
  });

  it('refuses a specification without a Next, with two, and a name that nothing defines', async () => {
    const refused = (units: string, names: SpecificationNames): Promise<unknown> =>
      formulasOf(actions + units, names).then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(await refused('Spec == Init /\\ []~(x = 1)', { specification: 'Spec' })).toMatchObject({
      code: 'tla-unsupported',
      message: expect.stringContaining('there is no [][Next]_vars'),
    });
    expect(await refused('Spec == Init /\\ [][B]_x /\\ [][B]_y', { specification: 'Spec' })).toMatchObject({
      message: expect.stringContaining('more than one'),
    });
    expect(await refused('', { next: 'Nxt' })).toMatchObject({ code: 'tla-unknown-name' });
    // A name that a cfg file has is wrong there.
    const place = { file: 'MC.cfg', line: 7, column: 6 };
    for (const names of [{ next: 'Nxt' }, { init: 'Nxt' }, { specification: 'Nxt' }]) {
      expect(await refused('', { ...names, places: new Map([['Nxt', place]]) })).toMatchObject({
        code: 'cfg',
        place,
        message: expect.stringContaining('the cfg names Nxt') as string,
      });
    }
  });

  it('keeps the guards that stand beside an action, and what binds its arguments', async () => {
    const formulas = await formulasOf(`${actions}Next ==
  /\\ x < 9
  /\\ \\/ \\E p, q \\in P : p # q /\\ A(p + q)
     \\/ LET twice == x + x IN y > 0 /\\ A(twice)
     \\/ IF y = 0 THEN A(1) ELSE B
     \\/ CASE x = 1 -> A(2) [] x = 2 -> B [] OTHER -> A(3)`);
    expect(ways(formulas, 'A')).toEqual([
      '((x < 9) /\\ (\\E p, q \\in P : ((p # q) /\\ (C /\\ A((p + q))))))',
      '((x < 9) /\\ (LET twice == (x + x) IN ((y > 0) /\\ (C /\\ A(twice)))))',
      '((x < 9) /\\ ((y = 0) /\\ (C /\\ A(1))))',
      '((x < 9) /\\ ((x = 1) /\\ (C /\\ A(2))))',
      '((x < 9) /\\ (~(x = 1) /\\ ~(x = 2) /\\ (C /\\ A(3))))',
    ]);
    expect(formulas.occurrences('A')?.map((occurrence) => occurrence.arguments)).toEqual([
      ['(p + q)'],
      ['twice'],
      ['1'],
      ['2'],
      ['3'],
    ]);
  });

  it('goes through definitions with their arguments, renaming what would be captured', async () => {
    const formulas = await formulasOf(`${actions}Do(q, r) == r > 0 /\\ \\E p \\in {q} : A(p + q)
Each(Op(_)) == \\E s \\in P : Op(s)
Next == \\/ \\E p \\in P : Do(p, x)
        \\/ LET Local(p) == p > 1 /\\ A(p) IN \\E q \\in P : Local(q)`);
    expect(ways(formulas, 'A')).toEqual([
      '(\\E p \\in P : ((x > 0) /\\ (\\E p_ \\in {p} : (C /\\ A((p_ + p))))))',
      '(LET Local(p) == ((p > 1) /\\ A(p)) IN (\\E q \\in P : ((q > 1) /\\ (C /\\ A(q)))))',
    ]);
    expect([...formulas.actions]).toEqual([
      ['Do', ['q', 'r']],
      ['A', ['p']],
      ['Local', ['p']],
      ['Next', []],
    ]);
  });

  it('takes the parts of an action for no actions, and a guard for none', async () => {
    const formulas = await formulasOf(`${actions}Set(v) == x' = v
May(p) == x < p
C(p) == May(p) /\\ Set(p) /\\ UNCHANGED y
D(p) == May(p) /\\ (\\/ A(p)
                    \\/ B)
Next == \\/ \\E p \\in P : C(p) \\/ D(p)
        \\/ May(1) /\\ B`);
    expect([...formulas.actions.keys()]).toEqual(['C', 'D', 'A', 'B', 'Next']);
    expect(formulas.occurrences('Set')).toBeUndefined();
    expect(formulas.occurrences('May')).toBeUndefined();
  });

  it('reaches actions of instances and of local definitions', async () => {
    const inner = `---- MODULE Inner ----
EXTENDS Integers
VARIABLES z
LOCAL Low(p) == p < 3
Up(p) == z' = p
All == \\E p \\in {1, 2} : Low(p) /\\ Up(p)
value == z
====`;
    const formulas = await formulasOf(
      `${actions}I == INSTANCE Inner WITH z <- x\nNext == I!All /\\ UNCHANGED y`,
      {},
      { Inner: inner },
    );
    expect(ways(formulas, 'I!Up')).toEqual([
      '((\\E p \\in {1, 2} : ((p < 3) /\\ (C /\\ I!Up(p)))) /\\ (UNCHANGED y))',
    ]);
    expect(formulas.operators).toEqual(['vars', 'Init', 'I!value']);
  });

  it('puts a condition on an argument of the next state behind the action', async () => {
    const formulas = await formulasOf(`${actions}E(p) == y' = 1 /\\ p > 1\nNext == x' = 1 /\\ E(x')`);
    expect(ways(formulas, 'E')).toEqual(["((x' = 1) /\\ (E(x') /\\ C))"]);
  });

  it('says where an action stands that cannot be taken out', async () => {
    const formulas = await formulasOf(
      `${actions}Do(p, Op(_)) == Op(p) /\\ A(p)\nNext == \\E p \\in P : Do(p, LAMBDA q : q > 1)`,
    );
    expect(() => formulas.occurrences('A')).toThrow(
      'an operator without a name as an argument is not supported',
    );
    expect(formulas.occurrences('Do')).toHaveLength(1);
  });
});
