import { including, key, mapping, modelValue, set, type TlaSet, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Evaluator, evaluator, type State } from '../src/index.js';
import { loadSpec, onePaxos } from './support.js';

const [a1, v1, None] = ['a1', 'v1', 'None'].map(modelValue) as [symbol, symbol, symbol];

const actions: readonly (readonly [string, readonly TlaValue[]])[] = [
  ['Phase1a', [0]],
  ['Phase1a', [1]],
  ['Phase1b', [a1]],
  ['Phase2a', [0, v1]],
  ['Phase2a', [1, v1]],
  ['Phase2b', [a1]],
];

/** Every state that differs from this one in at most one message more, and in the acceptor's variables at will. */
function candidates(state: State, messages: readonly TlaValue[]): State[] {
  const sent = state['msgs'] as TlaSet<TlaValue>;
  const all = [sent, ...messages.filter((m) => !sent.has(m)).map((m) => including(sent, m))];
  const ballots = [-1, 0, 1].map((b) => mapping([[a1, b]]));
  const values = [v1, None].map((v) => mapping([[a1, v]]));
  return all.flatMap((msgs) =>
    ballots.flatMap((maxBal) =>
      ballots.flatMap((maxVBal) => values.map((maxVal) => ({ maxBal, maxVBal, maxVal, msgs }))),
    ),
  );
}

const textOf = (state: State): string => key(Object.values(state));

const empty: State = {
  maxBal: mapping([[a1, -1]]),
  maxVBal: mapping([[a1, -1]]),
  maxVal: mapping([[a1, None]]),
  msgs: set([]),
};

/** The states reachable from the initial ones, found by asking of each candidate whether it is a successor. */
function explore(spec: Evaluator): { states: number; steps: number; depth: number; unexplained: number } {
  const messages = (spec.evaluate('Message', empty) as TlaSet<TlaValue>).elements;
  const all = candidates(empty, messages).filter((state) => spec.evaluate('Init', state) === true);
  const known = new Set(all.map(textOf));
  let [layer, depth, steps, unexplained] = [all, 0, 0, 0];
  while (layer.length > 0) {
    depth++;
    const next: State[] = [];
    for (const before of layer) {
      for (const after of candidates(before, messages)) {
        const taken = actions.filter(([name, values]) => spec.holds(name, values, before, after));
        steps += taken.length;
        if (taken.length > 0 !== spec.holds('Next', [], before, after)) unexplained++;
        if (taken.length === 0 || known.has(textOf(after))) continue;
        known.add(textOf(after));
        next.push(after);
      }
    }
    layer = next;
  }
  return { states: known.size, steps, depth, unexplained };
}

describe('MCPaxosOne, explored by its text alone', () => {
  it('has the states, the labelled steps and the depth that TLC found', async () => {
    const spec = evaluator(await loadSpec('MCPaxosOne'), 'MCPaxosOne', onePaxos);
    expect(explore(spec)).toEqual({ states: 25, steps: 81, depth: 9, unexplained: 0 });
  });
});
