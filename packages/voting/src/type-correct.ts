import { functionOn, product, set, type TlaFunction, type TlaSet, type TlaValue } from '@synod/tla';
import type { Acceptor, BallotOrNone, Constants, State, Vote } from './state.js';

/** Every state that satisfies TypeOK, reachable or not: any set of votes and any ballot or none, for each acceptor. */
export function* typeCorrect(k: Constants): Iterable<State> {
  const votes: Vote[] = [...k.Ballot].flatMap((b) => [...k.Value].map((v): Vote => [b, v]));
  const ballots: readonly BallotOrNone[] = [-1, ...k.Ballot];
  const promises = [...functions(k.Acceptor, ballots)];
  for (const cast of functions(k.Acceptor, subsets(votes))) {
    for (const maxBal of promises) yield { votes: cast, maxBal };
  }
}

/** `SUBSET elements` */
function subsets<T extends TlaValue>(elements: readonly T[]): readonly TlaSet<T>[] {
  return Array.from({ length: 2 ** elements.length }, (_, chosen) =>
    set(elements.filter((__, index) => (chosen & (1 << index)) !== 0)),
  );
}

/** `[domain -> range]` */
function* functions<V extends TlaValue>(
  domain: TlaSet<Acceptor>,
  range: readonly V[],
): Iterable<TlaFunction<Acceptor, V>> {
  for (const values of product([...domain].map(() => range))) {
    yield functionOn(domain, (_, index) => values[index] as V);
  }
}
