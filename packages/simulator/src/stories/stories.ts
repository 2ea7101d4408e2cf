import { backOff } from './cases/back-off.js';
import { chosenBeforeKnown } from './cases/chosen-before-known.js';
import { duel } from './cases/duel.js';
import { freeChoice } from './cases/free-choice.js';
import { highestBallot } from './cases/highest-ballot.js';
import { leaderDies } from './cases/leader-dies.js';
import { parliament } from './cases/parliament.js';
import { sixAcceptors } from './cases/six-acceptors.js';
import { threeAcceptors } from './cases/three-acceptors.js';
import type { Story } from './story.js';

/** The known stories, in the order in which they are best read. */
export const stories: readonly Story[] = [
  threeAcceptors,
  freeChoice,
  highestBallot,
  sixAcceptors,
  chosenBeforeKnown,
  duel,
  backOff,
  leaderDies,
  parliament,
];
