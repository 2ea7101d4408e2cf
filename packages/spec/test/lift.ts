import type { Specification } from '@synod/spec';
import { set, type TlaSet, type TlaValue } from '@synod/tla';

/** A lift with a door, and the specification it refines: something that is somewhere. */
export type Constants = { readonly Floor: TlaSet<number>; readonly Button: TlaSet<TlaValue> };
export type State = { readonly floor: number; readonly open: boolean };

const Place: Specification<{ readonly Floor: TlaSet<number> }, { readonly at: number }> = {
  name: 'Place',
  constantNames: ['Floor'],
  variables: ['at'],
  constants: (assignment) => assignment as { readonly Floor: TlaSet<number> },
  *Init(k) {
    for (const floor of k.Floor) yield { at: floor };
  },
  *Next(k) {
    for (const floor of k.Floor) yield { action: 'Be', parameters: [floor], state: { at: floor } };
  },
  actions: {
    Be: {
      formals: { f: 'Floor' },
      *next(_, __, f) {
        yield { at: f as number };
      },
    },
  },
  operators: { Ground: { formals: {}, value: (_, s) => s.at === 0 } },
  invariants: [],
  refinements: [],
};

function* Go(k: Constants, s: State, f: number): Iterable<State> {
  if (s.open || f === s.floor) return;
  if (k.Floor.has(f)) yield { floor: f, open: false };
}

function* Door(s: State): Iterable<State> {
  yield { ...s, open: !s.open };
}

/** Goes between floors with its door closed. */
export const Lift: Specification<Constants, State> = {
  name: 'Lift',
  constantNames: ['Floor', 'Button'],
  variables: ['floor', 'open'],
  constants: (assignment) => assignment as Constants,
  *Init() {
    yield { floor: 0, open: true };
  },
  *Next(k, s) {
    for (const f of k.Floor) for (const state of Go(k, s, f)) yield { action: 'Go', parameters: [f], state };
    for (const state of Door(s)) yield { action: 'Door', parameters: [], state };
  },
  *typeCorrect(k) {
    for (const floor of k.Floor) for (const open of [false, true]) yield { floor, open };
  },
  actions: {
    Go: { formals: { f: 'Floor' }, next: (k, s, f) => Go(k, s, f as number) },
    Door: { formals: {}, next: (_, s) => Door(s) },
  },
  operators: {
    Open: { formals: {}, value: (_, s) => s.open },
    Reaches: { formals: { f: 'Floor', b: 'Button' }, value: (k, s, f) => k.Floor.has(f) && !s.open },
  },
  invariants: ['Open'],
  refinements: [
    { name: 'P', above: Place, constants: (k) => ({ Floor: k.Floor }), mapping: (_, s) => ({ at: s.floor }) },
  ],
};

/** The constants of a lift with this many floors. */
export function floors(count: number): { readonly Floor: TlaSet<number>; readonly Button: TlaSet<string> } {
  return { Floor: set(Array.from({ length: count }, (_, floor) => floor)), Button: set(['up']) };
}
