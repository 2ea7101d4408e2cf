import type { DivergenceReport, EventReport, TraceReport } from '@synod/conformance';

// Reports written by hand, with what the specification Paxos and the model MCPaxosTiny would give. What is
// printed of them must not change with the search that finds them.

export const base: Omit<TraceReport, 'files' | 'events' | 'matched' | 'verdict'> = {
  spec: 'Paxos',
  against: 'MCPaxosTiny',
  engine: 'graph',
  order: 'total',
  warnings: [],
  seconds: 0.12,
};

export function event(
  index: number,
  action: string,
  params: string[],
  extra: Partial<EventReport> = {},
): EventReport {
  const text = `${action}(${params.join(', ')})`;
  return { index, file: 'trace.ndjson', line: index + 2, action, params, text, ...extra };
}

const onlyLane = (events: readonly EventReport[]): DivergenceReport['lanes'] => [{ events }];

const opening = [
  event(0, 'Phase1a', ['0']),
  event(1, 'Phase1b', ['a1']),
  event(2, 'Phase1b', ['a2']),
  event(3, 'Phase2a', ['0', 'v1']),
];

export const afterPhase2a = {
  maxBal: '(a1 :> 0 @@ a2 :> 0 @@ a3 :> -1)',
  maxVBal: '(a1 :> -1 @@ a2 :> -1 @@ a3 :> -1)',
  maxVal: '(a1 :> None @@ a2 :> None @@ a3 :> None)',
  msgs: '{[acc |-> a1, bal |-> 0, mbal |-> -1, mval |-> None, type |-> "1b"], [acc |-> a2, bal |-> 0, mbal |-> -1, mval |-> None, type |-> "1b"], [bal |-> 0, type |-> "1a"], [bal |-> 0, type |-> "2a", val |-> v1]}',
};

const enabledAfterPhase2a = [
  'Phase1a(0)',
  'Phase1a(1)',
  'Phase1b(a3)',
  'Phase2b(a1)',
  'Phase2b(a2)',
  'Phase2b(a3)',
];

export const conforming: TraceReport = {
  ...base,
  files: ['good.ndjson'],
  verdict: 'conforms',
  events: 12,
  matched: 12,
  warnings: ['the parameters of Send could not be compared: give --spec FILE.tla'],
};

export const conformingModel: TraceReport = {
  ...base,
  files: ['a1.ndjson', 'a2.ndjson', 'a3.ndjson', 'p0.ndjson'],
  verdict: 'conforms',
  engine: 'model',
  ballots: 3,
  order: 'clock',
  events: 3000,
  matched: 3000,
  seconds: 2.46,
};

/** The vote is possible, but the acceptor logged another ballot than it must have voted in. */
const wrongVote = event(4, 'Phase2b', ['a1'], {
  state: { maxBal: { a1: 1 }, maxVal: { a1: 'v1' } },
});

export const observation: TraceReport = {
  ...base,
  files: ['trace.ndjson'],
  verdict: 'diverges',
  events: 6,
  matched: 4,
  divergence: {
    first: wrongVote,
    lanes: onlyLane([...opening, wrongVote, event(5, 'Phase2b', ['a2'])]),
    prefixCount: 1,
    prefixes: [
      {
        matched: 4,
        cut: [4],
        behaviour: opening.map(({ text, index }) => ({ label: text, event: index })),
        states: [afterPhase2a],
        stateCount: 1,
        enabled: enabledAfterPhase2a,
        next: [
          {
            event: wrongVote,
            kind: 'observation',
            message: 'Phase2b(a1) is possible in the state, but leads to no state as observed',
            conjuncts: [
              {
                text: "maxBal' = [maxBal EXCEPT ![a] = m.bal]",
                file: 'specs/Paxos.tla',
                line: 118,
                bindings: { a: 'a1', m: '[bal |-> 0, type |-> "2a", val |-> v1]' },
              },
            ],
            possible: ['Phase2b(a1)', 'Phase2b(a2)', 'Phase2b(a3)'],
            nearest: {
              label: 'Phase2b(a1)',
              differences: [
                { path: 'maxBal[a1]', trace: 1, specification: '0' },
                {
                  path: 'msgs',
                  trace: { '#contains': [{ type: '2a', bal: 0, val: 'v2' }] },
                  specification: afterPhase2a.msgs,
                },
              ],
            },
          },
        ],
      },
    ],
    suggestions: [{ type: 'once', step: 'Phase1a(1)', matched: 5, conforms: false }],
    shrunk: {
      shortest: true,
      events: [...opening, wrongVote],
      lines: ['{"trace":1,"spec":"Paxos"}', '{"action":"Phase1a","params":["0"]}'],
    },
  },
};

