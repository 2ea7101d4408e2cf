import { type TransitionSystem } from '@synod/spec';
import { functionOn, set, type TlaFunction, type TlaValue } from '@synod/tla';

/** Counters that tick, each by itself, and begin again after the last hour: events of different ones commute. */
export interface Ticks {
  readonly hands: TlaFunction<string, number>;
}

/**
 * `Tick(p)` moves the hand of p on by one; `Strike(p)` is possible at hour 0 only, and changes nothing; `Meet(p)` is
 * possible where all hands are at the same hour.
 */
export function ticks(names: readonly string[], hours: number): TransitionSystem<Ticks> {
  const formals = [{ name: 'p', constant: 'Name', domain: names }];
  const at = (state: Ticks, p: TlaValue): number => state.hands.values[state.hands.indexOf(p)] as number;
  const perform = (state: Ticks, action: string, [p]: readonly TlaValue[]): readonly Ticks[] => {
    if (action === 'Strike') return at(state, p as string) === 0 ? [state] : [];
    if (action === 'Meet') return new Set(state.hands.values).size === 1 ? [state] : [];
    const moved = functionOn(set(names), (name) => (at(state, name) + (name === p ? 1 : 0)) % hours);
    return [{ hands: moved }];
  };
  return {
    name: 'Ticks',
    variables: ['hands'],
    actions: ['Tick', 'Strike', 'Meet'].map((name) => ({ name, formals })),
    operators: [],
    invariants: [],
    refinements: [],
    typeCorrect: undefined,
    init: () => [{ hands: functionOn(set(names), () => 0) }],
    *next(state) {
      for (const action of ['Tick', 'Strike', 'Meet']) {
        for (const p of names) {
          for (const next of perform(state, action, [p])) yield { action, parameters: [p], state: next };
        }
      }
    },
    decode: ({ hands }) => [hands],
    perform,
  };
}
