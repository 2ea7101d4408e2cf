import { explore, type TransitionSystem } from '@synod/spec';
import { including, set, type TlaSet } from '@synod/tla';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticks } from '../../test/ticks.js';
import { ticksTrace } from '../../test/trace-text.js';
import { graphSpace } from './graph-space.js';
import { modelSpace } from './model-space.js';
import { type Validation, validateTrace } from './validate.js';

const names = ['a', 'b', 'c'];
const system = ticks(names, 3);
const space = graphSpace(explore(system).graph, {
  parameters: true,
  formals: new Map(system.actions.map(({ name }) => [name, ['p']])),
});

const event = fc.record({
  process: fc.constantFrom(...names),
  action: fc.constantFrom('Tick', 'Tick', 'Tick', 'Strike', 'Meet'),
  p: fc.option(fc.constantFrom(...names), { nil: undefined }),
  hour: fc.option(fc.record({ p: fc.constantFrom(...names), hour: fc.nat(2) }), { nil: undefined, freq: 3 }),
  knows: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
});

/** Events with vector clocks: each may know of one that was logged before it. */
function logged(events: readonly (typeof event extends fc.Arbitrary<infer T> ? T : never)[]): object[] {
  const clocks: { [process: string]: { [process: string]: number } } = {};
  const written: { clock: { [process: string]: number } }[] = [];
  return events.map(({ process, action, p, hour, knows }) => {
    const known = knows === undefined ? undefined : written[knows % Math.max(1, written.length)]?.clock;
    const clock = { ...clocks[process] };
    for (const [other, entry] of Object.entries(known ?? {}))
      clock[other] = Math.max(clock[other] ?? 0, entry);
    clock[process] = (clocks[process]?.[process] ?? 0) + 1;
    clocks[process] = clock;
    const line = {
      process,
      seq: (clock[process] as number) - 1,
      clock,
      action,
      ...(p === undefined ? {} : { params: { p } }),
      ...(hour === undefined ? {} : { state: { hands: { [hour.p]: hour.hour } } }),
    };
    written.push(line);
    return line;
  });
}

function told({ outcome }: Validation) {
  const maximal = outcome.maximal.map(
    ({ cut, states }) => `${cut.join(' ')}: ${states.toSorted().join(' ')}`,
  );
  const { conforms, matched, first } = outcome;
  return { conforms, matched, first: first?.place.line, maximal: maximal.toSorted() };
}

describe('stubborn sets', () => {
  it('find the same maximal cuts, with the same states, as taking every event in every order', async () => {
    let smaller = 0;
    const property = fc.asyncProperty(
      fc.array(event, { minLength: 3, maxLength: 14 }),
      fc.boolean(),
      async (events, hides) => {
        const header = { order: 'clock', ...(hides ? { hidden: ['Strike'] } : {}) };
        const trace = await ticksTrace(logged(events), header);
        const plain = validateTrace(trace, space);
        const reduced = validateTrace(trace, space, { patience: 0 });
        expect(told(reduced)).toEqual(told(plain));
        if (reduced.outcome.visited < plain.outcome.visited) smaller++;
      },
    );
    await fc.assert(property, { numRuns: 400, seed: 1 });
    // They are for nothing if they never leave out an order.
    expect(smaller).toBeGreaterThan(25);
  });

  const first = (process: string, seq: number, clock: object) => ({
    process,
    seq,
    clock,
    action: 'Tick',
    params: { p: 'a' },
    state: { hands: { a: 1 } },
  });

  it('keep both of two events that make each other impossible', async () => {
    const trace = await ticksTrace([first('a', 0, { a: 1 }), first('b', 0, { b: 1 })], { order: 'clock' });
    const { outcome } = validateTrace(trace, space, { patience: 0 });
    expect(outcome.maximal.map(({ cut }) => cut)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('keep what an event waits for that has to come before another', async () => {
    const events = [
      first('a', 0, { a: 1 }),
      { process: 'b', seq: 0, clock: { b: 1, c: 1 }, action: 'Tick', params: { p: 'b' } },
      first('b', 1, { b: 2, c: 1 }),
      { process: 'c', seq: 0, clock: { c: 1 }, action: 'Tick', params: { p: 'c' } },
    ];
    const trace = await ticksTrace(events, { order: 'clock' });
    const { outcome } = validateTrace(trace, space, { patience: 0 });
    expect(outcome.maximal.map(({ cut }) => cut)).toEqual([
      [0, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('keep what makes an event possible that has to come before another', async () => {
    const signals = modelSpace(signalSystem());
    const events = [
      { process: 'a', seq: 0, clock: { a: 1 }, action: 'Take', params: ['x'] },
      { process: 'b', seq: 0, clock: { b: 1 }, action: 'Use', params: ['x'] },
      { process: 'b', seq: 1, clock: { b: 2 }, action: 'Take', params: ['x'] },
      { process: 'c', seq: 0, clock: { c: 1 }, action: 'Raise', params: ['x'] },
    ];
    const trace = await ticksTrace(events, { order: 'clock' });
    const { outcome } = validateTrace(trace, signals, { patience: 0 });
    expect(outcome.maximal.map(({ cut }) => cut)).toEqual([
      [0, 2, 1],
      [1, 1, 1],
    ]);
  });
});

/** Once raised, a signal may be used; and it may be taken once. Nothing that becomes possible is undone, but for taking. */
function signalSystem(): TransitionSystem<TlaSet<string>> {
  const formals = [{ name: 'p', constant: 'Signal', domain: ['x'] }];
  const perform = (state: TlaSet<string>, action: string): readonly TlaSet<string>[] => {
    if (action === 'Use') return state.has('Raise') ? [including(state, action)] : [];
    return action === 'Take' && state.has('Take') ? [] : [including(state, action)];
  };
  return {
    name: 'Ticks',
    variables: ['done'],
    actions: ['Raise', 'Use', 'Take'].map((name) => ({ name, formals })),
    operators: [],
    invariants: [],
    refinements: [],
    typeCorrect: undefined,
    init: () => [set<string>([])],
    next: () => [],
    decode: (state) => [state],
    perform,
  };
}
