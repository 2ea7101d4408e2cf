import { clusterOf } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import type { Move } from '../move.js';
import { deployed } from '../protocol.js';
import { narrateSchedule } from './narrate-schedule.js';

const cluster = clusterOf(['a1', 'a2', 'a3']);
const sync = (node: string): Move => ({ move: 'sync', node });
const deliver = (from: string, to: string, type: string, bal?: number): Move => ({
  move: 'deliver',
  from,
  to,
  type,
  ...(bal === undefined ? {} : { bal }),
});
const begun: readonly Move[] = [{ move: 'propose', node: 'a1', value: 'A' }, sync('a1')];

/** What is told after the cluster, a sentence each. */
function told(moves: readonly Move[], options = {}): readonly string[] {
  const lines = narrateSchedule({ cluster, moves }, { width: 500, ...options }).split('\n');
  return lines.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4));
}

describe('what is told of a schedule', () => {
  it('begins with who takes part, and ends with what is known', () => {
    const text = narrateSchedule({ cluster, moves: begun, seed: 7 });
    expect(text).toBe(
      [
        'Cluster synod: acceptors a1, a2 and a3 (quorums: majority); proposers a1, a2 and a3, of whom the',
        'first has the ballots 0, 3, 6 and so on; learners a1, a2 and a3. It was drawn from seed 7.',
        '',
        '  - a1 is asked for A by a client, and begins ballot 0.',
        '',
        'In the end nobody knows of a chosen value.',
        '',
      ].join('\n'),
    );
  });

  it('says what waits for the disk, and what took place when the disk has it', () => {
    expect(
      told([...begun, deliver('a1', 'a2', '1a', 0), { move: 'propose', node: 'a3', value: 'B' }]),
    ).toEqual([
      'a1 is asked for A by a client, and begins ballot 0.',
      'a2 writes to its ledger (ballot 0 promised), and says nothing before the disk has it.',
      'a3 writes to its ledger (ballot 2 begun), and says nothing before the disk has it.',
    ]);
    const twice: readonly Move[] = [{ move: 'duplicate', from: 'a1', to: 'a2', type: '1a', bal: 0 }];
    const moves = [...begun, ...twice, deliver('a1', 'a2', '1a', 0), deliver('a1', 'a2', '1a', 0)];
    expect(told([...moves, deliver('a1', 'a3', '1a', 0), sync('a3'), sync('a2')]).slice(1)).toEqual([
      'a2 will get the 1a of ballot 0 from a1 twice.',
      'a2 writes to its ledger (ballot 0 promised), and says nothing before the disk has it.',
      'a3 promises ballot 0: it has not voted yet.',
      'The disk has it: a2 promises ballot 0: it has not voted yet.',
      'The disk has it: a2 promises ballot 0 again: it has not voted yet.',
    ]);
  });

  it('says what a crash takes away, and what a ledger gives back', () => {
    const promised = [...begun, deliver('a1', 'a2', '1a', 0)];
    const restart: Move = { move: 'restart', node: 'a2' };
    expect(told([...promised, { move: 'crash', node: 'a2' }, restart]).slice(2)).toEqual([
      'a2 crashes: its disk did not have ballot 0 promised, and it is forgotten.',
      'a2 starts again. Its ledger says: nothing.',
    ]);
    expect(told([...promised, { move: 'crash', node: 'a2', between: 'trace' }, restart]).slice(2)).toEqual([
      'a2 crashes, after its trace was written and before it sent anything.',
      'a2 starts again. Its ledger says: ballot 0 promised.',
    ]);
    expect(told([...promised, { move: 'crash', node: 'a2', kept: 3 }, restart]).slice(2)).toEqual([
      'a2 crashes in the middle of writing: of what its disk did not have, 3 bytes are there.',
      'a2 starts again. Its ledger says: nothing.',
    ]);
  });

  it('joins what several did, and what one got from several; not what differs', () => {
    const lose = (to: string): Move => ({ move: 'lose', from: 'a1', to, type: '1a', bal: 0 });
    expect(told([...begun, lose('a2'), lose('a3')]).at(-1)).toBe(
      'a2 and a3 never get the 1a of ballot 0 from a1: it is lost.',
    );
    const moves = [
      ...begun,
      deliver('a1', 'a1', '1a', 0),
      sync('a1'),
      lose('a2'),
      deliver('a1', 'a1', '1b', 0),
    ];
    expect(told(moves).slice(1)).toEqual([
      'a1 promises ballot 0: it has not voted yet.',
      'a2 never gets the 1a of ballot 0 from a1: it is lost.',
      'a1 hears its own promise: no quorum yet.',
    ]);
  });

  it('passes over what is not possible', () => {
    expect(told([deliver('a1', 'a2', '1a', 0), sync('a1'), { move: 'restart', node: 'a1' }])).toEqual([]);
  });

  it('says in the words of the parliament what is in the ledger', () => {
    const moves = [...begun, deliver('a1', 'a2', '1a', 0), sync('a2')];
    expect(told(moves, { words: 'parliament' })).toEqual([
      'a1 wants to pass "A", and calls an election: NextBallot(0). In the ledger: I called ballot 0.',
      'a2 answers NextBallot(0) with LastVote: no vote so far. In the ledger: no ballot below 0 any more.',
    ]);
  });

  it('says where something is wrong', () => {
    const careless = {
      ...deployed,
      effectQueue: ((append) => {
        const queue = deployed.effectQueue(append);
        // Waits for no disk.
        return {
          push: (of, effects) => queue.push(of, effects),
          release: () => queue.release(Infinity),
          size: 0,
        };
      }) as typeof deployed.effectQueue,
    };
    const moves: readonly Move[] = [
      ...begun,
      deliver('a1', 'a2', '1a', 0),
      { move: 'crash', node: 'a2' },
      { move: 'restart', node: 'a2' },
    ];
    const text = narrateSchedule({ cluster, moves }, { protocol: careless, width: 500 });
    expect(text).toMatch(
      /starts again\. Its ledger says: nothing\.\n {2}- Here something is wrong \(durability\): a2/u,
    );
    expect(text).toMatch(/Wrong: \d+\.\n$/u);
  });
});
