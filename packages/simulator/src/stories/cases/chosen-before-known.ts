import { answer, arrives, ask, lose, prepare, reach, rings } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';
import { cast } from './cast.js';

export const chosenBeforeKnown: Story = {
  name: 'chosen-before-known',
  title: 'Chosen, and nobody knows',
  summary: '(4,K) is chosen but no learner knows; a new ballot 7 with M in mind ends with K',
  cluster: cast(3, 5),
  words: 'paxos',
  parts: [
    prose(
      'There are five proposers: p4 has the ballots 4, 9, 14 and so on, p2 has 2, 7, 12. p4 proposes K in ballot 4.',
    ),
    moves(ask('p4', 'K'), prepare(4, 'p4', ['a1', 'a2']), reach('2a', 4, 'p4', ['a1', 'a2'])),
    prose('Both tell the learner of their votes. Neither message arrives.'),
    moves(lose('2b', 4, ['a1', 'a2'], ['l'])),
    { type: 'holdings' },
    claim(
      'K is chosen: a value is chosen when a quorum has voted for it in one ballot, whether anybody knows or not. Nobody does.',
      ({ chosen, knows }) =>
        chosen.join() === 'K' && ['l', 'p2', 'p4'].every((node) => knows(node) === undefined),
    ),
    prose('Now a client wants M of p2. Its first ballot is 2, and too low:'),
    moves(ask('p2', 'M'), arrives('1a', 2, 'p2', 'a2'), arrives('rejected', 2, 'a2', 'p2')),
    moves(rings('p2')),
    prose('p2 asks a2 and a3. a3 knows of nothing, but any two of three include a1 or a2.'),
    moves(prepare(7, 'p2', ['a2', 'a3'])),
    moves(
      reach('2a', 7, 'p2', ['a2', 'a3']),
      answer('2b', 7, ['a2', 'a3'], 'l'),
      arrives('chosen', 7, 'l', 'p2'),
    ),
    claim(
      'Ballot 7 began with M in mind and ended with K. The votes of ballot 4 were not wasted: what a majority has voted for is what every later majority reports.',
      ({ chosen, knows }) => chosen.join() === 'K' && knows('l') === 'K' && knows('p2') === 'K',
    ),
  ],
};
