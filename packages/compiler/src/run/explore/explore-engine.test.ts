import { EvaluationError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { grid, toyEngine } from '../../../test/toy-engine.js';
import { exploreEngine } from './explore-engine.js';

const word = (states: Int32Array, at: number, index: number): number => states[at + index] as number;
const predicate = (name: string, holds: (x: number, y: number) => boolean) => ({
  name,
  holds: (states: Int32Array, at: number) => holds(word(states, at, 0), word(states, at, 1)),
});
const figures = async (...[engine, options]: Parameters<typeof exploreEngine>) => {
  const { ending, distinct, generated, depth } = await exploreEngine(engine, options);
  return [ending.type, distinct, generated, depth];
};

describe('exploring an engine', () => {
  it('counts states, generated states and levels as TLC does', async () => {
    expect(await figures(toyEngine(grid(4)))).toEqual(['complete', 16, 1 + 2 * 4 * 3, 7]);
  });

  it('counts a successor as often as it is found, and steps that change nothing', async () => {
    const engine = toyEngine({
      start: [
        [0, 0],
        [0, 0],
      ],
      steps: ([x = 0]) => [
        ['Stay', [x, 0]],
        ['Go', [1, 0]],
        ['Jump', [1, 0]],
      ],
    });
    expect(await figures(engine)).toEqual(['complete', 2, 2 + 6, 2]);
  });

  it('counts a successor as often as the engine says', async () => {
    const engine = { ...toyEngine(grid(2)), multiplicity: 3 };
    expect(await figures(engine)).toEqual(['complete', 4, 15, 3]);
  });

  it('finds nothing where there is no initial state', async () => {
    expect(await figures(toyEngine({ start: [], steps: () => [] }))).toEqual(['complete', 0, 0, 0]);
  });

  it('has room for more states than it began with, in levels larger than that', async () => {
    const many = Array.from({ length: 70_000 }, (_, x) => [x, 0]);
    const engine = toyEngine({
      start: many,
      steps: ([x = 0, y = 0]) => (y < 2 ? [['Up', [x, y + 1]]] : [['Stay', [x, y]]]),
    });
    expect(await figures(engine)).toEqual(['complete', 210_000, 280_000, 3]);
  });

  it('leaves out what is outside CONSTRAINT, but checks it', async () => {
    const constraints = [predicate('Small', (x) => x < 2)];
    // Of each of the 4 rows, the state behind the edge is generated and neither counted nor expanded.
    expect(await figures(toyEngine({ ...grid(4), constraints }))).toEqual(['complete', 8, 1 + 8 + 6, 5]);
    const invariants = [predicate('Never', (x) => x < 2)];
    const { ending } = await exploreEngine(toyEngine({ ...grid(4), constraints, invariants }));
    expect(ending).toEqual({
      type: 'invariant',
      name: 'Never',
      part: 'always',
      path: [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    });
  });

  it('leaves out an initial state that is outside CONSTRAINT', async () => {
    const constraints = [predicate('Small', (x) => x > 0)];
    expect(await figures(toyEngine({ ...grid(4), constraints }))).toEqual(['complete', 0, 1, 0]);
  });

  it('leaves out steps that ACTION_CONSTRAINT does not want; a state may be reached by another', async () => {
    const actionConstraints = [
      {
        name: 'UpLast',
        holds: (from: Int32Array, at: number, to: Int32Array, toAt: number) =>
          word(from, at, 0) === 3 || word(from, at, 1) === word(to, toAt, 1),
      },
    ];
    expect(await figures(toyEngine({ ...grid(4), actionConstraints }))).toEqual(['complete', 7, 10, 7]);
  });

  it('takes states of one view for one, the first', async () => {
    const view = (states: Int32Array, at: number): number => word(states, at, 0) + word(states, at, 1);
    // (0, 0), (1, 0), (2, 0), (3, 0), then up: (3, 1), …
    expect(await figures(toyEngine({ ...grid(4), view }))).toEqual(['complete', 7, 1 + 3 * 2 + 3, 7]);
  });

  it('takes states for one that permutations make the same', async () => {
    const representative = (states: Int32Array, at: number, target: Int32Array, targetAt: number): void => {
      const [x, y] = [word(states, at, 0), word(states, at, 1)];
      target[targetAt] = Math.min(x, y);
      target[targetAt + 1] = Math.max(x, y);
    };
    const symmetric = toyEngine({ ...grid(4), representative });
    expect(await figures(symmetric)).toEqual(['complete', 10, 1 + 15, 7]);
    const invariants = [predicate('NotThere', (x, y) => x + y < 3)];
    const { ending } = await exploreEngine(toyEngine({ ...grid(4), representative, invariants }));
    // A path of states that were found, and not of those that stand for them.
    expect(ending).toMatchObject({
      name: 'NotThere',
      path: [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0],
      ],
    });
  });

  it('ends with a state without a step, if that is an error', async () => {
    const engine = toyEngine({ ...grid(3), checkDeadlock: true });
    const { ending, depth } = await exploreEngine(engine);
    expect(ending).toEqual({
      type: 'deadlock',
      path: [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 1],
        [2, 2],
      ],
    });
    expect(depth).toBe(5);
    expect(await figures(engine, { check: { deadlock: false } })).toEqual(['complete', 9, 13, 5]);
    // Steps that lead out of CONSTRAINT are steps.
    const constraints = [predicate('Small', (x, y) => x < 2 && y < 2)];
    expect(await figures(toyEngine({ ...grid(3), constraints, checkDeadlock: true }))).toEqual([
      'complete',
      4,
      9,
      3,
    ]);
  });

  it('ends with the first of several states that are wrong, in the order in which they are found', async () => {
    const invariants = [predicate('First', (x) => x < 3), predicate('Second', (_, y) => y < 2)];
    const { ending } = await exploreEngine(toyEngine({ ...grid(9), invariants }));
    expect(ending).toMatchObject({
      type: 'invariant',
      name: 'Second',
      path: [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
    });
  });

  it('says nothing of what it is told not to look at', async () => {
    const invariants = [predicate('Never', () => false)];
    const properties = [{ name: 'P', initial: () => false, always: () => false, step: () => false }];
    const engine = toyEngine({ ...grid(2), invariants, properties, checkDeadlock: true });
    const none = { invariants: false, properties: false, deadlock: false };
    expect((await exploreEngine(engine, { check: none })).ending.type).toBe('complete');
    expect((await exploreEngine(engine, { check: { ...none, deadlock: true } })).ending.type).toBe(
      'deadlock',
    );
    expect((await exploreEngine(engine, { check: { ...none, invariants: true } })).ending).toMatchObject({
      name: 'Never',
    });
  });
});

describe('the properties of an engine', () => {
  const holds = { initial: () => true, always: undefined, step: undefined };
  const endingWith = async (property: object) => {
    const properties = [{ name: 'P', ...holds, ...property }];
    return (await exploreEngine(toyEngine({ ...grid(3), properties }))).ending;
  };

  it('are looked at initially, in every state, and over every step', async () => {
    expect(await endingWith({})).toEqual({ type: 'complete' });
    expect(await endingWith({ initial: () => false })).toEqual({
      type: 'property',
      name: 'P',
      part: 'initial',
      path: [[0, 0]],
    });
    const always = predicate('', (x) => x < 1).holds;
    expect(await endingWith({ always })).toMatchObject({
      part: 'always',
      path: [
        [0, 0],
        [1, 0],
      ],
    });
    const step = (from: Int32Array, at: number, to: Int32Array, toAt: number): boolean =>
      word(from, at, 0) < 1 || word(to, toAt, 1) === 0;
    expect(await endingWith({ step })).toMatchObject({
      part: 'step',
      path: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    });
  });

  it('are looked at over steps to states that are known', async () => {
    // (1, 1) is found from (1, 0) first; the step to it from (0, 1) is the one that is wrong.
    const step = (from: Int32Array, at: number, to: Int32Array, toAt: number): boolean =>
      word(from, at, 1) !== 1 || word(to, toAt, 0) === 0;
    expect(await endingWith({ step })).toMatchObject({
      part: 'step',
      path: [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
    });
  });
});

describe('what ends an exploration early', () => {
  const endless = toyEngine({ start: [[0, 0]], steps: ([x = 0]) => [['Up', [x + 1, 0]]] });

  it('is a limit on states', async () => {
    expect(await figures(endless, { limit: 10 })).toEqual(['limit', 11, 11, 10]);
    expect(await figures(toyEngine(grid(4)), { limit: 16 })).toEqual(['complete', 16, 25, 7]);
  });

  it('is a limit on memory', async () => {
    const { ending, bytes } = await exploreEngine(endless, { memory: 10_000_000 });
    expect(ending).toEqual({ type: 'memory' });
    expect(bytes).toBeLessThan(10_000_000);
  });

  it('is a signal, before it begins and while it goes on', async () => {
    expect(await figures(endless, { signal: AbortSignal.abort() })).toEqual(['cancelled', 0, 0, 0]);
    const controller = new AbortController();
    const onProgress = (): void => controller.abort();
    const { ending, distinct } = await exploreEngine(endless, { signal: controller.signal, onProgress });
    expect(ending).toEqual({ type: 'cancelled' });
    expect(distinct).toBeGreaterThan(1);
  });

  it('is an ASSUME that is FALSE, before there is any state', async () => {
    const assumptions = [
      { name: 'Fine', holds: () => true },
      { name: 'Wrong', holds: () => false },
    ];
    const { ending, generated } = await exploreEngine(toyEngine({ ...grid(2), assumptions }));
    expect([ending, generated]).toEqual([{ type: 'assumption', name: 'Wrong' }, 0]);
  });

  it('is a broken rule of TLA+, with the path to where it is broken', async () => {
    const broken = (): never => {
      throw new EvaluationError('no such element');
    };
    const next = toyEngine({
      ...grid(3),
      steps: ([x = 0, y = 0]) => (x === 1 ? broken() : [['Right', [x + 1, y]]]),
    });
    expect((await exploreEngine(next)).ending).toMatchObject({
      type: 'error',
      error: { message: 'no such element' },
      path: [
        [0, 0],
        [1, 0],
      ],
    });
    const invariants = [predicate('Inv', (x) => x < 1 || broken())];
    expect((await exploreEngine(toyEngine({ ...grid(3), invariants }))).ending).toMatchObject({
      type: 'error',
      path: [
        [0, 0],
        [1, 0],
      ],
    });
  });

  it("is a recursion without end; any other error is the program's own", async () => {
    const deep = (): never => deep();
    const never = toyEngine({ ...grid(3), steps: deep });
    expect((await exploreEngine(never)).ending).toMatchObject({
      type: 'error',
      error: { message: 'the recursion is too deep to be evaluated' },
    });
    const steps = (): never => {
      throw new TypeError('a defect');
    };
    await expect(exploreEngine(toyEngine({ ...grid(3), steps }))).rejects.toThrow('a defect');
  });

  it('says what was found before it: a state that is wrong goes first', async () => {
    const steps = ([x = 0]: readonly number[]): (readonly [string, readonly number[]])[] => {
      if (x === 1) throw new EvaluationError('later');
      return [['Right', [x + 1, 0]]];
    };
    const invariants = [predicate('Inv', (x) => x < 1)];
    expect((await exploreEngine(toyEngine({ ...grid(3), steps, invariants }))).ending.type).toBe('invariant');
  });
});
