import type { StateGraph } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { drive, model, some, system } from '../../test/drive-mailbox.js';
import { chance, mailbox } from '../../test/mailbox.js';
import { systemAdapter } from '../../test/system-adapter.js';
import { refusal } from '../../test/traces.js';
import { randomBehaviour } from '../behaviour/random-behaviour.js';
import { generateBehaviours } from '../generate/generate.js';
import { modelSpace } from '../trace/model-space.js';
import { driveBehaviours } from './drive.js';

describe('an implementation that does what the specification says', () => {
  it('passes, and refuses what is not allowed in every state', async () => {
    const reached = new Set<number>();
    const report = await drive({}, { onStep: (from, { to }) => void reached.add(from).add(to) });
    expect(report).toEqual({
      spec: 'Mailbox',
      against: 'the graph',
      verdict: 'conforms',
      behaviours: 100,
      steps: 4000,
      left: 0,
      refusals: report.refusals,
      warnings: [],
    });
    const graph: StateGraph = model.graph();
    const possible = (state: number): number =>
      new Set(graph.stepLabels.slice(graph.offsets[state], graph.offsets[state + 1])).size;
    const notPossible = [...reached].map((state) => graph.labels.length - possible(state));
    expect(report.refusals).toBe(notPossible.reduce((sum, count) => sum + count, 0));
    expect((await drive({}, { refusals: false })).refusals).toBe(0);
  });

  it('takes every step of the graph in behaviours that cover them', async () => {
    const graph = model.graph();
    const { behaviours } = generateBehaviours(graph, { cover: 'steps' });
    const taken = new Set<string>();
    const report = await driveBehaviours(model, systemAdapter(system), behaviours, {
      onStep: (from, { label, to }) => void taken.add(`${from} ${label.key} ${to}`),
    });
    expect(report).toMatchObject({ verdict: 'conforms', left: 0, behaviours: behaviours.length });
    expect(taken.size).toBe(graph.targets.length);
  });

  it('passes against the specification in TypeScript too', async () => {
    const inTypeScript = {
      ...model,
      name: 'Mailbox in TypeScript',
      space: modelSpace(mailbox(3, ['a', 'b'])),
    };
    const behaviours = [1, 2, 3].map((seed) => randomBehaviour(inTypeScript.space, 30, chance(seed)));
    const report = await driveBehaviours(inTypeScript, systemAdapter(system), behaviours);
    expect(report).toMatchObject({ verdict: 'conforms', steps: 90 });
    expect(report.refusals).toBeGreaterThan(10);
  });

  it('may take another of several steps with the same label; what then cannot go on is left', async () => {
    const report = await drive({ obeys: false });
    expect(report.verdict).toBe('conforms');
    expect(report.left).toBeGreaterThan(5);
    expect(report.steps).toBeLessThan(4000);
    expect(report.steps).toBeGreaterThan(1000);
  });

  it('need not show everything', async () => {
    const report = await drive({ obeys: false, observe: (_, { sent }) => ({ sent: sent ?? 0 }) });
    expect(report).toMatchObject({
      verdict: 'conforms',
      warnings: ['observe() never gives last: what became of it is not compared.'],
    });
    const nothing = await drive({ observe: () => ({}) });
    expect(nothing.warnings).toEqual(['no state was compared: observe() never gives a variable.']);
  });

  it('may show a set in another order after it has refused', async () => {
    let times = 0;
    const shuffled = await drive({
      observe: ({ sent }, all) => ({
        ...all,
        sent: { '#set': times++ % 2 === 0 ? sent.elements : sent.elements.toReversed() },
      }),
    });
    expect(shuffled.verdict).toBe('conforms');
  });
});

describe('what cannot be driven is refused in one line', () => {
  it('if there is nothing to run', async () => {
    expect(await refusal(() => driveBehaviours(model, systemAdapter(system), []))).toBe(
      'there are no behaviours to run: a check that ran nothing has not passed.',
    );
  });

  it('if what is observed is no observation', async () => {
    const showing = (shown: unknown): Promise<string> =>
      refusal(() =>
        driveBehaviours(model, { ...systemAdapter(system), observe: () => shown as never }, some),
      );
    const circle: unknown[] = [];
    circle.push(circle);
    expect(await showing(undefined)).toMatch(/^observe\(\) is undefined: the adapter must give JSON/);
    expect(await showing({ sent: new Set([1]) })).toMatch(/^observe\(\)\.sent is a Set: /);
    expect(await showing({ sent: 1n })).toMatch(/^observe\(\)\.sent is a bigint: /);
    expect(await showing([1])).toMatch(/^observe\(\) must give an object/);
    expect(await showing({ sent: circle })).toContain('is nested deeper than 500 levels');
    expect(await showing({ sant: 1 })).toMatch(
      /^observe\(\)\.sant: Mailbox has no variable sant \(did you mean sent\?\)/,
    );
    expect(await showing({ sent: { '#bag': [] } })).toContain('observe().sent');
  });
});
