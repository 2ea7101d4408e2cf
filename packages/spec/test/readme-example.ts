import { explore, instantiate, type Specification, steps } from '@synod/spec';
import { set, type TlaSet } from '@synod/tla';

type Constants = { readonly Colour: TlaSet<string> };
type State = { readonly shown: string };

/** The module Light: `Change(c) == shown # c /\ shown' = c`. */
function* Change(s: State, c: string): Iterable<State> {
  if (!(s.shown !== c)) return; // /\ shown # c
  yield { shown: c }; //           /\ shown' = c
}

const Light: Specification<Constants, State> = {
  name: 'Light',
  constantNames: ['Colour'],
  variables: ['shown'],
  constants: (assignment) => assignment as Constants,
  *Init() {
    yield { shown: 'red' };
  },
  *Next(k, s) {
    for (const c of k.Colour) yield* steps('Change', [c], Change(s, c));
  },
  actions: { Change: { formals: { c: 'Colour' }, next: (_, s, c) => Change(s, c as string) } },
  operators: { TypeOK: { formals: {}, value: (k, s) => k.Colour.has(s.shown) } },
  invariants: ['TypeOK'],
  refinements: [],
};

/** How many states and steps the light has, with these colours. */
export function count(colours: readonly string[]): readonly [states: number, steps: number] {
  const { graph } = explore(instantiate(Light, { Colour: set(colours) }));
  return [graph.size, graph.targets.length];
}
