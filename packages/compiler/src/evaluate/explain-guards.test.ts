import { mapping, modelValue, set, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { loadSpec, moduleOf, onePaxos } from '../../test/support.js';
import { evaluator, type State } from '../index.js';

const a1 = modelValue('a1');
const None = modelValue('None');

function paxosState(maxBal: number, msgs: readonly TlaValue[]): State {
  return {
    maxBal: mapping([[a1, maxBal]]),
    maxVBal: mapping([[a1, -1]]),
    maxVal: mapping([[a1, None]]),
    msgs: set(msgs),
  };
}

const m1a = { type: '1a', bal: 0 };

describe('the guards of an action', () => {
  it('hold where the action is possible', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    expect(spec.explainGuards('Phase1b', [a1], paxosState(-1, [m1a])).holds).toBe(true);
  });

  it('that are false are named, with the witness that comes nearest', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    const { holds, conjuncts } = spec.explainGuards('Phase1b', [a1], paxosState(0, [m1a]));
    expect(holds).toBe(false);
    expect(conjuncts.map(({ text, bindings }) => [text, bindings['m']])).toEqual([
      ['m.bal > maxBal[a]', m1a],
    ]);
  });

  it('say when there is nothing to choose from', async () => {
    const spec = evaluator(await loadSpec('Paxos'), 'Paxos', onePaxos);
    const { conjuncts } = spec.explainGuards('Phase1b', [a1], paxosState(-1, []));
    expect(conjuncts.map(({ text, note }) => [text, note])).toEqual([
      ['\\E m \\in msgs', 'no element of msgs'],
    ]);
  });

  it('are the only thing asked: what is said of the next state counts as true, also below ~ and =>', async () => {
    const text = "A == /\\ x > 1\n     /\\ ~ (x' = 5)\n     /\\ x' > 7 => x = 2\n     /\\ UNCHANGED x\n";
    const spec = await moduleOf(text);
    expect(spec.explainGuards('A', [], { x: 2, y: 0 }).holds).toBe(true);
    expect(spec.explainGuards('A', [], { x: 1, y: 0 }).conjuncts.map((conjunct) => conjunct.text)).toEqual([
      'x > 1',
    ]);
  });
});
