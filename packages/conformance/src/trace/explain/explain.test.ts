import { explore } from '@synod/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticks } from '../../../test/ticks.js';
import { tick, ticksTrace } from '../../../test/trace-text.js';
import { graphSpace } from '../graph-space.js';
import { readTrace } from '../read/read-trace.js';
import { type Validation, validateTrace } from '../validate.js';
import { explainTrace } from './explain-trace.js';
import type { ExplainGuards } from './mismatch.js';
import { shrinkTrace } from './shrink.js';
import { suggestHidden } from './suggest.js';

const system = ticks(['a', 'b'], 3);
const space = graphSpace(explore(system).graph, {
  parameters: true,
  formals: new Map(system.actions.map(({ name }) => [name, ['p']])),
});

async function judged(events: readonly object[], header: object = {}): Promise<Validation> {
  return validateTrace(await ticksTrace(events, header), space);
}

const strike = (p: string) => ({ action: 'Strike', params: { p } });
const meet = (p: string) => ({ action: 'Meet', params: { p } });

describe('why an event does not match', () => {
  it('no step of the action is possible: the guards that are false, for the parameters said', async () => {
    const asked: string[] = [];
    const guards: ExplainGuards = (action, parameters, state) => {
      asked.push(`${action}(${parameters.map(String).join()}) in ${state}`);
      return { holds: false, satisfied: 0, conjuncts: [{ text: 'all meet', file: 'Ticks.tla', line: 7 }] };
    };
    const { prefixes, first } = explainTrace(await judged([tick('a'), meet('b')]), guards);
    expect(first).toMatchObject({ index: 1, line: 3, text: 'Meet(b)' });
    expect(prefixes[0]?.next).toMatchObject([
      { kind: 'action', possible: [], conjuncts: [{ text: 'all meet', line: 7 }] },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^Meet\(b\) in \d+$/);
  });

  it('others of the action are possible, not with these parameters', async () => {
    const { prefixes } = explainTrace(await judged([tick('a'), strike('a')]));
    expect(prefixes[0]?.next).toMatchObject([
      { kind: 'parameters', possible: ['Strike("b")'], conjuncts: [] },
    ]);
  });

  it('the step is possible, but not as observed: the step that comes nearest, and where it differs', async () => {
    const event = { ...tick('a'), state: { hands: { a: 1, b: 2 } } };
    const { prefixes } = explainTrace(await judged([event]));
    expect(prefixes[0]?.next).toMatchObject([
      {
        kind: 'observation',
        nearest: {
          label: 'Tick("a")',
          differences: [{ path: 'hands[b]', trace: 2, specification: '0' }],
        },
      },
    ]);
  });

  it('without an action, neither this state nor a next one is as observed', async () => {
    const { prefixes } = explainTrace(await judged([{ state: { hands: { a: 1, b: 1 } } }]));
    const [next] = prefixes[0]?.next ?? [];
    expect(next).toMatchObject({ kind: 'observation', event: { text: 'any step' } });
    expect(next?.nearest?.differences).toHaveLength(1);
  });

  it('no initial state is as init says', async () => {
    const { prefixes, first } = explainTrace(await judged([tick('a')], { init: { hands: { a: 2 } } }));
    expect(first.index).toBe(0);
    expect(prefixes).toMatchObject([
      {
        matched: 0,
        stateCount: 0,
        next: [
          { kind: 'init', nearest: { differences: [{ path: 'hands[a]', trace: 2, specification: '0' }] } },
        ],
      },
    ]);
  });

  it('shows the states possible, what they allow after hidden steps too, and a behaviour that leads there', async () => {
    const broken = await judged([tick('a', 2), { ...strike('a'), state: { hands: { a: 1 } } }], {
      hidden: ['Tick'],
    });
    const [prefix] = explainTrace(broken).prefixes;
    expect(prefix?.behaviour).toEqual([{ label: 'Tick("a")' }, { label: 'Tick("a")', event: 0 }]);
    expect(prefix?.enabled).toContain('Meet("a")');
  });
});

describe('a partial order', () => {
  const log = (process: string, seq: number, event: object) => ({
    process,
    seq,
    clock: { [process]: seq + 1 },
    ...event,
  });

  it('is explained after every longest prefix', async () => {
    const events = [log('p', 0, tick('a', 1)), log('q', 0, tick('a', 1))];
    const { prefixes, prefixCount, first, lanes } = explainTrace(await judged(events, { order: 'clock' }));
    expect(prefixCount).toBe(2);
    expect(prefixes.map(({ cut, next }) => [cut, next.map(({ event }) => event.process)])).toEqual([
      [[0, 1], ['p']],
      [[1, 0], ['q']],
    ]);
    expect(first.process).toBe('p');
    expect(lanes.map(({ process, events: logged }) => [process, logged.length])).toEqual([
      ['p', 1],
      ['q', 1],
    ]);
  });

  it('is shrunk to events of which none can be left out', async () => {
    const events = [
      log('p', 0, tick('b', 1)),
      log('p', 1, tick('b', 2)),
      log('q', 0, tick('a', 1)),
      { ...log('q', 1, strike('a')), clock: { q: 2, p: 2 } },
    ];
    const shrunk = shrinkTrace(await judged(events, { order: 'clock' }), undefined);
    expect(shrunk.shortest).toBe(false);
    // Without any tick of b, Strike(b) would be possible: another reason.
    expect(shrunk.events.map(({ text }) => text)).toEqual(['Tick(b)', 'Tick(a)', 'Strike(a)']);
    const again = validateTrace(
      await readTrace({ chunks: shrunk.lines.map((line) => `${line}\n`), file: 'x' }),
      space,
    );
    expect(again.outcome).toMatchObject({ conforms: false, matched: 2 });
  });
});

describe('a step that was not logged', () => {
  it('is suggested if with it the trace goes on, that which gets furthest first', async () => {
    const found = suggestHidden(await judged([tick('a'), meet('a'), strike('b')]));
    expect(found).toMatchObject([
      { type: 'hidden', step: 'Tick', matched: 3, conforms: true },
      { type: 'once', step: 'Tick("b")', matched: 2, conforms: false },
    ]);
  });

  it('is not suggested where none would help', async () => {
    expect(suggestHidden(await judged([{ ...tick('a'), state: { hands: { a: 7 } } }]))).toEqual([]);
  });
});

describe('a shortest sub-trace', () => {
  const kinds = [tick('a'), tick('b'), strike('a'), strike('b'), meet('a')];

  it('diverges at the same event for the same kind of reason, and there is none shorter', async () => {
    let smaller = 0;
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 8 }),
      async (events) => {
        const validation = await judged(events);
        if (validation.outcome.conforms) return;
        const { matched } = validation.outcome;
        const kindOf = (one: Validation) => explainTrace(one).prefixes[0]?.next[0]?.kind;
        const shrunk = shrinkTrace(validation, undefined);
        expect(shrunk.shortest).toBe(true);
        const length = async (chosen: readonly object[]): Promise<number> => {
          const tried = await judged([...chosen, events[matched] as object]);
          const same = tried.outcome.matched === chosen.length && kindOf(tried) === kindOf(validation);
          return same ? chosen.length + 1 : Number.POSITIVE_INFINITY;
        };
        let shortest = matched + 1;
        for (let subset = 0; subset < 1 << matched; subset++) {
          const chosen = events.slice(0, matched).filter((_, i) => (subset & (1 << i)) !== 0);
          if (chosen.length + 1 < shortest) shortest = Math.min(shortest, await length(chosen));
        }
        expect(shrunk.events).toHaveLength(shortest);
        if (shortest < matched + 1) smaller++;
      },
    );
    await fc.assert(property, { numRuns: 150, seed: 1 });
    expect(smaller).toBeGreaterThan(20);
  });
});
