// Why no model tells a mutant from the specification: what many of them have in common.

export const typed = 'TypeOK is TRUE in every reachable state, and so is whatever asks less.';

export const invariant = 'It is an invariant: TRUE in every reachable state, and so is whatever asks less.';

export const theorem =
  'It is a theorem: TRUE in every state, reachable or not, unless something below it is damaged.';

export const assumed = 'The constants of every model are what the module assumes of them.';

export const twoBallots =
  'With ballots 0 and 1, a vote is reported in ballot 1 at the earliest, and was cast in ballot 0: none is higher than another.';
