import { key } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { lowerSpec, lowerUnits, plain } from '../../test/lowered.js';
import { freeLocals, reachable, variablesOf } from './free.js';
import type { Property } from './lowered.js';
import { printIr } from './print.js';
import { printPlan } from './print-plan.js';

const act = "A(p) == x' = p /\\ UNCHANGED y\nNext == \\E p \\in P : A(p)\n";

function textOf({ initial, always, steps }: Property, variables: readonly string[]): readonly string[] {
  const print = (ir: Parameters<typeof printIr>[0]): string => plain(printIr(ir, variables));
  return [
    ...initial.map((ir) => `initially ${print(ir)}`),
    ...always.map((ir) => `always ${print(ir)}`),
    ...steps.map(({ action, unchanged }) => `steps ${print(action)}, or ${print(unchanged)}`),
  ];
}

describe('lower', () => {
  it('has the actions and the refinements of Paxos', async () => {
    const { next, init, variables, actions, properties, invariants, operators } =
      await lowerSpec('MCPaxosOne');
    expect(actions.map(({ name, formals }) => `${name}(${formals.join(', ')})`)).toEqual([
      'Phase1a(b)',
      'Phase2a(b, v)',
      'Phase1b(a)',
      'Phase2b(a)',
    ]);
    const plan = plain(printPlan(next ?? init, variables));
    expect(plan.match(/successor .*/g)).toEqual([
      'successor Phase1a(b)',
      'successor Phase2a(b, v)',
      'successor Phase1b(a)',
      'successor Phase2b(a)',
    ]);
    // Which quorum has answered, and with which vote, is counted as TLC does.
    expect(plan).toContain('each Q \\in {{a1}}');
    expect(plan).toMatch(/every A: a \\in Q\n\s+each m \\in Q1b\n/);
    expect(invariants.map(({ name }) => name)).toEqual(['TypeOK', 'Inv']);
    expect(properties.map((property) => textOf(property, variables))).toEqual([
      ['initially V!Init', "steps V!Next, or ((votes' = votes) /\\ (maxBal' = maxBal))"],
      ['initially V!C!Init', "steps V!C!Next, or (V!chosen' = V!chosen)"],
    ]);
    const safe = operators.get('V!SafeAt');
    expect(safe?.formals).toEqual(['b', 'v']);
    expect(safe?.definition().level).toBe(1);
    expect(operators.get('Message')?.definition().level).toBe(0);
    expect(operators.has('Phase1a')).toBe(false);
    expect(operators.has('V!Spec')).toBe(false);
  });

  it('takes properties apart, and says what it does not look at', async () => {
    const { properties, variables, ignored } = await lowerUnits(
      `${act}Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
Both(q) == x = q /\\ [](y < q)
Prop == /\\ Both(1)
        /\\ \\A p \\in P : [](x < p) /\\ [][A(p)]_x
        /\\ LET low == x < 9 IN []low
        /\\ <>(x = 3)`,
      'SPECIFICATION Spec PROPERTY Prop',
    );
    const [property] = properties;
    expect(property && textOf(property, variables)).toEqual([
      'initially (x = 1)',
      'always (y < 1)',
      'always (\\A p \\in {1, 2} : (x < p))',
      'always (LET low == (x < 9) IN low)',
      "steps (\\A p \\in {1, 2} : (A(p) \\/ (x' = x))), or FALSE",
    ]);
    expect(ignored).toEqual([
      '`WF_vars(Next)` of Spec is fairness, or liveness',
      'of the property Prop, `<>(x = 3)` (T.tla, line 14) says more than can be seen in single steps',
    ]);
  });

  it('has what the cfg names, and its constants', async () => {
    const lowered = await lowerUnits(
      `${act}Low == x < 3\nGrows == x' > x\nView == <<x>>\nSym == Permutations(P)`,
      'INIT Init NEXT Next CONSTRAINT Low ACTION_CONSTRAINT Grows VIEW View SYMMETRY Sym CHECK_DEADLOCK FALSE',
    );
    const { variables, constraints, actionConstraints, view, symmetry, constants } = lowered;
    const [low] = constraints;
    expect(low && reachable(low.body).size).toBe(1);
    expect(actionConstraints.map(({ body }) => variablesOf(body))).toEqual([
      { primed: new Set([0]), unprimed: new Set([0]) },
    ]);
    expect(view && printIr(view.body, variables)).toBe('View');
    expect(symmetry?.name).toBe('Sym');
    expect(key(constants.get('P') ?? 0)).toBe('{1, 2}');
    expect(lowered.checkDeadlock).toBe(false);
  });

  it('gives definitions their levels, and says which are recursive', async () => {
    const { operators } = await lowerUnits(`${act}RECURSIVE Sum(_), Even(_), Odd(_)
Sum(n) == IF n = 0 THEN x ELSE n + Sum(n - 1)
Even(n) == n = 0 \\/ Odd(n - 1)
Odd(n) == n > 0 /\\ Even(n - 1)
Uses == Even(2)
Three == LET two == 2 IN two + 1`);
    const told = ['Sum', 'Even', 'Odd', 'Uses', 'Three', 'vars'].map((name) => {
      const definition = operators.get(name)?.definition();
      return `${name} ${definition?.level}${definition?.recursive === true ? ' recursive' : ''}`;
    });
    expect(told).toEqual([
      'Sum 1 recursive',
      'Even 0 recursive',
      'Odd 0 recursive',
      'Uses 0',
      'Three 0',
      'vars 1',
    ]);
  });

  it('knows which locals are free', async () => {
    const { operators } = await lowerUnits(`${act}F(p) == {p + q : q \\in {r \\in P : r > p}}`);
    const definition = operators.get('F')?.definition();
    expect(definition && [...freeLocals(definition.body)]).toEqual(definition?.parameters);
  });
});

