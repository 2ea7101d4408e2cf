import { answer, ask, prepare, reach } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';
import { cast } from './cast.js';

export const freeChoice: Story = {
  name: 'free-choice',
  title: 'A quorum in which nobody has voted leaves the choice free',
  summary: 'why a proposer may take its own value although another acceptor has voted',
  cluster: cast(3, 3),
  words: 'paxos',
  parts: [
    prose('p1 gets as far as one vote: A has a1, and its messages to a2 and a3 are slow.'),
    moves(ask('p1', 'A'), prepare(1, 'p1', ['a1', 'a2']), reach('2a', 1, 'p1', ['a1'])),
    prose('p2, whose client wants K, asks the two others. Neither has voted.'),
    moves(ask('p2', 'K'), prepare(2, 'p2', ['a2', 'a3'])),
    claim(
      'a1 has voted for A all the same. Why is K safe? For A, ballot 1 would need a vote of a2 or a3. They had not voted when they promised ballot 2, and after that they do not vote in ballot 1.',
      ({ vote, chosen }) => vote('a1')?.val === 'A' && vote('a2') === undefined && chosen.length === 0,
    ),
    prose('See what becomes of the slow messages of ballot 1:'),
    moves(reach('2a', 1, 'p1', ['a2', 'a3'])),
    prose(
      'Ballot 2 goes on, and it may have the vote of a1, too: a vote in one ballot does not bind it in a higher one.',
    ),
    moves(reach('2a', 2, 'p2', ['a2', 'a3', 'a1']), answer('2b', 2, ['a2', 'a3'], 'l')),
    { type: 'holdings' },
    claim(
      'K is chosen, and A never was.',
      ({ chosen, knows }) => chosen.join() === 'K' && knows('l') === 'K',
    ),
  ],
};
