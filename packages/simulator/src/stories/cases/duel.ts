import { defaultTiming } from '@synod/roles';
import type { Move } from '../../move.js';
import { answer, ask, crash, prepare, reach, rings } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';
import { cast } from './cast.js';

const two = ['a1', 'a2'];

/** One proposer's votes come too late; it waits, and its next ballot overtakes the other's. */
export function overtake(proposer: string, old: number, next: number, chance = 0): readonly Move[] {
  const refused = [...reach('2a', old, proposer, two), ...answer('rejected', old, two, proposer)];
  const drawn = refused.map(
    (move): Move => (move.move === 'deliver' && chance > 0 ? { ...move, chance } : move),
  );
  return [...drawn, ...rings(proposer), ...prepare(next, proposer, two)];
}

/** Both have begun: p1's ballot 1 has overtaken p0's ballot 0. */
export const opening: readonly Move[] = [
  ...crash('a3'),
  ...ask('p0', 'A'),
  ...prepare(0, 'p0', two),
  ...ask('p1', 'B'),
  ...prepare(1, 'p1', two),
];

export const duel: Story = {
  name: 'duel',
  title: 'Two proposers duel for ever',
  summary: 'each overtakes the other, and the states repeat up to ballot numbers',
  cluster: cast(3, 2, { timing: { ...defaultTiming, backoff: { least: 50, most: 50 } } }),
  words: 'paxos',
  parts: [
    prose(
      'p0 wants A, p1 wants B. p0 has the even ballots, p1 the odd ones. a3 is down; a1 and a2 are a majority. A message 2a takes 60 ms, any other 5 ms, and a proposer waits 50 ms when it was refused. So the first message of its next ballot is there 60 ms after the refusal was sent, just before the votes of the other can be cast.',
    ),
    moves(opening),
    moves(overtake('p0', 0, 2), overtake('p1', 1, 3), overtake('p0', 2, 4)),
    prose('By now each has heard of the other. Keep in mind how things are here, and see what comes next.'),
    { type: 'remember', name: 'round' },
    moves(overtake('p1', 3, 5), overtake('p0', 4, 6)),
    claim(
      'Now everything is as it was before these last steps: what a1, a2, p0 and p1 hold, and what is on its way between them. Only every ballot number is higher by 2; and so is the count of failures, by 1, which makes no difference while the waiting is always the same.',
      ({ everything, remembered }) => everything(2) === remembered('round'),
    ),
    claim(
      'So the same steps can follow, and again, for ever. Nobody has voted, no rule was broken, and nothing is ever chosen. Paxos never chooses two values, but it may choose none: where messages may take any time, no algorithm can promise both.',
      ({ chosen, vote }) => chosen.length === 0 && two.every((acceptor) => vote(acceptor) === undefined),
    ),
  ],
};
