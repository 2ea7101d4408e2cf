import { clusterOf } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import type { Move } from '../move.js';
import { readSchedule } from './read-schedule.js';
import { scheduleText } from './schedule-text.js';

const cluster = clusterOf(['a1', 'a2', 'a3']);
const header = scheduleText({ cluster, moves: [] });

const moves: readonly Move[] = [
  { move: 'propose', node: 'a1', value: 'v "1"\n', chance: 0.25 },
  { move: 'query', node: 'a2' },
  { move: 'deliver', from: 'a1', to: 'a2', type: '1a', bal: 0 },
  { move: 'lose', from: 'a1', to: 'a2', type: 'ask' },
  { move: 'duplicate', from: 'a1', to: 'a2', type: '2b', bal: 3 },
  { move: 'timeout', node: 'a1', of: 'learner', chance: 0.5 },
  { move: 'sync', node: 'a1' },
  { move: 'crash', node: 'a1', kept: 7 },
  { move: 'crash', node: 'a1', between: 'trace' },
  { move: 'restart', node: 'a1' },
];

it.each([
  clusterOf(['a1', 'a2', 'a3'], { lastBallot: 4, learning: { type: 'distinguished', learner: 'a1' } }),
  clusterOf(['a1', 'a2', 'a3'], { quorums: { type: 'weighted', weights: { a1: 0, a2: 1, a3: 1 } } }),
  clusterOf(['a1', 'a2'], {
    quorums: { type: 'grid', rows: [['a1', 'a2']] },
    learning: { type: 'set', learners: ['a1'] },
  }),
  clusterOf(['a1', 'a2'], { quorums: { type: 'explicit', quorums: [['a1']] } }),
])('what was written is read', (of) => {
  for (const seed of [undefined, 17]) {
    const schedule = { cluster: of, moves: moves.slice(0, 2), ...(seed === undefined ? {} : { seed }) };
    expect(readSchedule(scheduleText(schedule))).toEqual(schedule);
  }
});

it('every kind of move is read, with or without a line feed at the end', () => {
  const text = scheduleText({ cluster, moves });
  expect(readSchedule(text)).toEqual({ cluster, moves });
  expect(readSchedule(text.trimEnd())).toEqual({ cluster, moves });
});

describe('says in one line what is wrong, and where', () => {
  const changed = (change: object): string => `${JSON.stringify({ ...JSON.parse(header), ...change })}\n`;
  const withCluster = (change: object): string => changed({ cluster: { ...cluster, ...change } });
  const refused: readonly (readonly [string, string])[] = [
    ['', 'line 1: a schedule begins with {"schedule":1,"cluster":…}; here there is nothing.'],
    ['{"trace":1}', 'line 1: a schedule begins with {"schedule":1,"cluster":…}: this is no schedule.'],
    ['hello', 'line 1: this is no JSON; every line of a schedule is one object.'],
    ['[]', 'line 1: a line must be an object {"…": …}.'],
    [changed({ schedule: 2 }), 'line 1: the schedule has version 2; only version 1 is known here.'],
    [changed({ seed: -1 }), 'line 1: seed must be a whole number from 0 up, and is -1.'],
    [changed({ more: 1 }), 'line 1: more is no field that is known here.'],
    [changed({ cluster: 5 }), 'line 1: cluster must be an object {"…": …}.'],
    [withCluster({ name: 5 }), 'line 1: cluster.name must be a text, and is 5.'],
    [withCluster({ acceptors: 'a1' }), 'line 1: cluster.acceptors must be a list, and is "a1".'],
    [withCluster({ acceptors: ['a1', 2] }), 'line 1: cluster.acceptors[1] must be a text, and is 2.'],
    [withCluster({ acceptors: [] }), 'line 1: with this cluster, there are no acceptors.'],
    [
      withCluster({ quorums: { type: 'half' } }),
      'line 1: cluster.quorums.type must be one of majority, weighted, grid, explicit, and is "half".',
    ],
    [
      withCluster({ quorums: { type: 'explicit', quorums: [['a1'], 'a2'] } }),
      'line 1: cluster.quorums.quorums[1] must be a list.',
    ],
    [
      withCluster({ timing: { retry: 1, tries: 3 } }),
      'line 1: cluster.timing.backoff must be an object {"…": …}.',
    ],
    [
      withCluster({ acceptors: Array.from({ length: 13 }, (_, at) => `a${at}`) }),
      'line 1: a simulated cluster has at most 12 acceptors, 100 proposers and 100 learners.',
    ],
    [`${header}{"move":"sync"}`, 'line 2: node must be a text, and is missing.'],
    [`${header}{"move":"sync","node":"b"}`, 'line 2: node is "b", and there is no such node.'],
    [`${header}{"move":"sync","node":"a1","kept":1}`, 'line 2: kept is no field that is known here.'],
    [
      `${header}{"move":"jump"}`,
      'line 2: move must be one of propose, query, deliver, lose, duplicate, timeout, sync, crash, restart, and is "jump".',
    ],
    [
      `${header}{"move":"query","node":"a1","chance":1}`,
      'line 2: chance must be from 0 up to 1 (excluded), and is 1.',
    ],
    [
      `${header}{"move":"crash","node":"a1","kept":1.5}`,
      'line 2: kept must be a whole number from 0 up, and is 1.5.',
    ],
    [
      `${header}{"move":"crash","node":"a1","between":"disk"}`,
      'line 2: between must be one of ledger, trace, and is "disk".',
    ],
    [
      `${header}\n{"move":"sync","node":"a1"}`,
      'line 2: this is no JSON; every line of a schedule is one object.',
    ],
  ];
  it.each(refused.map(([text, message]) => ({ text, message })))('$message', ({ text, message }) => {
    expect(() => readSchedule(text)).toThrow(expect.objectContaining({ name: 'ScheduleError', message }));
    expect(message).not.toContain('\n');
  });
});
