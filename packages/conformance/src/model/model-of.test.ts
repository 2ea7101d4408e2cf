import { explore, instantiate } from '@synod/spec';
import { modelValue, set } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { constants, counter } from '../../test/counter.js';
import { anyStep } from '../trace/matcher.js';
import { modelOf } from './model-of.js';

describe('a model of a specification in TypeScript', () => {
  it('is not explored before it is asked for', () => {
    let asked = 0;
    const add = (n: number): readonly number[] => {
      asked += 1;
      return [Math.min(n + 1, 4)];
    };
    const model = modelOf(counter({ add }), constants);
    expect([model.spec, model.name, model.space.name, model.space.variables, asked]).toEqual([
      'Counter',
      'Counter in TypeScript',
      'Counter',
      ['n'],
      0,
    ]);
    model.graph();
    const once = asked;
    expect(once).toBeGreaterThan(0);
    expect(model.space.initial).toEqual([0]);
    model.graph();
    expect(asked).toBe(once);
  });

  it('has the same numbers for states in its space and its graph', () => {
    const model = modelOf(counter(), constants);
    const graph = model.graph();
    const { graph: explored } = explore(instantiate(counter(), constants));
    expect(graph.size).toBe(explored.size);
    for (let state = 0; state < graph.size; state++) {
      expect(model.space.values(state)).toEqual(graph.values(state));
      const steps = Array.from(model.space.steps(state, anyStep), ({ label, to }) => [label.key, to]);
      const from = graph.offsets[state] as number;
      const to = graph.offsets[state + 1] as number;
      const there = Array.from({ length: to - from }, (_, i) => [
        graph.labels[graph.stepLabels[from + i] as number]?.key,
        graph.targets[from + i],
      ]);
      expect(steps).toEqual(there);
    }
  });

  it('knows parameters, and operators of what it refines too', () => {
    const { space } = modelOf(counter(), constants);
    expect(space.actions.get('Add')).toEqual({ formals: ['by'], arity: 1 });
    expect(space.operators).toEqual(['Even', 'Small', 'L!Bright']);
    const two = space.initial.length === 1 ? modelOf(counter(), constants).graph().find([2]) : -1;
    expect(space.operator('Even')?.(two)).toBe(true);
    expect(space.operator('L!Bright')?.(two)).toBe(true);
    expect(space.operator('L!Bright')?.(0)).toBe(false);
    expect(space.operator('Reaches')).toBeUndefined();
  });

  it('gives up beyond its limit, each time it is asked, without exploring again', () => {
    let asked = 0;
    const add = (n: number, by: number): readonly number[] => {
      asked += 1;
      return [n + by];
    };
    const model = modelOf(counter({ add }), constants, { limit: 50 });
    const message = 'Counter in TypeScript has more than 50 states with these constants';
    expect(() => model.graph()).toThrow(message);
    const once = asked;
    expect(() => model.space.initial).toThrow(message);
    expect(asked).toBe(once);
    expect(modelOf(counter(), constants, { limit: 5 }).graph().size).toBe(5);
    expect(() => modelOf(counter(), constants, { limit: 4 }).graph()).toThrow('more than 4 states');
  });

  it('refuses the trace of another model', () => {
    const model = modelOf(counter(), { Max: 4, By: set([modelValue('a')]) });
    const header = {
      format: 'synod',
      spec: 'Counter',
      model: undefined,
      init: new Map(),
      hidden: [],
      order: 'total',
      place: {},
    } as const;
    const admit = (found: ReadonlyMap<string, string | number | readonly string[]>): unknown =>
      model.admit?.({ header: { ...header, constants: found } });
    expect(admit(new Map([['By', ['a']]]))).toEqual([]);
    expect(() => admit(new Map([['Max', 3]]))).toThrow('constants.Max: the trace has 3');
    expect(() => admit(new Map([['Min', 3]]))).toThrow('Counter has no constant Min');
  });
});
