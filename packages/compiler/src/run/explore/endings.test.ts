import { EvaluationError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { figures, grid, predicate, toyEngine } from '../../../test/toy-engine.js';
import { exploreEngine } from './explore-engine.js';

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
