import { explore } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { ticks } from '../../test/ticks.js';
import { tick, ticksTrace } from '../../test/trace-text.js';
import { followTrace } from './follow.js';
import { graphSpace } from './graph-space.js';
import { modelSpace } from './model-space.js';
import type { StateSpace } from './space.js';
import { validateTrace } from './validate.js';

const system = ticks(['a', 'b'], 3);
const formals = new Map(system.actions.map(({ name }) => [name, ['p']]));
const spaces: [string, StateSpace][] = [
  ['graph', graphSpace(explore(system).graph, { parameters: true, formals })],
  ['model', modelSpace(system)],
];

async function judge(space: StateSpace, events: readonly object[], header: object = {}) {
  const { outcome, warnings } = validateTrace(await ticksTrace(events, header), space);
  const { conforms, matched, first } = outcome;
  return { conforms, matched, line: first?.place.line, warnings };
}

describe.each(spaces)('a trace in a %s', (_, space) => {
  it('conforms if a behaviour takes its events', async () => {
    expect(
      await judge(space, [tick('a', 1), tick('b', 1), tick('a', 2), { action: 'Strike' }]),
    ).toMatchObject({
      conforms: false,
      matched: 3,
      line: 5,
    });
    expect(
      await judge(space, [
        tick('a', 1),
        tick('a', 2),
        tick('a', 0),
        { action: 'Strike', params: { p: 'a' } },
      ]),
    ).toMatchObject({
      conforms: true,
      matched: 4,
    });
  });

  it('takes hidden steps before, between and after, and no others', async () => {
    const events = [tick('a', 2), { action: 'Strike', params: ['a'] }];
    expect(await judge(space, events, { hidden: ['Tick'] })).toMatchObject({ conforms: true });
    expect(await judge(space, events)).toMatchObject({ conforms: false, matched: 0, line: 2 });
    expect(await judge(space, events, { hidden: ['Meet'] })).toMatchObject({ conforms: false, matched: 0 });
  });

  it('observes immediately after the step, before any hidden one', async () => {
    const events = [{ action: 'Strike', params: ['a'], state: { hands: { a: 1 } } }];
    expect(await judge(space, events, { hidden: ['Tick'] })).toMatchObject({ conforms: false, matched: 0 });
  });

  it('an event without action is any one step, or none', async () => {
    const seen = (a: number, b: number) => ({ state: { hands: { a, b } } });
    expect(await judge(space, [seen(0, 0), seen(1, 0), seen(1, 1), seen(1, 1)])).toMatchObject({
      conforms: true,
    });
    expect(await judge(space, [seen(1, 1)])).toMatchObject({ conforms: false, matched: 0 });
  });

  it('begins where init says', async () => {
    expect(await judge(space, [tick('a', 1)], { init: { hands: { a: 0 } } })).toMatchObject({
      conforms: true,
    });
    expect(await judge(space, [tick('a', 1)], { init: { hands: { a: 1 } } })).toMatchObject({
      conforms: false,
      matched: 0,
      line: 2,
    });
  });

  it('may say some parameters, or none', async () => {
    expect(await judge(space, [{ action: 'Tick' }, { action: 'Strike', params: {} }])).toMatchObject({
      conforms: true,
    });
    expect(await judge(space, [{ action: 'Tick' }, { action: 'Meet' }])).toMatchObject({
      conforms: false,
      matched: 1,
    });
  });

  it.each([
    [{ action: 'Tik' }, 'action: Ticks has no action Tik (did you mean Tick?); it has Tick, Strike, Meet.'],
    [
      { action: 'Tick', params: { q: 'a' } },
      'params.q: Tick has no parameter q (did you mean p?); it has p.',
    ],
    [{ action: 'Tick', params: ['a', 'b'] }, 'params: Tick has 1 parameter, and 2 are given'],
    [{ action: 'Tick', state: { hand: {} } }, 'state.hand: Ticks has no variable hand (did you mean hands?)'],
  ])('is refused where it names what there is not: %j', async (event, message) => {
    await expect(judge(space, [event])).rejects.toThrow(message);
  });

  it('of another specification is refused', async () => {
    await expect(judge(space, [tick('a')], { spec: 'Tocks' })).rejects.toThrow('this trace is one of Tocks');
  });

  it('is followed event by event, to the same end', async () => {
    const trace = await ticksTrace([tick('a', 1), tick('b', 1), tick('b', 1), tick('b', 2)]);
    const following = followTrace(trace.header, space);
    expect(trace.events.map((event) => following.push(event))).toEqual([true, true, false, false]);
  });

  it('keeps as many states as it may, and then says where it gave up', async () => {
    const trace = await ticksTrace([{ action: 'Tick' }, { action: 'Tick' }]);
    expect(validateTrace(trace, space, { maxFrontier: 3 }).outcome.conforms).toBe(true);
    expect(() => validateTrace(trace, space, { maxFrontier: 2 })).toThrow('more than 2 states are possible');
    expect(() => validateTrace(trace, space, { expired: () => true })).toThrow('the time was over');
  });
});

describe('a graph that says less', () => {
  const { graph } = explore(system);

  it('without the names of parameters compares them by position only, and says so', async () => {
    const nameless = graphSpace(graph, { parameters: true });
    expect(await judge(nameless, [tick('z')])).toMatchObject({
      conforms: true,
      warnings: [expect.stringContaining('the parameters of Tick are not compared')],
    });
    expect(await judge(nameless, [{ action: 'Tick', params: ['z'] }])).toMatchObject({
      conforms: false,
      warnings: [],
    });
  });

  it('without parameters compares none, and says so', async () => {
    const bare = graphSpace(graph, { parameters: false });
    expect(await judge(bare, [{ action: 'Tick', params: ['z'] }])).toMatchObject({
      conforms: true,
      warnings: [expect.stringContaining('the steps of the graph carry none')],
    });
  });

  it('without operators compares none, and says so', async () => {
    const events = [{ action: 'Tick', derived: { Noon: true } }];
    expect(await judge(graphSpace(graph, { parameters: true, formals }), events)).toMatchObject({
      conforms: true,
      warnings: [expect.stringContaining('derived operators are not compared')],
    });
    const noon = graphSpace(graph, {
      parameters: true,
      formals,
      operators: new Map([['V!Noon', () => false]]),
    });
    expect(await judge(noon, events)).toMatchObject({ conforms: false, matched: 0, warnings: [] });
  });
});
