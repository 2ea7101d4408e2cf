import { explore, type StateGraph } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { ticks } from '../../test/ticks.js';
import { tick, ticksTrace } from '../../test/trace-text.js';
import { graphSpace } from '../trace/graph-space.js';
import { validateTrace } from '../trace/validate.js';
import { traceCoverage } from './trace-coverage.js';

const system = ticks(['a', 'b'], 3);
const formals = new Map(system.actions.map(({ name }) => [name, ['p']]));
const { graph } = explore(system);
const space = graphSpace(graph, { parameters: true, formals });

/** `00 Tick(a)`: the hours of the hands, and the label of the step. */
function stepText({ offsets, stepLabels, labels }: StateGraph, step: number): string {
  const from = offsets.findLastIndex((offset) => offset <= step);
  return `${stateText(from)} ${labels[stepLabels[step] as number]?.key}`.replaceAll('"', '');
}

function stateText(state: number): string {
  const [hands] = graph.values(state) as unknown as [{ values: readonly number[] }];
  return hands.values.join('');
}

async function covered(events: readonly object[], header: object = {}, pairs?: number) {
  const validation = validateTrace(await ticksTrace(events, header), space);
  const { steps, states, actions, ...rest } = traceCoverage(
    validation,
    graph,
    pairs === undefined ? {} : { pairs },
  );
  return {
    ...rest,
    steps: steps.taken.map((step) => stepText(graph, step)),
    perhaps: steps.perhaps.map((step) => stepText(graph, step)),
    states: [states.taken.map(stateText).toSorted(), states.perhaps.map(stateText).toSorted()],
    actions,
  };
}

describe('what a trace exercises', () => {
  it('is all that it names', async () => {
    expect(await covered([tick('a', 1), tick('b', 1), { action: 'Meet', params: { p: 'a' } }])).toEqual({
      conforms: true,
      events: 3,
      exact: true,
      steps: ['00 Tick(a)', '10 Tick(b)', '11 Meet(a)'],
      perhaps: [],
      states: [['00', '10', '11'], []],
      actions: { taken: ['Meet', 'Tick'], perhaps: [] },
    });
  });

  it('is perhaps any of the steps that an event may be', async () => {
    const { steps, perhaps, states, actions } = await covered([{ action: 'Tick' }]);
    expect({ steps, perhaps, states }).toEqual({
      steps: [],
      perhaps: ['00 Tick(a)', '00 Tick(b)'],
      states: [['00'], ['01', '10']],
    });
    // One of them was taken, whichever it was.
    expect(actions).toEqual({ taken: ['Tick'], perhaps: [] });
  });

  it('is surely what every way has to take, though no event names it', async () => {
    const seen = { state: { hands: { a: 1, b: 1 } } };
    const { steps, perhaps, actions } = await covered([tick('a', 1), seen]);
    expect({ steps, perhaps, actions }).toEqual({
      steps: ['00 Tick(a)', '10 Tick(b)'],
      perhaps: [],
      actions: { taken: ['Tick'], perhaps: [] },
    });
  });

  it('is perhaps nothing where an event may be no step', async () => {
    const { steps, perhaps, actions } = await covered([{ state: { hands: { a: 0 } } }]);
    expect(steps).toEqual([]);
    expect(perhaps).toHaveLength(5);
    expect(actions).toEqual({ taken: [], perhaps: ['Meet', 'Strike', 'Tick'] });
  });

  it('has hidden steps where there is no other way, and never surely after the last event', async () => {
    const hidden = ['Tick'];
    const meet = { action: 'Meet', params: { p: 'a' }, state: { hands: { a: 2, b: 2 } } };
    const { steps, perhaps, states } = await covered([meet], { hidden });
    expect(steps).toEqual(['22 Meet(a)']);
    expect(states[0]).toEqual(['00', '22']);
    expect(perhaps).toHaveLength(18);
    const init = { hands: { a: 0, b: 0 } };
    const strike = { action: 'Strike', params: { p: 'b' }, state: { hands: { a: 1, b: 0 } } };
    const after = await covered([strike], { hidden, init });
    expect(after.steps).toEqual(['10 Strike(b)']);
  });

  it('is what all orders of a partial order have in common', async () => {
    const events = [
      { ...tick('a'), process: 'a', seq: 0, clock: { a: 1 } },
      { ...tick('b'), process: 'b', seq: 0, clock: { b: 1 } },
      { action: 'Meet', params: { p: 'b' }, process: 'b', seq: 1, clock: { a: 1, b: 2 } },
    ];
    expect(await covered(events, { order: 'clock' })).toEqual({
      conforms: true,
      events: 3,
      exact: true,
      steps: ['11 Meet(b)'],
      perhaps: ['00 Tick(a)', '00 Tick(b)', '10 Tick(b)', '01 Tick(a)'],
      states: [
        ['00', '11'],
        ['01', '10'],
      ],
      actions: { taken: ['Meet', 'Tick'], perhaps: [] },
    });
    const one = await covered(events, { order: 'clock' }, 4);
    expect(one).toMatchObject({
      exact: false,
      steps: [],
      actions: { taken: ['Meet', 'Tick'], perhaps: [] },
    });
    expect(one.perhaps).toHaveLength(3);
    expect((await covered(events, { order: 'clock' }, 5)).exact).toBe(true);
  });

  it('is nothing if it diverges', async () => {
    expect(await covered([tick('a', 1), tick('a', 1)])).toEqual({
      conforms: false,
      events: 2,
      exact: true,
      steps: [],
      perhaps: [],
      states: [[], []],
      actions: { taken: [], perhaps: [] },
    });
  });
});
