import { explore } from '@synod/spec';
import { describe, expect, it } from 'vitest';
import { ticks } from '../../test/ticks.js';
import { tick, ticksTrace } from '../../test/trace-text.js';
import { refusal } from '../../test/traces.js';
import { graphSpace } from '../trace/graph-space.js';
import { validateTrace } from '../trace/validate.js';
import type { CoverageReport } from './report.js';
import { type CoverageSuite, coverageSuite } from './suite.js';

const system = ticks(['a', 'b'], 3);
const formals = new Map(system.actions.map(({ name }) => [name, ['p']]));
const { graph } = explore(system);
const space = graphSpace(graph, { parameters: true, formals });

type Events = readonly object[];

function suiteOf(of = graph): CoverageSuite {
  return coverageSuite({ graph: of, spec: 'Ticks', against: 'ticks.dot' });
}

async function counted(runs: Readonly<Record<string, Events>>): Promise<CoverageSuite> {
  const suite = suiteOf();
  for (const [file, events] of Object.entries(runs)) {
    suite.add([file], { type: 'judged', validation: validateTrace(await ticksTrace(events), space) });
  }
  return suite;
}

const there: Events = [tick('a', 1), tick('b', 1)];
const perhaps: Events = [...there, { state: { hands: { b: 1 } } }];
const strike: Events = [{ action: 'Strike', params: { p: 'a' } }, tick('b', 1)];
const still: Events = [{ state: { hands: { b: 0 } } }];
const bad: Events = [tick('a', 2)];

/** Without what tells in which order executions were counted. */
function unordered({ traces, ...report }: CoverageReport) {
  return { ...report, traces: traces.map(({ fresh: _, ...trace }) => JSON.stringify(trace)).toSorted() };
}

describe('a coverage report', () => {
  it('counts what was taken, and apart from it what may have been', async () => {
    const report = (await counted({ there, perhaps, strike, bad })).report();
    expect(report).toMatchObject({
      coverage: 1,
      spec: 'Ticks',
      against: 'ticks.dot',
      // Meet is the only action that is in no execution, but an event without an action may have been it.
      actions: { total: 3, taken: 2, perhaps: 1 },
      states: { total: 9, taken: 4, perhaps: 1 },
      warnings: [],
    });
    expect(report.graph).toMatch(/^[0-9a-f]{64}$/);
    expect(report.steps).toMatchObject({ total: 30, taken: 4 });
    expect(
      report.byAction.map(({ action, steps, taken }) => [action, steps.taken, steps.total, taken]),
    ).toEqual([
      ['Meet', 0, 6, false],
      ['Strike', 1, 6, true],
      ['Tick', 3, 18, true],
    ]);
    expect(report.sets).toMatchObject({ actionsTaken: ['Strike', 'Tick'], actionsPerhaps: ['Meet'] });
  });

  it('does not count twice what was surely taken in one execution, and perhaps in another', async () => {
    for (const runs of [
      { there, still },
      { still, there },
    ]) {
      const report = (await counted(runs)).report();
      expect(report.steps).toEqual({ total: 30, taken: 2, perhaps: 4 });
      expect(report.states).toEqual({ total: 9, taken: 3, perhaps: 0 });
      expect(report.actions).toEqual({ total: 3, taken: 1, perhaps: 2 });
    }
  });

  it('tells of each execution what it came to', async () => {
    const suite = await counted({ there, bad });
    suite.add(['b.ndjson', 'c.ndjson'], {
      type: 'judged',
      reason: 'line 2',
      validation: validateTrace(await ticksTrace([...there, ...strike.slice(1)]), space),
    });
    suite.add(['d'], { type: 'could not tell', events: 0, reason: 'it is empty' });
    const none = { steps: 0, fresh: 0, exact: true };
    expect(suite.report().traces).toEqual([
      { files: ['there'], events: 2, verdict: 'conforms', steps: 2, fresh: 2, exact: true },
      { files: ['bad'], events: 1, verdict: 'diverges', ...none },
      { files: ['b.ndjson', 'c.ndjson'], events: 3, verdict: 'diverges', reason: 'line 2', ...none },
      { files: ['d'], events: 0, verdict: 'could not tell', reason: 'it is empty', ...none },
    ]);
  });

  it('says which steps are new', async () => {
    const { traces } = (await counted({ there, again: there, strike })).report();
    expect(traces.map(({ steps, fresh }) => [steps, fresh])).toEqual([
      [2, 2],
      [2, 0],
      [2, 2],
    ]);
  });

  it('counts by depth where steps begin', async () => {
    const { byDepth } = (await counted({ there })).report();
    expect(
      byDepth.map(({ depth, states, steps }) => [depth, states.total, states.taken, steps.taken]),
    ).toEqual([
      [0, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 3, 1, 0],
      [3, 2, 0, 0],
      [4, 1, 0, 0],
    ]);
    const all = byDepth.reduce((sum, { steps }) => sum + steps.total, 0);
    expect(all).toBe(graph.targets.length);
  });

  it('has a shortest behaviour to what is missing, rather to what nobody may have taken', async () => {
    const begin = ['a', 'b'].flatMap((p) => [
      { action: 'Strike', params: { p } },
      { action: 'Meet', params: { p } },
    ]);
    const once = await counted({ begin });
    expect(once.report().missing.map(({ action, behaviour }) => [action, behaviour])).toEqual([
      ['Tick', ['Tick("a")']],
      ['Strike', ['Tick("a")', 'Strike("b")']],
      ['Meet', ['Tick("a")', 'Tick("b")', 'Meet("a")']],
    ]);
    // Whoever sees b at 0 may have seen a tick, but not b.
    const { missing } = (await counted({ still })).report();
    expect(missing.map(({ behaviour, perhaps: may }) => [behaviour, may])).toEqual([
      [['Meet("a")'], true],
      [['Strike("a")'], true],
      [['Tick("b")'], false],
    ]);
  });

  it('misses nothing if every step was taken', async () => {
    const { offsets, stepLabels } = graph;
    const suite = suiteOf();
    for (let state = 0; state < graph.size; state++) {
      for (let step = offsets[state] as number; step < (offsets[state + 1] as number); step++) {
        const { action, parameters } = graph.labels[
          stepLabels[step] as number
        ] as (typeof graph.labels)[number];
        const { values } = graph.values(state)[0] as unknown as { values: readonly number[] };
        const way = ['a', 'b'].flatMap((p, i) => Array.from({ length: values[i] as number }, () => tick(p)));
        const trace = await ticksTrace([...way, { action, params: { p: parameters[0] } }]);
        suite.add([], { type: 'judged', validation: validateTrace(trace, space) });
      }
    }
    const { missing, steps, actions, states } = suite.report();
    expect(missing).toEqual([]);
    expect([steps.taken, states.taken, actions.taken]).toEqual([30, 9, 3]);
  });

  it('warns of what could not be compared or looked at', async () => {
    const suite = coverageSuite({ graph, spec: 'Ticks', against: 'x', limits: { pairs: 1 } });
    const unnamed = graphSpace(graph, { parameters: false });
    suite.add(['there'], { type: 'judged', validation: validateTrace(await ticksTrace(there), unnamed) });
    const { warnings, traces } = suite.report();
    expect(warnings).toHaveLength(2);
    expect(warnings[1]).toMatch(/^there: it allows too many behaviours/);
    expect(traces[0]?.exact).toBe(false);
  });
});

