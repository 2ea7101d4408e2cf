import { explore, type TransitionSystem } from '@synod/spec';
import { set, type TlaSet, type TlaValue } from '@synod/tla';
import type { Model } from '../src/model/model.js';
import { modelSpace } from '../src/trace/model-space.js';

type Name = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
const names: readonly Name[] = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The words of the parcels. */
export interface Parcels {
  readonly actions: {
    readonly Pack: { readonly p: Name };
    readonly Stamp: { readonly p: Name };
    readonly Send: { readonly p: Name; readonly q: Name };
    readonly Look: { readonly p: Name };
  };
  readonly variables: 'packed' | 'stamped' | 'sent';
}

interface State {
  readonly packed: TlaSet<TlaValue>;
  readonly stamped: TlaSet<TlaValue>;
  readonly sent: TlaSet<TlaValue>;
}

const formal = (name: string) => ({ name, constant: 'Name', domain: names });
const has = (values: TlaSet<TlaValue>, value: TlaValue): boolean => values.elements.includes(value);
const add = (values: TlaSet<TlaValue>, ...more: readonly TlaValue[]): TlaSet<TlaValue> =>
  set([...values.elements, ...more]);

function perform(state: State, action: string, [p, q = '']: readonly TlaValue[]): readonly State[] {
  const { packed, stamped, sent } = state;
  if (p === undefined) return [];
  if (action === 'Pack') return has(packed, p) ? [] : [{ ...state, packed: add(packed, p) }];
  if (action === 'Stamp') {
    return has(packed, p) && !has(stamped, p) ? [{ ...state, stamped: add(stamped, p) }] : [];
  }
  if (action === 'Look') return has(packed, p) ? [state] : [];
  const ready = [p, q].every((one) => has(stamped, one) && !has(sent, one));
  const inOrder = names.findIndex((name) => name === p) < names.findIndex((name) => name === q);
  return ready && inOrder ? [{ ...state, sent: add(sent, p, q) }] : [];
}

/** A parcel is packed, stamped, and sent together with another; one that is packed can be looked at. */
const parcels: TransitionSystem<State> = {
  name: 'Parcels',
  variables: ['packed', 'stamped', 'sent'],
  actions: [
    { name: 'Pack', formals: [formal('p')] },
    { name: 'Stamp', formals: [formal('p')] },
    { name: 'Send', formals: [formal('p'), formal('q')] },
    { name: 'Look', formals: [formal('p')] },
  ],
  operators: [],
  invariants: [],
  refinements: [],
  typeCorrect: undefined,
  init: () => [{ packed: set([]), stamped: set([]), sent: set([]) }],
  *next(state) {
    for (const { name: action, formals } of parcels.actions) {
      const choices =
        formals.length === 1 ? names.map((p) => [p]) : names.flatMap((p) => names.map((q) => [p, q]));
      for (const parameters of choices) {
        for (const next of perform(state, action, parameters)) yield { action, parameters, state: next };
      }
    }
  },
  decode: ({ packed, stamped, sent }) => [packed, stamped, sent],
  perform,
};

/** The parcels as a model in TypeScript, of which nothing has been asked yet. */
export function parcelsModel(): Model<Parcels> {
  return {
    spec: 'Parcels',
    name: 'Parcels in TypeScript',
    space: modelSpace(parcels),
    graph: () => explore(parcels).graph,
    guards: undefined,
    warnings: [],
  };
}
