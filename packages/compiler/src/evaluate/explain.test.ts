import { key, mapping, modelValue, set, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { loadSpec, moduleOf, onePaxos } from '../../test/support.js';
import { type Conjunct, type Evaluator, evaluator, type State } from '../index.js';

const [a1, v1, None] = ['a1', 'v1', 'None'].map(modelValue) as [symbol, symbol, symbol];

/** A state of Paxos with one acceptor. */
function paxosState(maxBal: number, maxVBal: number, maxVal: TlaValue, msgs: readonly TlaValue[]): State {
  return {
    maxBal: mapping([[a1, maxBal]]),
    maxVBal: mapping([[a1, maxVBal]]),
    maxVal: mapping([[a1, maxVal]]),
    msgs: set(msgs),
  };
}

/** `line: text {bindings} (note)`, and indented below what it is because of. */
function lines(conjuncts: readonly Conjunct[], indent = ''): string[] {
  return conjuncts.flatMap(({ place, text, bindings, note, because }) => [
    `${indent}${place.line}: ${text} {${Object.entries(bindings)
      .map(([name, value]) => `${name} = ${key(value)}`)
      .join(', ')}}${note === undefined ? '' : ` (${note})`}`,
    ...lines(because, `${indent}  `),
  ]);
}

function whyNot(
  spec: Evaluator,
  action: string,
  parameters: readonly TlaValue[],
  before: State,
  after: State,
): string[] {
  const explanation = spec.explainStep(action, parameters, before, after);
  return explanation.holds ? ['holds'] : lines(explanation.conjuncts);
}

const m1a = { type: '1a', bal: 0 };
const m2a = { type: '2a', bal: 0, val: v1 };
const m2b = { type: '2b', acc: a1, bal: 0, val: v1 };
const vote: readonly [State, State] = [
  paxosState(0, -1, None, [m1a, m2a]),
  paxosState(0, 0, v1, [m1a, m2a, m2b]),
];

describe('a step of Paxos', () => {
  it('is one', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    expect(whyNot(spec, 'Phase2b', [a1], ...vote)).toEqual(['holds']);
  });

  it('is none with a guard changed: exactly that conjunct is named', async () => {
    const modules = await loadSpec('Paxos', (_, text) =>
      text.replace('m.bal >= maxBal[a]\n      /\\ maxBal', 'm.bal > maxBal[a]\n      /\\ maxBal'),
    );
    const spec = evaluator(modules, 'Paxos', onePaxos);
    const explanation = spec.explainStep('Phase2b', [a1], ...vote);
    expect(explanation.holds).toBe(false);
    expect(explanation).toMatchObject({
      conjuncts: [
        {
          text: 'm.bal > maxBal[a]',
          place: { file: 'specs/Paxos.tla', line: 117, column: 10 },
          bindings: { a: a1, m: m2a },
          because: [],
        },
      ],
    });
    expect(explanation).toHaveProperty('conjuncts.length', 1);
  });

  it.each([
    ['maxVBal EXCEPT ![a] = m.bal', 'maxVBal EXCEPT ![a] = -1', 119],
    ['m.type = "2a"\n      /\\ m.bal >=', 'm.type = "2b"\n      /\\ m.bal >=', 116],
    ['acc |-> a, bal |-> m.bal, val |-> m.val])', 'acc |-> a, bal |-> 1, val |-> m.val])', 121],
  ])('is none with %s changed to %s', async (from, to, line) => {
    const modules = await loadSpec('Paxos', (_, text) => text.replace(from, to));
    const explanation = evaluator(modules, 'Paxos', onePaxos).explainStep('Phase2b', [a1], ...vote);
    expect(explanation).toMatchObject({ holds: false, conjuncts: [{ place: { line } }] });
    expect(explanation).toHaveProperty('conjuncts.length', 1);
  });

  it('names the quantifier whose set is empty', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    const start = paxosState(-1, -1, None, []);
    expect(whyNot(spec, 'Phase1b', [a1], start, start)).toEqual([
      '81: \\E m \\in msgs {a = a1} (no element of msgs)',
    ]);
  });

  it('names the call of an operator, and below it what fails there', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    const start = paxosState(-1, -1, None, []);
    expect(whyNot(spec, 'Phase1a', [0], start, start)).toEqual([
      '73: Send([type |-> "1a", bal |-> b]) {b = 0}',
      '  67: msgs\' = msgs \\cup {m} {m = [bal |-> 0, type |-> "1a"]} (left is {}, right is {[bal |-> 0, type |-> "1a"]})',
    ]);
  });

  it('names the variables that UNCHANGED forbids to change, and the witness that ~ \\E forbids', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    const [before, after] = vote;
    expect(whyNot(spec, 'Phase2a', [0, v1], before, { ...after, msgs: before['msgs'] ?? [] })).toEqual([
      '96: ~ \\E m \\in msgs : m.type = "2a" /\\ m.bal = b {b = 0, v = v1, m = [bal |-> 0, type |-> "2a", val |-> v1]}',
      '102: \\E m \\in Q1b {b = 0, v = v1, Q = {a1}, a = a1} (no element of Q1b)',
      '108: UNCHANGED <<maxBal, maxVBal, maxVal>> {b = 0, v = v1} (maxVBal changes, maxVal changes)',
    ]);
  });

  it('is looked for in every branch of Next', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    const [before] = vote;
    const explanation = spec.explainStep('Next', [], before, { ...before, msgs: set([]) });
    const named = explanation.holds ? [] : explanation.conjuncts.map(({ text }) => text);
    expect(named).toEqual(['Phase1a(b)', 'Phase2a(b, v)', 'Phase1b(a)', 'Phase2b(a)']);
  });
});

