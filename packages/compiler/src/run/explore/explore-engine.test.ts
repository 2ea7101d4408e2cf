import { describe, expect, it } from 'vitest';
import { figures, grid, predicate, toyEngine, word } from '../../../test/toy-engine.js';
import { exploreEngine } from './explore-engine.js';

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
    expect(await figures(toyEngine({ start: [], steps: () => [] }))).toEqual(['complete', 0, 0, 1]);
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
    expect(await figures(toyEngine({ ...grid(4), constraints }))).toEqual(['complete', 0, 1, 1]);
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

  it('finds a state by a step that ACTION_CONSTRAINT allows just after one that it does not', async () => {
    // 0 leads to 1, and to 2 where it must not; 1 leads to 2, where it may.
    const next: readonly (readonly number[])[] = [[1, 2], [2], []];
    const engine = toyEngine({
      variables: ['x'],
      start: [[0]],
      steps: ([x = 0]) => (next[x] ?? []).map((to) => ['Go', [to]] as const),
      actionConstraints: [
        { name: 'Near', holds: (from, at, to, toAt) => word(to, toAt, 0) - word(from, at, 0) === 1 },
      ],
    });
    expect(await figures(engine)).toEqual(['complete', 3, 4, 3]);
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

describe('what was generated when something is wrong', () => {
  it('is what was generated with it, whatever was looked ahead for', async () => {
    const invariants = [predicate('Inv', (_, y) => y < 1)];
    // (0, 0); from it (1, 0) and (0, 1).
    expect(await figures(toyEngine({ ...grid(9), invariants }))).toEqual(['invariant', 3, 3, 2]);
  });

  it('has the steps that change nothing before it', async () => {
    const steps = ([x = 0]: readonly number[]): (readonly [string, readonly number[]])[] => [
      ['Stay', [x, 0]],
      ['Go', [x + 1, 0]],
      ['Stay', [x, 0]],
    ];
    const invariants = [predicate('Inv', (x) => x < 2)];
    const engine = toyEngine({ start: [[0, 0]], steps, invariants });
    expect(await figures(engine)).toEqual(['invariant', 3, 1 + 3 + 2, 3]);
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
