import { key, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { chance, graphModel, mailbox } from '../../test/mailbox.js';
import { ticks } from '../../test/ticks.js';
import { modelSpace } from '../trace/model-space.js';
import { readTrace } from '../trace/read/read-trace.js';
import type { StateSpace } from '../trace/space.js';
import { validateTrace } from '../trace/validate.js';
import { endOf, type SpaceBehaviour } from './behaviour.js';
import { behaviourOf } from './behaviour-of.js';
import { behaviourTrace } from './behaviour-trace.js';
import { stepsOf } from './labels.js';
import { randomBehaviour } from './random-behaviour.js';
import { shrinkCandidates } from './shrink-candidates.js';

const model = graphModel(mailbox(3, ['a', 'b']));
const { space } = model;

function labels({ steps }: SpaceBehaviour): readonly string[] {
  return steps.map(({ label }) => label.key);
}

/** Whether each step is one of the space, and begins where the one before it ends. */
function isBehaviour(of: StateSpace, { start, steps }: SpaceBehaviour): boolean {
  let state = start;
  for (const { label, to } of steps) {
    if (!stepsOf(of)(state, label).some((step) => step.to === to)) return false;
    state = to;
  }
  return of.initial.includes(start);
}

/** Goes on from the first candidate that still fails until there is none. */
function shrunk(
  of: StateSpace,
  found: SpaceBehaviour,
  fails: (b: SpaceBehaviour) => boolean,
): SpaceBehaviour {
  for (const candidate of shrinkCandidates(of, found)) {
    if (fails(candidate)) return shrunk(of, candidate, fails);
  }
  return found;
}

describe('the candidates of a behaviour', () => {
  it('are strictly shorter behaviours of the specification, each once', () => {
    for (let seed = 1; seed < 40; seed++) {
      const behaviour = randomBehaviour(space, seed, chance(seed));
      const candidates = [...shrinkCandidates(space, behaviour)];
      for (const candidate of candidates) {
        expect(candidate.steps.length).toBeLessThan(behaviour.steps.length);
        expect(isBehaviour(space, candidate)).toBe(true);
      }
      const texts = candidates.map(({ steps }) => steps.map(({ label, to }) => label.key + to).join());
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect([...shrinkCandidates(space, { start: 0, steps: [] })]).toEqual([]);
  });

  it('begin with none of its steps', () => {
    const [first] = shrinkCandidates(space, randomBehaviour(space, 12, chance(1)));
    expect(first?.steps).toEqual([]);
  });

  it('leave out what depends on what is left out, and take the same of several messages', () => {
    const behaviour = behaviourOf(space, [
      'Send(1)',
      'Send(2)',
      'Take("a")',
      'Send(3)',
      'Take("a")',
      'Clear',
    ]);
    if (behaviour === undefined) throw new Error('no such behaviour');
    const candidates = [...shrinkCandidates(space, behaviour)].map((candidate) =>
      labels(candidate).join(' '),
    );
    // Without Send(3) message 3 cannot be taken, and nothing is there to be cleared.
    expect(candidates).toContain('Send(1) Send(2) Take("a") Take("a")');
    // Without Send(1), the first Take takes 2 instead.
    expect(candidates).toContain('Send(2) Take("a") Send(3) Take("a") Clear');
    const taken = behaviourOf(space, [
      'Send(1)',
      'Send(2)',
      'Send(3)',
      'Take("b")',
      'Take("b")',
      'Take("b")',
    ]);
    const third = taken && { ...taken, steps: taken.steps.slice(0, 5) };
    const without1 = [...shrinkCandidates(space, third as SpaceBehaviour)].find(
      (candidate) => labels(candidate).join(' ') === 'Send(2) Send(3) Take("b") Take("b")',
    );
    // It took 1, then 2: now 2, then there is only 3.
    const last = without1?.steps.map(({ to }) => key(space.values(to)[1] as TlaValue));
    expect(last?.slice(2)).toEqual(['[a |-> 0, b |-> 2]', '[a |-> 0, b |-> 3]']);
  });

  it('keep what comes after a step that is no longer possible', () => {
    const behaviour = behaviourOf(space, ['Send(3)', 'Take("a")', 'Send(1)', 'Clear', 'Send(2)']);
    const candidates = [...shrinkCandidates(space, behaviour as SpaceBehaviour)];
    expect(candidates.map((candidate) => labels(candidate).join(' '))).toContain('Send(1) Send(2)');
  });

  it('take the step that changes the same, of several with the same label', () => {
    const sent = behaviourOf(space, ['Send(1)', 'Send(2)', 'Send(3)']) as SpaceBehaviour;
    const label = { action: 'Take', parameters: ['b'], key: 'Take("b")' };
    for (const step of stepsOf(space)(endOf(sent), label)) {
      const candidates = shrinkCandidates(space, { ...sent, steps: [...sent.steps, step] });
      const taken = key(space.values(step.to)[1] as TlaValue);
      const ends = [...candidates].flatMap((candidate) =>
        labels(candidate).length === 3 && labels(candidate).at(-1) === label.key ? [endOf(candidate)] : [],
      );
      expect(ends.map((end) => key(space.values(end)[1] as TlaValue))).toContain(taken);
    }
  });

  it('lead from 40 steps of which 3 make it fail to those 3 and what enables them', () => {
    let tried = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const behaviour = randomBehaviour(space, 40, chance(seed));
      // It fails if a takes 3, b takes something after that, and it is cleared then.
      const fails = ({ steps }: SpaceBehaviour): boolean => {
        const wanted = ['Take("a")', 'Take("b")', 'Clear'];
        let at = 0;
        for (const { label, to } of steps) {
          const isIt =
            label.key === wanted[at] &&
            (at > 0 || key(space.values(to)[1] as TlaValue).startsWith('[a |-> 3'));
          if (isIt) at += 1;
        }
        return at === 3;
      };
      if (!fails(behaviour)) continue;
      tried += 1;
      const found = shrunk(space, behaviour, fails);
      const sent = labels(found).filter((label) => label.startsWith('Send'));
      expect(labels(found).filter((label) => !label.startsWith('Send'))).toEqual([
        'Take("a")',
        'Take("b")',
        'Clear',
      ]);
      expect(sent.length).toBeLessThanOrEqual(2);
      // No single step, with those that depend on it, can be left out.
      for (const candidate of shrinkCandidates(space, found)) expect(fails(candidate)).toBe(false);
    }
    expect(tried).toBeGreaterThan(20);
  });

  it('are made when they are asked for', () => {
    let asked = 0;
    const counting: StateSpace = {
      ...space,
      steps: (state, question) => {
        asked += 1;
        return space.steps(state, question);
      },
    };
    const behaviour = randomBehaviour(space, 1000, chance(3));
    const [first, second] = shrinkCandidates(counting, behaviour);
    expect([first?.steps.length, second?.steps.length]).toEqual([0, 500]);
    expect(asked).toBe(0);
  });
});

describe('a behaviour by chance', () => {
  it('is one of the specification, and the same for the same numbers', () => {
    for (const seed of [1, 2, 3]) {
      const behaviour = randomBehaviour(space, 30, chance(seed));
      expect(behaviour.steps).toHaveLength(30);
      expect(isBehaviour(space, behaviour)).toBe(true);
      expect(randomBehaviour(space, 30, chance(seed))).toEqual(behaviour);
    }
    const inTypeScript = modelSpace(ticks(['p', 'q'], 3));
    expect(isBehaviour(inTypeScript, randomBehaviour(inTypeScript, 30, chance(1)))).toBe(true);
  });

  it('takes an action with one step as often as one with many', () => {
    const many = graphModel(mailbox(8, ['a'])).space;
    const clear = { action: 'Clear', parameters: [], key: 'Clear' };
    const behaviour = randomBehaviour(many, 3000, chance(7));
    let [possible, taken, state] = [0, 0, behaviour.start];
    for (const { label, to } of behaviour.steps) {
      if (stepsOf(many)(state, clear).length > 0) possible += 1;
      if (label.action === 'Clear') taken += 1;
      state = to;
    }
    // Of the steps in a state, 8 are of Send and 1 of Clear.
    expect(possible).toBeGreaterThan(100);
    expect(taken / possible).toBeGreaterThan(0.4);
  });

  it('ends where no step is possible', () => {
    const none: StateSpace = { ...space, steps: () => [] };
    expect(randomBehaviour(none, 5, chance(1)).steps).toEqual([]);
  });
});

describe('a behaviour by its labels', () => {
  it('is found although a label leads to several states', () => {
    const wanted = ['Send(1)', 'Send(3)', 'Take("a")', 'Take("a")', 'Clear'];
    const found = behaviourOf(space, wanted);
    expect(found && labels(found)).toEqual(wanted);
    expect(found && isBehaviour(space, found)).toBe(true);
  });

  it('is not found if there is none', () => {
    expect(behaviourOf(space, ['Send(1)', 'Clear'])).toBeUndefined();
    expect(behaviourOf(space, [])).toEqual({ start: space.initial[0], steps: [] });
  });

  it('is a trace that conforms', async () => {
    const behaviour = randomBehaviour(space, 20, chance(5));
    const lines = behaviourTrace(model, behaviour);
    expect(lines).toHaveLength(21);
    const trace = await readTrace({ chunks: lines.map((line) => `${line}\n`), file: 'behaviour' });
    expect(validateTrace(trace, space).outcome.conforms).toBe(true);
    expect(JSON.parse(lines[0] as string)).toEqual({
      trace: 1,
      spec: 'Mailbox',
      init: { sent: { '#set': [] }, last: { a: 0, b: 0 } },
    });
  });
});
