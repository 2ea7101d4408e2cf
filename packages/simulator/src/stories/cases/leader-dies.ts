import { type NodeId, safeValue } from '@synod/roles';
import { answer, ask, crash, lose, prepare, reach } from '../script.js';
import { claim, moves, type Part, prose, type Story } from '../story.js';
import { cast } from './cast.js';

const all = ['a1', 'a2', 'a3', 'a4', 'a5'];

/** The leader's 2a reaches these, and it dies; the new one asks those, and has its ballot voted for. */
function dies(
  name: string,
  title: string,
  reached: readonly NodeId[],
  asked: readonly NodeId[],
  val: string,
  why: string,
): Part {
  const rest = all.filter((acceptor) => !reached.includes(acceptor));
  return {
    type: 'branch',
    name,
    title,
    parts: [
      moves(reach('2a', 0, 'p0', reached), lose('2a', 0, ['p0'], rest), crash('p0')),
      moves(ask('p1', 'M'), prepare(1, 'p1', asked)),
      moves(reach('2a', 1, 'p1', asked), answer('2b', 1, asked, 'l')),
      claim(
        `${why} ${val} is chosen, and nothing else.`,
        ({ chosen, knows }) => chosen.join() === val && knows('l') === val,
      ),
    ],
  };
}

export const leaderDies: Story = {
  name: 'leader-dies',
  title: 'A leader dies',
  summary: 'after its 2a reached none, one, two; after its value was chosen',
  cluster: cast(5, 2),
  words: 'paxos',
  parts: [
    prose('p0 leads with ballot 0, and has asked all five acceptors for votes for K. Three are a majority.'),
    moves(ask('p0', 'K'), prepare(0, 'p0', ['a1', 'a2', 'a3'])),
    prose(
      'It is going to die. p1, whose client wants M, will take over with ballot 1. What it finds depends on how far p0 came.',
    ),
    dies(
      'nobody',
      'Its 2a reached nobody',
      [],
      ['a1', 'a2', 'a3'],
      'M',
      'K has left no trace, so p1 is free.',
    ),
    dies(
      'one-met',
      'Its 2a reached one acceptor, who is asked',
      ['a1'],
      ['a1', 'a2', 'a3'],
      'K',
      'One vote was not enough to choose K, but p1 cannot know that nobody else has voted.',
    ),
    dies(
      'one-missed',
      'Its 2a reached one acceptor, who is not asked',
      ['a1'],
      ['a2', 'a3', 'a4'],
      'M',
      'Ballot 0 has the vote of a1, and may get that of a5: too few.',
    ),
    dies(
      'two-met',
      'Its 2a reached two acceptors, of whom one is asked',
      ['a1', 'a2'],
      ['a2', 'a3', 'a4'],
      'K',
      'One report is as good as two.',
    ),
    dies(
      'two-missed',
      'Its 2a reached two acceptors, of whom none is asked',
      ['a1', 'a2'],
      ['a3', 'a4', 'a5'],
      'M',
      'K was one vote short, and a majority has promised that it will never have it.',
    ),
    {
      type: 'branch',
      name: 'chosen',
      title: 'After it was chosen, before anyone knew',
      parts: [
        moves(
          reach('2a', 0, 'p0', ['a1', 'a2', 'a3']),
          lose('2b', 0, ['a1', 'a2', 'a3'], ['l']),
          crash('p0'),
        ),
        claim(
          'K is chosen, and nobody knows. Whichever three acceptors p1 asks, at least one of them has voted for K.',
          ({ chosen, quorums, vote, knows }) =>
            chosen.join() === 'K' &&
            knows('l') === undefined &&
            quorums.length === 10 &&
            quorums.every(
              (quorum) =>
                safeValue(
                  quorum.map((one) => ({ mbal: vote(one)?.bal ?? -1, mval: vote(one)?.val })),
                  undefined,
                ) === 'K',
            ),
        ),
        moves(ask('p1', 'M'), prepare(1, 'p1', ['a3', 'a4', 'a5'])),
        moves(reach('2a', 1, 'p1', ['a3', 'a4', 'a5']), answer('2b', 1, ['a3', 'a4', 'a5'], 'l')),
        claim(
          'K stays chosen, and now it is known.',
          ({ chosen, knows }) => chosen.join() === 'K' && knows('l') === 'K',
        ),
      ],
    },
  ],
};
