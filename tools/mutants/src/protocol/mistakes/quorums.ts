import { type Mistake, mistake } from '../mistake.js';
import { explicit, four, grid, three, weighted } from '../scenario.js';

const system = 'quorum/quorum-system.js';

/** What can pass for a quorum and is none. */
export const quorumMistakes: readonly Mistake[] = [
  mistake(
    'quorum/exactly-half',
    'Exactly half of the acceptors are a quorum.',
    four,
    system,
    '> acceptors.length',
    '>= acceptors.length',
  ),
  mistake(
    'quorum/half-of-the-weight',
    'Exactly half of the weight is a quorum.',
    weighted,
    system,
    '> all',
    '>= all',
  ),
  mistake(
    'quorum/weights-ignored',
    'Every acceptor weighs the same, whatever the configuration says.',
    weighted,
    system,
    'quorums.weights[acceptor] ?? 0',
    '1',
  ),
  mistake(
    'quorum/row-or-column',
    'A row or a column of the grid is a quorum: two rows do not meet.',
    grid,
    system,
    'someWhole(rows, among) && someWhole(columns, among)',
    'someWhole(rows, among) || someWhole(columns, among)',
  ),
  mistake(
    'quorum/one-of-a-set',
    'One acceptor of an explicit quorum stands for all of it.',
    explicit,
    system,
    'set.every(',
    'set.some(',
  ),
  mistake(
    'quorum/one-less',
    'One acceptor less than a majority is a quorum: minorities, which need not meet.',
    three,
    system,
    'return (among) => 2 * count(acceptors, among) > acceptors.length',
    'return (among) => 2 * (count(acceptors, among) + 1) > acceptors.length',
  ),
];
