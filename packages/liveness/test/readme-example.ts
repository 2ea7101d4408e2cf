import { findLasso, strongFairness, unroll, weakFairness } from '@synod/liveness';
import { explore, instantiate, type Specification } from '@synod/spec';

/** A door that is opened and shut for ever, and through which one can go while it is open. */
const Door: Specification<unknown, { readonly at: string }> = {
  name: 'Door',
  constantNames: [],
  variables: ['at'],
  constants: () => ({}),
  *Init() {
    yield { at: 'shut' };
  },
  *Next(_, s) {
    if (s.at === 'shut') yield { action: 'Turn', parameters: [], state: { at: 'open' } };
    if (s.at === 'open') yield { action: 'Turn', parameters: [], state: { at: 'shut' } };
    if (s.at === 'open') yield { action: 'Go', parameters: [], state: { at: 'through' } };
  },
  actions: {},
  operators: {},
  invariants: [],
  refinements: [],
};

const { graph, states } = explore(instantiate(Door, {}));
const goal = { type: 'eventually', holds: (state: number) => states[state]?.at === 'through' } as const;
const Turn = weakFairness(graph, 'WF_vars(Turn)', ({ action }) => action === 'Turn');
const Go = strongFairness(graph, 'SF_vars(Go)', ({ action }) => action === 'Go');

/** Weakly fair, it may be shut again each time before anybody goes. Strongly fair, somebody goes. */
export const weakly: readonly string[] = told([Turn, { ...Go, kind: 'weak' }]);
export const strongly: readonly string[] = told([Turn, Go]);

function told(fairness: readonly (typeof Go)[]): readonly string[] {
  const verdict = findLasso({ graph, fairness, goal });
  if (verdict.holds) return ['holds'];
  const { labels, backTo } = unroll(graph, verdict.lasso);
  return [...labels.map(({ key }) => key), `and again from state ${backTo}`];
}
