import { answer, ask, crash, lose, prepare, reach } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';
import { cast } from './cast.js';

const decided = claim(
  'A has two votes and K one, and K it is: how many voted for a value does not matter.',
  ({ facts }) =>
    facts.some(
      (fact) =>
        fact.type === 'proposes' &&
        fact.who === 'p3' &&
        fact.val === 'K' &&
        fact.answers.filter(({ vote }) => vote?.val === 'A').length === 2,
    ),
);

export const highestBallot: Story = {
  name: 'highest-ballot',
  title: 'The highest ballot counts, not the most votes',
  summary: 'a quorum reports (1,A), (1,A), (2,K): K must be proposed, and here is why',
  cluster: cast(5, 4),
  words: 'paxos',
  parts: [
    prose('Three of five acceptors are a majority. Ballot 1 gets two votes for A, ballot 2 one for K.'),
    moves(ask('p1', 'A'), prepare(1, 'p1', ['a1', 'a2', 'a3']), reach('2a', 1, 'p1', ['a1', 'a2'])),
    moves(lose('2a', 1, ['p1'], ['a3', 'a4', 'a5'])),
    moves(ask('p2', 'K'), prepare(2, 'p2', ['a3', 'a4', 'a5']), reach('2a', 2, 'p2', ['a3'])),
    { type: 'holdings' },
    claim(
      'Nothing is chosen yet. p3 asks a1, a2 and a3, with M in mind.',
      ({ chosen }) => chosen.length === 0,
    ),
    {
      type: 'branch',
      name: 'nothing-chosen',
      title: 'Where nothing was chosen',
      parts: [
        moves(ask('p3', 'M'), prepare(3, 'p3', ['a1', 'a2', 'a3'])),
        decided,
        prose(
          'When K was proposed in ballot 2, a majority had promised ballot 2 without having voted: so A was not chosen in ballot 1, and cannot be any more. The vote for K says as much. Two votes for A say nothing of the kind about ballot 2.',
        ),
        moves(reach('2a', 3, 'p3', ['a1', 'a2', 'a3']), answer('2b', 3, ['a1', 'a2', 'a3'], 'l')),
        claim('K is chosen.', ({ chosen }) => chosen.join() === 'K'),
      ],
    },
    {
      type: 'branch',
      name: 'chosen',
      title: 'Where K had been chosen',
      parts: [
        prose('The same again, but this time a4 and a5 get the message of ballot 2, vote, and crash.'),
        moves(reach('2a', 2, 'p2', ['a4', 'a5']), crash('a4', 'a5')),
        claim(
          'K is chosen now. p3 asks the three that are left, and they tell it what they told it above.',
          ({ chosen }) => chosen.join() === 'K',
        ),
        moves(ask('p3', 'M'), prepare(3, 'p3', ['a1', 'a2', 'a3'])),
        decided,
        prose('Here A would have been wrong: a second value would have been chosen.'),
      ],
    },
  ],
};
