import type { Mistake } from './mistake.js';
import { acceptorMistakes } from './mistakes/acceptor.js';
import { hostMistakes } from './mistakes/host.js';
import { learnerMistakes } from './mistakes/learner.js';
import { ledgerFileMistakes, ledgerMistakes } from './mistakes/ledger.js';
import { proposerMistakes } from './mistakes/proposer.js';
import { quorumMistakes } from './mistakes/quorums.js';
import { restartMistakes } from './mistakes/restart.js';

/** All known mistakes that a run can show. */
export const mistakes: readonly Mistake[] = [
  ...acceptorMistakes,
  ...ledgerMistakes,
  ...ledgerFileMistakes,
  ...restartMistakes,
  ...proposerMistakes,
  ...quorumMistakes,
  ...learnerMistakes,
  ...hostMistakes,
];

export { hiddenMistakes } from './hidden/catalogue.js';