/** Nobody has begun ballot 0, so nobody can promise; the first line was lost. */
const early = event(0, 'Phase1b', ['a1']);

export const action: TraceReport = {
  ...base,
  files: ['trace.ndjson'],
  verdict: 'diverges',
  events: 2,
  matched: 0,
  divergence: {
    first: early,
    lanes: onlyLane([early, event(1, 'Phase1b', ['a2'])]),
    prefixCount: 1,
    prefixes: [
      {
        matched: 0,
        cut: [0],
        behaviour: [],
        states: [{ ...afterPhase2a, maxBal: '(a1 :> -1 @@ a2 :> -1 @@ a3 :> -1)', msgs: '{}' }],
        stateCount: 1,
        enabled: ['Phase1a(0)', 'Phase1a(1)'],
        next: [
          {
            event: early,
            kind: 'action',
            message: 'no step of Phase1b is possible in the state',
            conjuncts: [
              {
                text: '\\E m \\in msgs : m.type = "1a"',
                file: 'specs/Paxos.tla',
                line: 81,
                bindings: { a: 'a1' },
                note: 'msgs is empty',
              },
            ],
            possible: [],
          },
        ],
      },
    ],
    suggestions: [
      { type: 'once', step: 'Phase1a(0)', matched: 2, conforms: true },
      { type: 'hidden', step: 'Phase1a', matched: 2, conforms: true },
    ],
  },
};

/** A second value in one ballot. */
const otherValue = event(3, 'Phase2a', ['1', 'v2'], { text: 'Phase2a(b = 1)' });

export const parameters: TraceReport = {
  ...base,
  files: ['trace.ndjson'],
  verdict: 'diverges',
  engine: 'tlc',
  events: 5,
  matched: 3,
  divergence: {
    first: otherValue,
    lanes: onlyLane([...opening.slice(0, 3), otherValue, event(4, 'Phase2b', ['a1'])]),
    prefixCount: 1,
    prefixes: [
      {
        matched: 3,
        cut: [3],
        behaviour: [
          { label: 'Phase1a(0)', event: 0 },
          { label: 'Phase1a(1)' },
          { label: 'Phase1b(a1)', event: 1 },
          { label: 'Phase1b(a2)', event: 2 },
        ],
        states: [
          afterPhase2a,
          { ...afterPhase2a, maxBal: '(a1 :> 0 @@ a2 :> 1 @@ a3 :> -1)' },
          { ...afterPhase2a, msgs: '{[bal |-> 0, type |-> "1a"], [bal |-> 1, type |-> "1a"]}' },
        ],
        stateCount: 14,
        enabled: Array.from({ length: 40 }, (_, i) => `Phase2a(${i}, v1)`),
        next: [
          {
            event: otherValue,
            kind: 'parameters',
            message: 'Phase2a is possible in any of the 14 states, but not with these parameters',
            conjuncts: [],
            possible: ['Phase2a(0, v1)', 'Phase2a(0, v2)'],
          },
        ],
      },
    ],
    suggestions: [],
  },
};

export const init: TraceReport = {
  ...base,
  files: ['trace.ndjson'],
  verdict: 'diverges',
  events: 4,
  matched: 0,
  divergence: {
    first: opening[0] as EventReport,
    lanes: onlyLane(opening),
    prefixCount: 1,
    prefixes: [
      {
        matched: 0,
        cut: [0],
        states: [],
        stateCount: 0,
        enabled: [],
        next: [
          {
            event: opening[0] as EventReport,
            kind: 'init',
            message: 'no initial state is as init says',
            conjuncts: [],
            possible: [],
            nearest: {
              differences: [
                { path: 'maxBal[a1]', trace: 0, specification: '-1' },
                {
                  path: 'msgs',
                  trace: {
                    '#set': [
                      { type: '1a', bal: 0 },
                      { type: '2a', bal: 0, val: 'v1' },
                    ],
                  },
                  specification:
                    '{[bal |-> 0, type |-> "2a", val |-> v1], [acc |-> a1, bal |-> 0, mbal |-> -1, mval |-> None, type |-> "1b"]}',
                },
                { path: 'leader', trace: 'p0', specification: undefined },
              ],
            },
          },
        ],
      },
    ],
  },
};

export const couldNotTell: TraceReport = {
  ...base,
  files: ['long.ndjson'],
  verdict: 'could not tell',
  reason: 'the frontier has more than 1000 states after line 412: raise --max-frontier',
  events: 800,
  matched: 411,
  warnings: ['long.ndjson:801: the last line is cut off and was left out'],
};