describe('refuses', () => {
  it.each([
    ["Next == x'' = 1", 'tla-level', "what `'` is applied to"],
    ["Plus == x' + 1\nNext == Plus' = 1", 'tla-level', "what `'` is applied to"],
    ["Next == ENABLED (x' = 1) /\\ UNCHANGED vars", 'tla-unsupported', 'ENABLED'],
    ['Next == (\\A z : z = x) /\\ UNCHANGED vars', 'tla-unsupported', '`\\A` without a set'],
    ["Next == x' = RandomElement(P) /\\ UNCHANGED y", 'tla-unsupported', 'RandomElement'],
    [
      'RECURSIVE Ev(_)\nEv(n) == n = 0 \\/ Ev(n - 1)\nNext == Ev(2) /\\ UNCHANGED vars',
      'tla-unsupported',
      '`Ev`, a recursive operator',
    ],
    ["RECURSIVE A(_)\nA(v) == v' = 1 \\/ A(v)\nNext == A(x)", 'tla-level', '`A` is recursive'],
    ["Next == ((x = 1 \\/ y' = 2) = TRUE) /\\ UNCHANGED vars", 'tla-unsupported', "`y'`, which may be used"],
    ['Next == Nowhere', 'tla-unknown-name', 'Nowhere'],
    ['A(p) == p\nNext == A(1, 2)', 'tla-arity', '`A` takes 1 argument, not 2'],
    ['Next == [x EXCEPT ![1] = 1] = @', 'tla-syntax', '`@` stands outside of EXCEPT'],
    ['f[n \\in P] == DOMAIN f\nNext == f[1]', 'tla-unsupported', '`f`, a recursive function'],
  ])('%j', async (units, code, message) => {
    await expect(lowerUnits(units)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      place: { file: 'T.tla' },
    });
  });

  it('what doubles each time', async () => {
    const doubled = Array.from({ length: 39 }, (_, i) => `D${i + 1} == D${i} \\/ D${i}`).join('\n');
    await expect(lowerUnits(`D0 == x = 1\n${doubled}\nNext == D39 /\\ UNCHANGED vars`)).rejects.toMatchObject(
      {
        code: 'tla-too-large',
      },
    );
  });

  it('an INSTANCE in a LET of an assumption', async () => {
    const other = { M: '---- MODULE M ----\nEXTENDS Naturals\nCONSTANT K\nD(n) == n + K\n====' };
    const using = 'LET I == INSTANCE M WITH K <- 3 IN I!D(1) = 4';
    const { assumptions } = await lowerUnits(
      `${act}ASSUME ${using}\nASSUME Named ==\n  ${using}\nInv == Named`,
      'INIT Init NEXT Next INVARIANT Inv',
      other,
    );
    expect(assumptions.map(({ name, body }) => [name, plain(printIr(body, []))])).toEqual([
      ['the assumption on line 9', '(D(1) = 4)'],
      ['Named', '(D(1) = 4)'],
    ]);
  });

  it('a chain of operators deeper than the stack, by the definition that it stands in', async () => {
    // Some of these are too deep for the parser, and some for what comes behind it: that differs between versions of Node.
    for (const length of [1000, 1100, 1200, 1500, 2000]) {
      const chain = Array.from({ length }, () => '1').join(' + ');
      const lowered = lowerUnits(`Big ==\n  ${chain}\nNext == x' = Big /\\ y' = 0`);
      const error: unknown = await lowered.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error === undefined && length < 2000) continue;
      expect(error).toMatchObject({ code: 'tla-too-large', place: { file: 'T.tla', line: 7 } });
    }
  });

  it('only what the model uses', async () => {
    const { operators } = await lowerUnits(
      `${act}Later == ENABLED (x' = 1)\nBad == {r \\in P : ENABLED TRUE}`,
    );
    expect(() => operators.get('Bad')?.definition()).toThrow('ENABLED');
  });

  it('a cfg that names what there is not, and one that does not say how the model moves', async () => {
    await expect(lowerUnits(act, 'INIT Init NEXT Next INVARIANT Inv')).rejects.toMatchObject({
      code: 'cfg',
      message: 'the cfg names Inv, which module T does not define',
    });
    await expect(lowerUnits(act, 'INVARIANT Init')).rejects.toMatchObject({ code: 'cfg' });
    await expect(lowerUnits('CONSTANT Q\nNext == UNCHANGED vars')).rejects.toMatchObject({
      code: 'tla-constant',
    });
  });
});
