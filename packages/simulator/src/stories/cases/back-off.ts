import { answer, arrives, reach } from '../script.js';
import { claim, moves, prose, type Story } from '../story.js';
import { cast } from './cast.js';
import { opening, overtake } from './duel.js';

export const backOff: Story = {
  name: 'back-off',
  title: 'Two proposers, and a duel that ends',
  summary: 'begins like the duel; waiting grows, by chance, and one gets through',
  cluster: cast(3, 2),
  words: 'paxos',
  parts: [
    prose(
      'The beginning is that of the story "duel", with messages as slow. But now a proposer waits a time by chance: 50 ms after its first failure, 50 to 100 ms after the second, 50 to 200 ms after the third, and so on up to 2 s.',
    ),
    moves(opening),
    moves(overtake('p0', 0, 2), overtake('p1', 1, 3), overtake('p0', 2, 4, 0.04)),
    prose('Now p1 is overtaken for the second time, and chance has it wait for long:'),
    moves(reach('2a', 3, 'p1', ['a1', 'a2']), arrives('rejected', 3, 'a1', 'p1', 0.9)),
    claim(
      "p0's messages 2a take 60 ms. p1's next message 1a would be there 10 ms after its waiting: it cannot be in time any more.",
      ({ facts }) => {
        const last = facts.findLast((fact) => fact.type === 'waits');
        return last?.type === 'waits' && last.who === 'p1' && last.delay + 10 > 65;
      },
    ),
    moves(reach('2a', 4, 'p0', ['a1', 'a2']), answer('2b', 4, ['a1', 'a2'], 'l')),
    moves(arrives('chosen', 4, 'l', 'p1')),
    claim(
      'A is chosen, in ballot 4, and p1 knows it before its waiting is over: it begins no other ballot. The times from which chance chooses become longer with every failure, up to 2 s: so where messages take less than that, one of the two gets through sooner or later.',
      ({ chosen, knows }) => chosen.join() === 'A' && knows('p1') === 'A',
    ),
  ],
};
