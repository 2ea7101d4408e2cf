import { explore, type TransitionSystem } from '@synod/spec';
import { toJson } from '@synod/tla';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { parcelsModel } from '../../test/parcels.js';
import { type Paxos, paxosTiny } from '../../test/paxos-tiny.js';
import type { Model } from '../model/model.js';
import { modelSpace } from '../trace/model-space.js';
import { behaviours, type ModelBehaviour } from './index.js';

const paxos = await paxosTiny();
const models: readonly [string, Model][] = [
  ['TLC’s graph', paxos as unknown as Model],
  ['a specification in TypeScript', parcelsModel() as unknown as Model],
];

const labels = ({ behaviour }: Pick<ModelBehaviour, 'behaviour'>) =>
  behaviour.steps.map(({ label }) => label.key);
const share = (part: number, whole: number): number => part / whole;

describe.each(models)('behaviours of %s', (_, model) => {
  const graph = model.graph();
  const json = (state: number) =>
    Object.fromEntries(graph.variables.map((name, i) => [name, toJson(graph.values(state)[i] ?? '')]));
  const texts = Array.from({ length: graph.size }, (_, state) => JSON.stringify(json(state)));
  const stepTexts = new Set<string>();
  for (let from = 0; from < graph.size; from++) {
    for (let step = graph.offsets[from] ?? 0; step < (graph.offsets[from + 1] ?? 0); step++) {
      const label = graph.labels[graph.stepLabels[step] ?? -1];
      stepTexts.add(`${texts[from]} ${label?.key} ${texts[graph.targets[step] ?? -1]}`);
    }
  }
  const sample = fc.sample(behaviours(model), { seed: 7, numRuns: 100 });

  it('begin in an initial state and take its steps', () => {
    const initial = graph.initial.map((state) => texts[state]);
    for (const behaviour of sample) {
      let before = JSON.stringify(behaviour.initial);
      expect(initial).toContain(before);
      for (const [i, { action, params, state }] of behaviour.steps.entries()) {
        const after = JSON.stringify(state);
        const label = `${action}(${Object.values(params)
          .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
          .join(', ')})`;
        expect(labels(behaviour)[i]?.replaceAll('"', '')).toBe(label);
        expect(stepTexts).toContain(`${before} ${labels(behaviour)[i]} ${after}`);
        before = after;
      }
    }
  });

  it('take every action, none of them much more often than the others', () => {
    const steps = sample.flatMap((behaviour) => behaviour.steps);
    const actions = [...model.space.actions.keys()];
    const shares = actions.map((name) =>
      share(steps.filter(({ action }) => action === name).length, steps.length),
    );
    expect(Math.min(...shares)).toBeGreaterThan(0.04);
    expect(Math.max(...shares)).toBeLessThan(0.5);
  });

  it('mostly change something', () => {
    const still = sample.flatMap(({ behaviour: { start, steps } }) =>
      steps.filter(({ to }, i) => to === (i === 0 ? start : steps[i - 1]?.to)),
    );
    const all = sample.flatMap(({ steps }) => steps).length;
    expect(share(still.length, all)).toBeGreaterThan(0.01);
    expect(share(still.length, all)).toBeLessThan(0.3);
  });

  it('come from nothing but the random source', () => {
    const again = [...sample.keys()].map((i) =>
      fc.sample(behaviours(model), { seed: 7, path: `${i}`, numRuns: 1 }).map(labels),
    );
    expect(again).toEqual(sample.map((behaviour) => [labels(behaviour)]));
  });
});

it('a space that has been asked nothing gives the same behaviours as one that has', () => {
  const runs = Array.from({ length: 2 }, () =>
    fc.sample(behaviours(parcelsModel()), { seed: 3, numRuns: 20 }),
  );
  const late = fc.sample(behaviours(parcelsModel()), { seed: 3, path: '15', numRuns: 1 });
  expect(runs[0]).toEqual(runs[1]);
  expect(late).toEqual(runs[0]?.slice(15, 16));
});

describe('the length of a behaviour', () => {
  const lengths = (constraints: Parameters<typeof behaviours>[1]) =>
    fc.sample(behaviours(paxos, constraints), { seed: 1, numRuns: 200 }).map(({ steps }) => steps.length);

  it('is at most maxLength, and often short', () => {
    const found = lengths({ maxLength: 12 });
    expect(Math.max(...found)).toBe(12);
    expect(found.filter((length) => length <= 3).length).toBeGreaterThan(30);
  });

  it('is at least minLength, and exactly that if both are the same', () => {
    expect(Math.min(...lengths({ minLength: 9 }))).toBe(9);
    expect(new Set(lengths({ minLength: 50 }))).toEqual(new Set([50]));
  });

  it('follows size', () => {
    expect(Math.max(...lengths({ size: 'xsmall' }))).toBeLessThan(5);
  });

  it('reaches minLength though most behaviours end before', () => {
    const found = fc.sample(behaviours(deadEnds(), { minLength: 6, maxLength: 6 }), { seed: 1, numRuns: 50 });
    expect(found.map(({ steps }) => steps.length)).toEqual(found.map(() => 6));
  });

  it('is refused where it is none, or no behaviour has it', () => {
    expect(() => behaviours(paxos, { minLength: 5, maxLength: 4 })).toThrow('minLength 5 and maxLength 4');
    expect(() => behaviours(paxos, { maxLength: -1 })).toThrow('no lengths of behaviours');
    expect(() => fc.sample(behaviours(deadEnds(), { minLength: 7 }), 1)).toThrow(
      'no behaviour of Line has 7 steps: give a smaller minLength',
    );
  });
});

it('is printed as its labels', () => {
  const [behaviour] = fc.sample(behaviours(paxos, { minLength: 3, maxLength: 3 }), { seed: 5, numRuns: 1 });
  expect(fc.stringify(behaviour)).toBe(behaviour === undefined ? '' : labels(behaviour).join(', '));
  expect(fc.stringify(behaviour)).toMatch(/^Phase1a\([01]\), Phase/);
});

it('knows the actions and their parameters', () => {
  const check = ({ steps, initial }: ModelBehaviour<Paxos>): void => {
    // @ts-expect-error: there is no such variable
    void initial.minBal;
    for (const step of steps) {
      if (step.action === 'Phase2a') expectTypeOf(step.params.v).toEqualTypeOf<'v1' | 'v2'>();
      // @ts-expect-error: Phase1a has no parameter a
      if (step.action === 'Phase1a') void step.params.a;
      // @ts-expect-error: there is no such action
      expect(step.action === 'Phase3').toBe(false);
    }
  };
  fc.assert(fc.property(behaviours(paxos), check), { seed: 1, numRuns: 5 });
});

/** From 0 on, one can go on by one until 6, or fall off: behaviours have at most six steps, and most have fewer. */
function deadEnds(): Model {
  const line: TransitionSystem<number> = {
    name: 'Line',
    variables: ['at'],
    actions: ['GoOn', 'FallOff'].map((name) => ({ name, formals: [] })),
    operators: [],
    invariants: [],
    refinements: [],
    typeCorrect: undefined,
    init: () => [0],
    *next(at) {
      if (at >= 6) return;
      yield { action: 'GoOn', parameters: [], state: at + 1 };
      yield { action: 'FallOff', parameters: [], state: 100 };
    },
    decode: (at) => [at],
    perform: () => [],
  };
  const graph = () => explore(line).graph;
  return { spec: 'Line', name: 'Line', space: modelSpace(line), graph, guards: undefined, warnings: [] };
}
