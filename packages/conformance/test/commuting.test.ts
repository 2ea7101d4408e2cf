import { explore } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { graphSpace, modelSpace, type Trace, type TraceEvent, validateTrace } from '../src/index.js';
import { ticks } from './ticks.js';

const names = ['a', 'b', 'c'];

type Line = readonly [action: string, by: string];

/** Logs in which no process knows of another: everything is concurrent. */
function concurrent(logs: { readonly [process: string]: readonly Line[] }): Trace {
  const events = Object.entries(logs).flatMap(([process, lines]) =>
    lines.map(
      ([action, by], seq): TraceEvent => ({
        action,
        parameters: {
          by: 'name',
          values: new Map([['p', { type: 'whole', value: by, key: `"${by}"`, json: by }]]),
        },
        state: new Map(),
        derived: new Map(),
        process,
        seq,
        clock: new Map([[process, seq + 1]]),
        start: undefined,
        end: undefined,
        place: { file: `${process}.ndjson`, line: seq + 2 },
      }),
    ),
  );
  const header = {
    format: 'synod',
    spec: 'Ticks',
    constants: new Map(),
    model: undefined,
    init: new Map(),
    hidden: [],
    order: 'clock',
    place: {},
  } as const;
  return { header, events, warnings: [] };
}

function ticksOf(process: string, count: number): Line[] {
  return Array.from({ length: count }, () => ['Tick', process]);
}

const system = ticks(names, 7);
const graph = graphSpace(explore(system).graph, {
  parameters: true,
  formals: new Map(system.actions.map(({ name }) => [name, ['p']])),
});

describe('three logs of 1,000 events, pairwise concurrent and commuting: a thousand million cuts', () => {
  const logs = Object.fromEntries(names.map((name) => [name, ticksOf(name, 1000)]));

  it.each([
    ['graph', graph],
    ['model', modelSpace(system)],
  ])('conform, to the engine %s', (_, space) => {
    const { outcome } = validateTrace(concurrent(logs), space);
    expect(outcome).toMatchObject({ conforms: true, matched: 3000 });
    expect(outcome.visited).toBeLessThan(50_000);
  });

  it.each([
    ['graph', graph],
    ['model', modelSpace(system)],
  ])(
    'diverge where one event is impossible, to the engine %s: everything else is matched, once',
    (_, space) => {
      // After 500 ticks of hours 0..6 the hand is at 3, and does not strike.
      const broken = { ...logs, b: [...ticksOf('b', 500), ['Strike', 'b'] as const, ...ticksOf('b', 499)] };
      const { outcome } = validateTrace(concurrent(broken), space);
      expect(outcome).toMatchObject({ conforms: false, matched: 2500, first: { process: 'b', seq: 500 } });
      expect(outcome.maximal.map(({ cut }) => cut)).toEqual([[1000, 500, 1000]]);
      expect(outcome.visited).toBeLessThan(100_000);
    },
  );
});

describe('events that do not commute', () => {
  it('are taken in every order: a meeting needs all hands at one hour', () => {
    const logs = { a: ticksOf('a', 3), b: [...ticksOf('b', 3), ['Meet', 'b'] as const], c: ticksOf('c', 3) };
    expect(validateTrace(concurrent(logs), graph).outcome.conforms).toBe(true);
    const never = { ...logs, a: ticksOf('a', 2) };
    const { outcome } = validateTrace(concurrent(never), graph);
    expect(outcome.maximal.map(({ cut }) => cut)).toEqual([[2, 3, 3]]);
  });
});
