import { answer, ask, lose, prepare, reach } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';
import { cast } from './cast.js';

const all = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];

export const sixAcceptors: Story = {
  name: 'six-acceptors',
  title: 'Six acceptors, and a quorum that misses the highest vote of all',
  summary: 'the highest vote that is reported decides, though there is a higher one',
  cluster: cast(6, 5),
  words: 'paxos',
  parts: [
    prose('Of six acceptors it takes four. Three ballots get one or two votes each.'),
    moves(ask('p1', 'A'), prepare(1, 'p1', ['a1', 'a2', 'a3', 'a4']), reach('2a', 1, 'p1', ['a1', 'a2'])),
    moves(lose('2a', 1, ['p1'], ['a3', 'a4', 'a5', 'a6'])),
    moves(ask('p2', 'K'), prepare(2, 'p2', ['a3', 'a4', 'a5', 'a6']), reach('2a', 2, 'p2', ['a3'])),
    moves(lose('2a', 2, ['p2'], ['a1', 'a2', 'a4', 'a5', 'a6'])),
    moves(ask('p3', 'L'), prepare(3, 'p3', ['a1', 'a4', 'a5', 'a6']), reach('2a', 3, 'p3', ['a6'])),
    { type: 'holdings' },
    claim(
      'The highest vote of all is that of a6, for A in ballot 3; and most votes are for A, too.',
      ({ vote, chosen }) => vote('a6')?.bal === 3 && vote('a6')?.val === 'A' && chosen.length === 0,
    ),
    prose('p4 asks a1, a2, a3 and a4. It does not hear of a6.'),
    moves(ask('p4', 'M'), prepare(4, 'p4', ['a1', 'a2', 'a3', 'a4'])),
    claim(
      'K, and rightly. That p4 missed the vote of a6 does no harm: for A, ballot 3 would need three votes more, but only a5 can still vote there. The four who were asked take part in ballot 4 and never vote in ballot 3 again.',
      ({ facts, maxBal }) =>
        facts.some((fact) => fact.type === 'proposes' && fact.who === 'p4' && fact.val === 'K') &&
        ['a1', 'a2', 'a3', 'a4'].every((acceptor) => maxBal(acceptor) === 4) &&
        maxBal('a5') === 3,
    ),
    prose('The rest of ballot 3 comes too late:'),
    moves(reach('2a', 3, 'p3', ['a1', 'a2', 'a3', 'a4', 'a5'])),
    moves(reach('2a', 4, 'p4', all), answer('2b', 4, ['a1', 'a2', 'a3', 'a4'], 'l')),
    claim('K is chosen.', ({ chosen, knows }) => chosen.join() === 'K' && knows('l') === 'K'),
  ],
};
