import { type Engine, type EngineExploration, exploreEngine } from '@synod/compiler';
import { describe, expect, it } from 'vitest';

const module = new URL('./toy-grid.mjs', import.meta.url).href;
const { load } = (await import(module)) as { readonly load: (from: object) => Promise<Engine> };

/** What so many threads find. What they have found is the same; how many they were is told apart. */
async function found(
  from: object,
  count: number,
  options: Parameters<typeof exploreEngine>[1] = {},
): Promise<Omit<EngineExploration, 'bytes'>> {
  const threads = { count, module, from, worth: 0 };
  const { bytes, ...rest } = await exploreEngine(await load(from), { ...options, threads });
  expect(bytes).toBeGreaterThan(0);
  return rest;
}

describe('several threads find what one finds', () => {
  it.each([
    ['all states', { size: 60 }],
    ['a state without a step', { size: 40, deadlock: true }],
    [
      'an invariant that does not hold: the first state and the path that one thread finds',
      { size: 60, wrong: 5040 },
    ],
    ['a step that a property does not allow', { size: 50, broken: 70 }],
  ])('%s', async (_, from) => {
    const one = await found(from, 1);
    for (const count of [2, 3]) expect(await found(from, count)).toEqual({ ...one, threads: count });
  });

  it('as many states as there are, and as deep', async () => {
    expect(await found({ size: 60 }, 2)).toEqual({
      ending: { type: 'complete' },
      distinct: 60 ** 3,
      generated: 1 + 3 * 60 * 60 * 59,
      depth: 1 + 3 * 59,
      threads: 2,
    });
  });

  it('more states than the table had room for: it grows, each thread goes on in what it has grown to', async () => {
    // Room is for 2 ** 18 at first.
    expect(await found({ size: 70 }, 2)).toEqual({
      ending: { type: 'complete' },
      distinct: 70 ** 3,
      generated: 1 + 3 * 70 * 70 * 69,
      depth: 1 + 3 * 69,
      threads: 2,
    });
  });

  it('as many, where one always comes late with what it finds: the rows that it leaves are no states', async () => {
    const one = await found({ size: 40 }, 1);
    expect(await found({ size: 40, late: true }, 2)).toEqual({ ...one, threads: 2 });
  });

  it('up to a limit', async () => {
    const one = await found({ size: 60 }, 1, { limit: 100_000 });
    expect(one).toMatchObject({ ending: { type: 'limit' }, distinct: 100_001 });
    expect(await found({ size: 60 }, 2, { limit: 100_000 })).toEqual({ ...one, threads: 2 });
  });
});

describe('several threads', () => {
  it('end when they are told to', async () => {
    const controller = new AbortController();
    const onProgress = (): void => controller.abort();
    const { ending } = await found({ size: 400 }, 2, { signal: controller.signal, onProgress });
    expect(ending).toEqual({ type: 'cancelled' });
  });

  it('tell of a defect of the program as what it is', async () => {
    await expect(found({ size: 60, defect: 150 }, 2)).rejects.toThrow('a defect');
  });

  it('that cannot begin are an error', async () => {
    const threads = { count: 2, module: `${module}.nowhere`, from: {}, worth: 0 };
    await expect(exploreEngine(await load({ size: 10 }), { threads })).rejects.toThrow(/nowhere/);
  });
});
