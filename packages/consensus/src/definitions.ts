// biome-ignore-all format: the specification's text stands beside the code, aligned
import { isSubset, set, TlaSet } from '@synod/tla';
import type { Constants, State } from './state.js';

/** @spec Consensus!TypeOK */
export function TypeOK(k: Constants, s: State): boolean {
  return isSubset(s.chosen, k.Value)             // /\ chosen \subseteq Value
    && s.chosen instanceof TlaSet;               // /\ IsFiniteSet(chosen)
}

/** @spec Consensus!Init */
export function* Init(): Iterable<State> {
  yield { chosen: set([]) };                     // chosen = {}
}

/** The only step there is: one value is chosen, once. @spec Consensus!Next */
export function* Next(k: Constants, s: State): Iterable<State> {
  if (!(s.chosen.size === 0)) return;            // /\ chosen = {}
  for (const v of k.Value) {                     // /\ \E v \in Value :
    yield { chosen: set([v]) };                  //       chosen' = {v}
  }
}

/** Agreement: never two values. @spec Consensus!Inv */
export function Inv(k: Constants, s: State): boolean {
  return TypeOK(k, s)                            // /\ TypeOK
    && s.chosen.size <= 1;                       // /\ Cardinality(chosen) <= 1
}
