import { clusterOf } from '@synod/roles';
import type { Move } from '../../move.js';
import { answer, arrives, ask, crash, prepare, reach } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';

const bridge = 'Build a bridge';

/** A question and what comes back: no ballot is named in it. */
function question(from: string, to: string): Move {
  return { move: 'deliver', from, to, type: 'ask' };
}

export const parliament: Story = {
  name: 'parliament',
  title: 'Election, bill, law',
  summary: 'in the words of the part-time parliament: who writes what, and when',
  cluster: clusterOf(['Ada', 'Ben', 'Cleo']),
  words: 'parliament',
  parts: [
    prose(
      'Ada, Ben and Cleo are the legislators. Each comes to the Chamber and leaves as they like, and each has a ledger, written in ink that does not fade. Two of the three are a majority. They talk through messengers, who may be slow or lose their way, and talk to themselves the same way. What somebody must not forget is in the ledger before any messenger leaves. Ada may call the ballots 0, 3, 6 and so on, Ben 1, 4, 7, Cleo 2, 5, 8. Cleo is at sea.',
    ),
    moves(crash('Cleo')),
    prose('The election. Ben calls a ballot, and must hear from a majority what they voted for last.'),
    moves(ask('Ben', bridge), prepare(1, 'Ben', ['Ben', 'Ada'])),
    prose('The bill. The president has it voted on.'),
    moves(reach('2a', 1, 'Ben', ['Ben', 'Ada'])),
    claim(
      'From here on it is law, though nobody knows: a majority of the ledgers has it.',
      ({ chosen, knows }) =>
        chosen.join() === bridge && ['Ada', 'Ben', 'Cleo'].every((one) => knows(one) === undefined),
    ),
    prose('The law. Those who voted send word of it.'),
    moves(answer('2b', 1, ['Ben', 'Ada'], 'Ben')),
    prose(
      'Ada leaves before word has come to her, and comes back later. What she must not forget is in her ledger.',
    ),
    moves(crash('Ada'), [{ move: 'restart', node: 'Ada' }]),
    prose('Cleo comes home, and wants another law.'),
    moves(
      [{ move: 'restart', node: 'Cleo' }],
      ask('Cleo', 'Build a ferry'),
      prepare(2, 'Cleo', ['Cleo', 'Ada']),
    ),
    moves(reach('2a', 2, 'Cleo', ['Cleo', 'Ada']), answer('2b', 2, ['Cleo', 'Ada'], 'Cleo')),
    prose('Ada would like to know what the law is.'),
    moves(
      [{ move: 'query', node: 'Ada' }, question('Ada', 'Ben')],
      [arrives('chosen', 1, 'Ben', 'Ada')[0] as Move],
    ),
    claim(
      'All three know one law, and it is the first that was passed.',
      ({ chosen, knows }) =>
        chosen.join() === bridge && ['Ada', 'Ben', 'Cleo'].every((one) => knows(one) === bridge),
    ),
    prose('The ledgers, and with which of the steps above each line was written:'),
    { type: 'ledgers' },
  ],
};