describe('reports that are merged', () => {
  it('say the same as one of all executions, in whatever order', async () => {
    const whole = (await counted({ there, perhaps, strike, still, bad })).report();
    const one = (await counted({ perhaps, still, bad })).report();
    const other = (await counted({ there, strike })).report();
    for (const parts of [
      [one, other],
      [other, one],
    ]) {
      const suite = suiteOf();
      // As they come from a file.
      for (const part of parts) suite.merge(JSON.parse(JSON.stringify(part)));
      expect(unordered(suite.report())).toEqual(unordered(whole));
    }
    const suite = await counted({ there, strike });
    suite.merge(one);
    expect(unordered(suite.report())).toEqual(unordered(whole));
  });

  it('say nothing new the second time, but for the executions', async () => {
    const one = (await counted({ there, perhaps })).report();
    const suite = suiteOf();
    suite.merge(one);
    suite.merge(one);
    expect(suite.report()).toEqual({ ...one, traces: [...one.traces, ...one.traces] });
  });
});

describe('a report that is refused', () => {
  const other = explore(ticks(['a', 'b'], 2)).graph;
  const cases: [string, (report: CoverageReport) => unknown, string][] = [
    [
      'is none',
      () => [],
      'this is no coverage report: that is an object with "coverage": 1, as synod coverage --json prints it.',
    ],
    [
      'is null',
      () => null,
      'this is no coverage report: that is an object with "coverage": 1, as synod coverage --json prints it.',
    ],
    [
      'is of another version',
      (report) => ({ ...report, coverage: 2 }),
      'coverage: this is format version 2; this program reads 1.',
    ],
    [
      'is of another graph',
      () => suiteOf(other).report(),
      'graph: this coverage was counted in another graph than ticks.dot: count it again there, or name the graph that it was counted in.',
    ],
    [
      'has no sets',
      ({ sets: _, ...report }) => report,
      'sets must be an object with six sets; it is missing: count the coverage again.',
    ],
    [
      'has a damaged execution',
      (report) => ({ ...report, traces: [{ files: [1] }] }),
      'traces[0].files[0] must be a text; it is 1: count the coverage again.',
    ],
    [
      'has a set that is cut',
      (report) => withSets(report, { stepsTaken: 'AAA=' }),
      'sets.stepsTaken is no set of 30 steps in base64: count the coverage again.',
    ],
    [
      'has an unknown action',
      (report) => withSets(report, { actionsTaken: ['Tock'] }),
      'sets.actionsTaken names "Tock", which is no action of the graph: count the coverage again.',
    ],
    [
      'names an action twice',
      (report) => withSets(report, { actionsTaken: ['Tick', 'Tick'] }),
      'sets.actionsTaken names an action twice: count the coverage again.',
    ],
    [
      'has perhaps what is taken',
      (report) => withSets(report, { statesPerhaps: report.sets.statesTaken }),
      'sets.statesPerhaps has some of what statesTaken has: count the coverage again.',
    ],
    [
      'has other counts than its sets',
      (report) => ({ ...report, steps: { ...report.steps, taken: 3 } }),
      'steps.taken is 3, and its sets have 2: count the coverage again.',
    ],
    [
      'has another total',
      (report) => ({ ...report, states: { ...report.states, total: 3 } }),
      'states.total is 3, and the graph has 9: count the coverage again.',
    ],
  ];

  it.each(cases)('%s', async (_, change, message) => {
    const report = (await counted({ there })).report();
    const suite = suiteOf();
    const before = suite.report();
    expect(await refusal(() => suite.merge(change(report), { file: 'part.json' }))).toBe(
      `part.json: ${message}`,
    );
    expect(suite.report()).toEqual(before);
  });

  function withSets(report: CoverageReport, sets: Partial<CoverageReport['sets']>): unknown {
    return { ...report, sets: { ...report.sets, ...sets } };
  }
});
