import { InputError } from '@synod/tla';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Parcels, parcelsModel } from '../../test/parcels.js';
import { type Adapter, assertDriven, driven, type ModelBehaviour } from './index.js';

const model = parcelsModel();
type Shop = { readonly [list in Parcels['variables']]: Set<string> };

/** A shop for parcels: an implementation, right or wrong. */
function shop(
  wrong: (shop: Shop, action: string, params: { p: string; q?: string }) => boolean | undefined = () =>
    undefined,
): Adapter<Parcels> {
  let its: Shop = { packed: new Set(), stamped: new Set(), sent: new Set() };
  return {
    reset() {
      its = { packed: new Set(), stamped: new Set(), sent: new Set() };
    },
    step(...[action, params]) {
      const done = wrong(its, action, params);
      if (done !== undefined) return done;
      const { p } = params;
      switch (action) {
        case 'Pack':
          return its.packed.size < its.packed.add(p).size;
        case 'Stamp':
          return its.packed.has(p) && its.stamped.size < its.stamped.add(p).size;
        case 'Look':
          return its.packed.has(p);
        case 'Send': {
          const ready = [p, params.q].every((one) => its.stamped.has(one) && !its.sent.has(one));
          if (!ready || p >= params.q) return false;
          its.sent.add(p).add(params.q);
          return true;
        }
      }
    },
    observe: () => ({
      packed: { '#set': [...its.packed] },
      stamped: { '#set': [...its.stamped] },
      sent: { '#set': [...its.sent] },
    }),
  };
}

/** Sends one of the two only, if something else has been stamped before. */
const losing = (): Adapter<Parcels> =>
  shop(({ stamped, sent }, action, { p, q }) => {
    if (action !== 'Send' || stamped.size < 3 || !stamped.has(p) || !stamped.has(q ?? '')) return undefined;
    if (sent.has(p) || sent.has(q ?? '') || p >= (q ?? '')) return false;
    sent.add(p);
    return true;
  });

