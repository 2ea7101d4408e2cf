import type { NodeId } from '@synod/roles';
import { answer, ask, crash, lose, prepare, reach } from '../script.js';
import { claim, moves, type Part, prose, type Story } from '../story.js';
import { cast } from './cast.js';

/** Asks two acceptors in ballot 3, has the same two vote, and tells the learner. */
function asking(these: readonly [NodeId, NodeId], val: string, why: string): Part {
  const [one, other] = these;
  return {
    type: 'branch',
    name: `${one}-${other}`,
    title: `p3 asks ${one} and ${other}`,
    parts: [
      prose(why),
      moves(ask('p3', 'M'), prepare(3, 'p3', these)),
      moves(reach('2a', 3, 'p3', these), answer('2b', 3, these, 'l')),
      claim(
        `So ${val} is chosen, and it is the only value that is.`,
        ({ chosen, knows }) => chosen.join() === val && knows('l') === val,
      ),
    ],
  };
}

const sameAnswers: Part = {
  type: 'branch',
  name: 'same-answers',
  title: 'Why two must be enough, and why they decide',
  parts: [
    prose(
      'Go back to the table. Now the message that was on its way arrives: a3 votes for K in ballot 2. Then a3 crashes.',
    ),
    moves(reach('2a', 2, 'p2', ['a3']), crash('a3')),
    claim(
      'K is chosen: a2 and a3 are a majority. Nobody has been told so.',
      ({ chosen }) => chosen.join() === 'K',
    ),
    moves(ask('p3', 'M'), prepare(3, 'p3', ['a1', 'a2'])),
    claim(
      'a1 and a2 have told p3 exactly what they told it above, where nothing was chosen. From these two answers p3 cannot know which of the two stories it is in. In this one any value but K would be a second chosen value. So K it must be, in both.',
      ({ facts, chosen }) => {
        const told = facts.find((fact) => fact.type === 'proposes' && fact.who === 'p3');
        return (
          told?.type === 'proposes' &&
          told.val === 'K' &&
          JSON.stringify(told.answers) === twoAnswers &&
          chosen.join() === 'K'
        );
      },
    ),
  ],
};

const twoAnswers = JSON.stringify([
  { acceptor: 'a1', vote: { bal: 1, val: 'A' } },
  { acceptor: 'a2', vote: { bal: 2, val: 'K' } },
]);

export const threeAcceptors: Story = {
  name: 'three-acceptors',
  title: 'Three acceptors, of whom a majority must be enough',
  summary: 'they hold (1,A), (2,K), nothing: what each pair allows, what all show',
  cluster: cast(3, 4),
  words: 'paxos',
  parts: [
    prose(
      'Two of the three acceptors a1, a2 and a3 are a majority. There are four proposers: p1 has the ballots 1, 5, 9 and so on, p2 has 2, 6, 10, and p3 has 3, 7, 11. First, how it comes about that they hold different votes.',
    ),
    moves(ask('p1', 'A'), prepare(1, 'p1', ['a1', 'a2']), reach('2a', 1, 'p1', ['a1'])),
    moves(lose('2a', 1, ['p1'], ['a2', 'a3'])),
    moves(ask('p2', 'K'), prepare(2, 'p2', ['a2', 'a3']), reach('2a', 2, 'p2', ['a2'])),
    prose("p2's message to a3 is still on its way. This is where they are:"),
    { type: 'holdings' },
    claim(
      'Nothing is chosen: no value has two votes in one ballot.',
      ({ vote, chosen }) =>
        chosen.length === 0 &&
        JSON.stringify(['a1', 'a2', 'a3'].map(vote)) ===
          JSON.stringify([{ bal: 1, val: 'A' }, { bal: 2, val: 'K' }, undefined]),
    ),
    prose(
      'Now p3 has a client who wants M. What it may propose depends on whom it asks. Here are all cases, each from this table on.',
    ),
    asking(['a1', 'a2'], 'K', 'The vote of the higher ballot counts: ballot 2, for K.'),
    asking(
      ['a1', 'a3'],
      'A',
      'Only a1 has voted. That a2 voted in a higher ballot p3 does not hear, and need not.',
    ),
    asking(['a2', 'a3'], 'K', 'Only a2 has voted.'),
    {
      type: 'branch',
      name: 'all-three',
      title: 'p3 asks all three',
      parts: [
        moves(ask('p3', 'M'), reach('1a', 3, 'p3', ['a1', 'a2', 'a3'])),
        { type: 'holdings' },
        claim(
          'Who sees all three answers sees more: ballot 1 has one vote, ballot 2 has one, and nobody will vote there any more, for all take part in ballot 3. So nothing was chosen below 3, and nothing will be. Even M would do no harm.',
          ({ chosen, maxBal }) =>
            chosen.length === 0 && ['a1', 'a2', 'a3'].every((acceptor) => maxBal(acceptor) === 3),
        ),
        prose('But p3 must not wait for a third answer. The acceptor that owes it may be down for ever:'),
        moves(crash('a3'), answer('1b', 3, ['a1', 'a2'], 'p3')),
        claim(
          'With two answers it goes on, and takes K. That is more careful than was needed here.',
          ({ facts }) =>
            facts.some((fact) => fact.type === 'proposes' && fact.who === 'p3' && fact.val === 'K'),
        ),
      ],
    },
    sameAnswers,
  ],
};
