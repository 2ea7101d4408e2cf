import type { EventReport, MismatchReport, TraceReport } from '@synod/conformance';
import { afterPhase2a, base, event } from './reports.js';

/** Events of one process in a file of its own. */
function log(
  process: string,
  from: number,
  events: readonly (readonly [string, ...string[]])[],
): readonly EventReport[] {
  return events.map(([name, ...params], seq) =>
    event(from + seq, name, params, { process, seq, file: `${process}.ndjson`, line: seq + 2 }),
  );
}

const a1 = log('a1', 0, [
  ['Phase1b', 'a1'],
  ['Phase2b', 'a1'],
  ['Phase1b', 'a1'],
]);
const a2 = log('a2', 3, [
  ['Phase1b', 'a2'],
  ['Phase2b', 'a2'],
]);
const p0 = log('p0', 5, [
  ['Phase1a', '0'],
  ['Phase2a', '0', 'v1'],
  ['Phase2a', '0', 'v2'],
]);

function noStep(
  unmatched: EventReport,
  message: string,
  line: number,
  text: string,
  file = 'specs/Paxos.tla',
): MismatchReport {
  return {
    event: unmatched,
    kind: 'action',
    message,
    conjuncts: [{ text, file, line }],
    possible: [],
  };
}

/** Three processes, each with a log of its own, ordered by clocks; two ways to get as far as one can. */
export const twoCuts: TraceReport = {
  ...base,
  files: ['a1.ndjson', 'a2.ndjson', 'p0.ndjson'],
  verdict: 'diverges',
  order: 'clock',
  events: 8,
  matched: 6,
  divergence: {
    first: a1[2] as EventReport,
    lanes: [
      { process: 'a1', events: a1 },
      { process: 'a2', events: a2 },
      { process: 'p0', events: p0 },
    ],
    prefixCount: 2,
    prefixes: [
      {
        matched: 6,
        cut: [2, 2, 2],
        behaviour: [
          { label: 'Phase1a(0)', event: 5 },
          { label: 'Phase1b(a1)', event: 0 },
          { label: 'Phase1b(a2)', event: 3 },
          { label: 'Phase2a(0, v1)', event: 6 },
          { label: 'Phase2b(a1)', event: 1 },
          { label: 'Phase2b(a2)', event: 4 },
        ],
        states: [{ ...afterPhase2a, maxVBal: '(a1 :> 0 @@ a2 :> 0 @@ a3 :> -1)' }],
        stateCount: 1,
        enabled: ['Phase1a(0)', 'Phase1a(1)', 'Phase1b(a3)', 'Phase2b(a3)'],
        next: [
          noStep(
            a1[2] as EventReport,
            'Phase1b is possible in the state, but not with these parameters',
            83,
            'm.bal > maxBal[a]',
          ),
          noStep(
            p0[2] as EventReport,
            'no step of Phase2a is possible in the state',
            96,
            '~ \\E m \\in msgs : m.type = "2a" /\\ m.bal = b',
          ),
        ],
      },
      {
        matched: 6,
        cut: [1, 2, 3],
        states: [afterPhase2a],
        stateCount: 1,
        enabled: ['Phase1a(0)'],
        next: [
          noStep(
            a1[1] as EventReport,
            'no step of Phase2b is possible in the state',
            117,
            'm.bal >= maxBal[a]',
          ),
        ],
      },
    ],
    suggestions: [{ type: 'once', step: 'Phase1a(1)', matched: 7, conforms: false }],
    shrunk: {
      shortest: false,
      events: [p0[0] as EventReport, a1[0] as EventReport, a1[2] as EventReport],
      lines: ['{"trace":1}'],
    },
  },
};

/** Logs of a thousand events each, and one event that nothing matches near the end of each. */
export function longLanes(length = 1000): TraceReport {
  const processes = ['acceptor-1', 'acceptor-2', 'proposer-with-a-long-name'];
  const lanes = processes.map((process, lane) => ({
    process,
    events: Array.from({ length }, (_, seq) =>
      event(seq * processes.length + lane, 'Increment', [String(seq), `a value of ${process}`], {
        process,
        seq,
        state: { counter: { [process]: seq } },
      }),
    ),
  }));
  const cut = [length - 40, length - 41, length - 42];
  const next = lanes.map(({ events }, lane) => events[cut[lane] as number] as EventReport);
  const matched = cut.reduce((sum, count) => sum + count, 0);
  return {
    ...base,
    files: ['trace.ndjson'],
    verdict: 'diverges',
    spec: 'Counters',
    against: 'counters.dot',
    order: 'interval',
    events: length * processes.length,
    matched,
    divergence: {
      first: next[0] as EventReport,
      lanes,
      prefixCount: 1,
      prefixes: [
        {
          matched,
          cut,
          states: [{ counter: '[a |-> 1]' }],
          stateCount: 1,
          enabled: [],
          next: next.map((one) =>
            noStep(
              one,
              'no step of Increment is possible in the state',
              12,
              'counter[p] < Limit',
              'Counters.tla',
            ),
          ),
        },
      ],
    },
  };
}
