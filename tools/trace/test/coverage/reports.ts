import type { CoverageReport, CoveredTrace } from '@synod/conformance';

/** A trace that conforms, unless said otherwise. */
export function covered(name: string, more: Partial<CoveredTrace> = {}): CoveredTrace {
  return { files: [name], events: 4, verdict: 'conforms', steps: 4, fresh: 0, exact: true, ...more };
}

/** A report in which everything happens: actions taken, perhaps taken, never taken, and taken it is not known how. */
export const mixed: CoverageReport = {
  coverage: 1,
  spec: 'Commit',
  against: 'commit.dot',
  graph: '0'.repeat(64),
  actions: { total: 4, taken: 2, perhaps: 1 },
  steps: { total: 1200, taken: 289, perhaps: 12 },
  states: { total: 9, taken: 3, perhaps: 0 },
  byAction: [
    { action: 'Abort', steps: { total: 200, taken: 0, perhaps: 0 }, taken: false },
    { action: 'Crash', steps: { total: 100, taken: 0, perhaps: 12 }, taken: false },
    { action: 'Vote', steps: { total: 300, taken: 0, perhaps: 0 }, taken: true },
    { action: 'Ask', steps: { total: 600, taken: 289, perhaps: 0 }, taken: true },
  ],
  byDepth: [
    { depth: 0, states: { total: 1, taken: 1, perhaps: 0 }, steps: { total: 600, taken: 289, perhaps: 0 } },
    { depth: 1, states: { total: 8, taken: 2, perhaps: 0 }, steps: { total: 600, taken: 0, perhaps: 12 } },
  ],
  missing: [
    { action: 'Ask', behaviour: ['Ask(p2)'], from: 0, to: 2, perhaps: false },
    { action: 'Crash', behaviour: ['Ask(p1)', 'Crash(p1)'], from: 1, to: 3, perhaps: true },
    { action: 'Abort', behaviour: ['Ask(p1)', 'Vote(p1, no)', 'Abort'], from: 4, to: 5, perhaps: false },
  ],
  traces: [
    covered('first.ndjson', { fresh: 4 }),
    covered('again.ndjson'),
    covered('once-more.ndjson', { exact: false }),
    covered('bad.ndjson', { verdict: 'diverges', reason: 'bad.ndjson:3: Abort is no step', steps: 0 }),
    covered('cut.ndjson', {
      verdict: 'could not tell',
      reason: 'cut.ndjson:2: this line is not JSON',
      steps: 0,
    }),
  ],
  sets: {
    stepsTaken: '',
    stepsPerhaps: '',
    statesTaken: '',
    statesPerhaps: '',
    actionsTaken: ['Ask', 'Vote'],
    actionsPerhaps: ['Crash'],
  },
  warnings: ['it is not known whether the graph is whole'],
};
