import type { Specification } from '@synod/spec';
import { set, type TlaSet, type TlaValue } from '@synod/tla';

/** A counter that goes up to Max, each step by one of the numbers in By. */
export type Constants = { readonly Max: number; readonly By: TlaSet<number> };
export type State = { readonly n: number };

/** What a test changes in the counter. */
export interface Change {
  readonly start?: readonly number[];
  readonly add?: (n: number, by: number, max: number) => readonly number[];
  readonly even?: (n: number) => TlaValue;
  readonly small?: (n: number, max: number) => boolean;
}

const add = (n: number, by: number, max: number): readonly number[] => (n + by <= max ? [n + by] : []);

/** The specification that the counter refines: a light that may go from off to on, never back. */
const Light: Specification<unknown, { readonly on: boolean }> = {
  name: 'Light',
  constantNames: [],
  variables: ['on'],
  constants: () => ({}),
  *Init() {
    yield { on: false };
  },
  *Next(_, s) {
    if (!s.on) yield { action: 'Next', parameters: [], state: { on: true } };
  },
  actions: {},
  operators: { Bright: { formals: {}, value: (_, s) => s.on } },
  invariants: [],
  refinements: [],
};

/** The counter, with whatever a test changes. Seen as a light, it is on from 2 upwards. */
export function counter(change: Change = {}): Specification<Constants, State> {
  const next = change.add ?? add;
  return {
    name: 'Counter',
    constantNames: ['Max', 'By'],
    variables: ['n'],
    constants: (assignment) => assignment as unknown as Constants,
    *Init() {
      for (const n of change.start ?? [0]) yield { n };
    },
    *Next(k, s) {
      for (const by of k.By) {
        for (const n of next(s.n, by, k.Max)) yield { action: 'Add', parameters: [by], state: { n } };
      }
    },
    actions: {
      Add: {
        formals: { by: 'By' },
        *next(k, s, by: number) {
          for (const n of next(s.n, by, k.Max)) yield { n };
        },
      },
    },
    operators: {
      Even: { formals: {}, value: (_, s) => (change.even ?? ((n) => n % 2 === 0))(s.n) },
      Small: { formals: {}, value: (k, s) => (change.small ?? ((n, max) => n <= max))(s.n, k.Max) },
      Reaches: { formals: { by: 'By' }, value: (k, s, by: number) => s.n + by <= k.Max },
    },
    invariants: ['Small'],
    refinements: [
      { name: 'L', above: Light, constants: (k) => k, mapping: (_, s: State) => ({ on: s.n >= 2 }) },
    ],
  };
}

export const constants: { readonly Max: number; readonly By: TlaSet<number> } = { Max: 4, By: set([1, 2]) };