describe('a formula', () => {
  const state = { x: 1, y: [2, 3] };
  const why = async (formula: string, units = ''): Promise<string[]> => {
    const spec = await moduleOf(`${units}${units === '' ? '' : '\n'}D ==\n  ${formula}`);
    const { holds, conjuncts } = spec.explainValue('D', state);
    return [String(holds), ...lines(conjuncts)];
  };

  it.each<readonly [string, readonly string[]]>([
    ['x = 2', ['false', '6: x = 2 {} (left is 1, right is 2)']],
    ['/\\ x = 1\n  /\\ x > 1\n  /\\ y[1] = 2', ['false', '7: x > 1 {}']],
    [
      '/\\ x = 2\n  /\\ y[9] = 1\n  /\\ x < 1',
      ['false', '6: x = 2 {} (left is 1, right is 2)', '8: x < 1 {}'],
    ],
    ['x > 1 \\/ x < 1', ['false', '6: x > 1 {}', '6: x < 1 {}']],
    ['x > 1 \\/ x = 1', ['true', '6: x = 1 {}']],
    ['\\A a \\in 1..3, b \\in {2} : a < b', ['false', '6: a < b {a = 2, b = 2}']],
    ['\\A a \\in 1..3 : a > 0', ['true', '6: \\A a \\in 1..3 {}']],
    ['\\A a \\in {} : a > 0', ['true', '6: \\A a \\in {} {} (no element of {})']],
    ['\\E a \\in 1..3 : a > 5 /\\ a > 2', ['false', '6: a > 5 {a = 3}']],
    ['\\E a \\in 1..3 : a > 0 /\\ a > 2 /\\ a < 0', ['false', '6: a < 0 {a = 3}']],
    ['\\E a \\in 1..3 : a > 1 /\\ a > 0', ['true', '6: a > 1 {a = 2}', '6: a > 0 {a = 2}']],
    ['x = 1 => y[1] = 5', ['false', '6: x = 1 => y[1] = 5 {} (left is 2, right is 5)']],
    ['x = 1 => /\\ x > 0\n          /\\ y[1] = 5', ['false', '7: y[1] = 5 {} (left is 2, right is 5)']],
    ['x = 2 => FALSE', ['true', '6: x = 2 => FALSE {}']],
    ['IF x = 1 THEN x > 5 ELSE TRUE', ['false', '6: x > 5 {}']],
    ['LET a == x + 1 IN a > 5', ['false', '6: a > 5 {}']],
    ['~ (x = 1)', ['false', '6: ~ (x = 1) {}']],
    ['x > 1 \\* not so', ['false', '6: x > 1 {}']],
  ])('%s', async (formula, expected) => {
    expect(await why(formula)).toEqual(expected);
  });

  it('is followed into definitions', async () => {
    expect(await why('Op(x) /\\ Zero', 'Op(a) == a > 0 /\\ a > 1\nZero == x = 0')).toEqual([
      'false',
      '8: Op(x) {}',
      '  5: a > 1 {a = 1}',
      '8: Zero {}',
      '  6: x = 0 {} (left is 1, right is 0)',
    ]);
  });

  it('of several witnesses takes the one that fails last', async () => {
    const spec = await moduleOf('D == \\E a \\in 1..2 : (a = 2) /\\ (a = 3) /\\ (a # 2)');
    expect(lines(spec.explainValue('D', state).conjuncts)).toEqual([
      '5: (a = 3) {a = 2} (left is 2, right is 3)',
      '5: (a # 2) {a = 2}',
    ]);
  });
});

describe('ASSUME', () => {
  it('is checked for the constants given', async () => {
    const modules = await loadSpec('MCPaxosOne');
    const good = evaluator(modules, 'MCPaxosOne', onePaxos).assumptions();
    expect(good.map(({ name, holds }) => [name, holds])).toEqual([
      ['QuorumAssumption', true],
      ['BallotAssumption', true],
      ['NoneAssumption', true],
    ]);
    const bad = evaluator(modules, 'MCPaxosOne', { ...onePaxos, Quorum: set([set([])]) }).assumptions();
    expect(bad.filter(({ holds }) => !holds)).toEqual([
      expect.objectContaining({
        name: 'QuorumAssumption',
        place: { file: 'specs/Paxos.tla', line: 24, column: 8 },
      }),
    ]);
  });

  it('needs every constant, and no other', async () => {
    const modules = await loadSpec('Consensus');
    expect(() => evaluator(modules, 'Consensus', {})).toThrow('the constant Value has no value');
    expect(() => evaluator(modules, 'Consensus', onePaxos)).toThrow(
      'Acceptor is no constant of module Consensus',
    );
  });
});