async function failure(running: Promise<void>): Promise<string> {
  try {
    await running;
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing fails');
}

const stepsIn = (message: string): readonly string[] =>
  /^behaviour \(.*\): (?<steps>.*)$/mu.exec(message)?.groups?.['steps']?.split(/, (?=[A-Z])/u) ?? [];

/** What a message says to replay it with, as a program would read it. */
function replay(message: string): { seed: number; path: string; endOnFailure: boolean } {
  const found = /\{ seed: (?<seed>-?\d+), path: "(?<path>[\d:]+)", endOnFailure: true \}/u.exec(message);
  const { seed = '', path = '' } = found?.groups ?? {};
  return { seed: Number(seed), path, endOnFailure: true };
}

it('an implementation that keeps to the specification passes, for fc.assert too', async () => {
  await assertDriven(model, shop(), { seed: 1, numRuns: 50 });
  await fc.assert(driven(model, shop(), { maxLength: 10 }), { seed: 1, numRuns: 20 });
});

describe('an implementation that does not', () => {
  it.each([1, 2, 3])('is shown by a minimal behaviour: seed %i', async (seed) => {
    const message = await failure(assertDriven(model, losing(), { seed }));
    const steps = stepsIn(message);
    const packed = steps.filter((step) => step.startsWith('Pack'));
    const stamped = steps.filter((step) => step.startsWith('Stamp'));
    expect([packed.length, stamped.length, steps.length]).toEqual([3, 3, 7]);
    expect(steps.at(-1)).toMatch(/^Send/);
    expect(message.startsWith(`${steps.at(-1)} leads to no state that is as the implementation shows`)).toBe(
      true,
    );
    expect(message).toContain('observation contradicted');
  });

  it('is run again, it alone, with the seed and the path of the message', async () => {
    const message = await failure(assertDriven(model, losing(), { seed: 4 }));
    const adapter = losing();
    const [reset, step] = [vi.spyOn(adapter, 'reset'), vi.spyOn(adapter, 'step')];
    const again = await failure(
      assertDriven(parcelsModel(), adapter, { ...replay(message), refusals: false }),
    );
    expect(stepsIn(again)).toEqual(stepsIn(message));
    expect(replay(again)).toEqual(replay(message));
    // Once to see it fail, and once more to see whether it always does.
    expect(reset).toHaveBeenCalledTimes(2);
    expect(step).toHaveBeenCalledTimes(2 * stepsIn(message).length);
  });

  it('is run again with that seed and path to the same end without endOnFailure too', async () => {
    const message = await failure(assertDriven(model, losing(), { seed: 5 }));
    const { seed, path } = replay(message);
    const again = await failure(assertDriven(model, losing(), { seed, path, numRuns: 1 }));
    expect(again.split('\n\n').filter((part) => !part.startsWith('behaviour'))).toEqual(
      message.split('\n\n').filter((part) => !part.startsWith('behaviour')),
    );
    expect(stepsIn(again)).toEqual(stepsIn(message));
  });

  it('says what it does not refuse', async () => {
    const eager = shop(({ packed }, action) => (action === 'Look' && packed.size === 2 ? true : undefined));
    const message = await failure(assertDriven(model, eager, { seed: 1 }));
    expect(message).toMatch(/^Look\("[a-f]"\) is not possible, and the implementation does not refuse it/);
    expect(stepsIn(message)).toHaveLength(2);
    await assertDriven(model, eager, { seed: 1, numRuns: 20, refusals: false });
  });

  it('says what it refuses', async () => {
    const lazy = shop((_, action, { p }) => (action === 'Stamp' && p === 'e' ? false : undefined));
    const message = await failure(assertDriven(model, lazy, { seed: 1 }));
    expect(message).toContain('Stamp("e") is possible, and the implementation refuses it');
    expect(stepsIn(message)).toEqual(['Pack("e")', 'Stamp("e")']);
  });

  it('shows what it throws', async () => {
    const broken = shop((_, action) => {
      if (action === 'Stamp') throw new TypeError('no stamps');
      return undefined;
    });
    const message = await failure(assertDriven(model, broken, { seed: 1, refusals: false }));
    expect(message).toContain('no stamps');
    expect(message).toContain('TypeError');
    expect(stepsIn(message)).toHaveLength(2);
  });

  it('is shown by fc.assert too', async () => {
    const message = await failure(fc.assert(driven(model, losing()), { seed: 1 }));
    expect(message).toMatch(/Counterexample: \[Pack/);
  });
});

describe('examples', () => {
  const steps = [
    'Pack("a")',
    'Look("a")',
    'Pack("b")',
    'Pack("c")',
    'Stamp("b")',
    'Stamp("a")',
    'Stamp("c")',
  ];

  it('may be lists of labels, and shrink', async () => {
    const examples = [[[...steps, 'Send("a", "b")', 'Look("c")']]] as const;
    const message = await failure(assertDriven(model, losing(), { examples, numRuns: 1, seed: 1 }));
    expect(stepsIn(message)).toEqual([...steps.filter((step) => !step.startsWith('Look')), 'Send("a", "b")']);
  });

  it('that are no behaviour are refused in one line', async () => {
    const running = assertDriven(model, shop(), { examples: [[['Stamp("a")']]], numRuns: 1 });
    await expect(running).rejects.toThrow(InputError);
    await expect(running).rejects.toThrow('Parcels in TypeScript has no such behaviour: ["Stamp(\\"a\\")"]');
  });
});

it('a reporter gets the details instead', async () => {
  const asyncReporter = vi.fn<(details: fc.RunDetails<[ModelBehaviour<Parcels>]>) => Promise<void>>();
  await assertDriven(model, losing(), { seed: 1, asyncReporter });
  expect(asyncReporter.mock.calls[0]?.[0].failed).toBe(true);
});

it('an adapter that names what there is not does not compile', () => {
  const adapter: Adapter<Parcels> = {
    ...shop(),
    // @ts-expect-error: there is no variable lost
    observe: () => ({ lost: 1 }),
    step: (...[action, params]) => {
      // @ts-expect-error: Pack has no parameter q
      if (action === 'Pack') return params.q === '';
      // @ts-expect-error: there is no such action
      return action === 'Lose';
    },
  };
  expect(adapter).toBeDefined();
});
