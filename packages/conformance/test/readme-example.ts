import { check, readTlcExport } from '@synod/conformance';
import { instantiate, type Specification } from '@synod/spec';

/** A light that can be switched: the module Switch with `Init == on = FALSE` and `Flip == on' = ~on`. */
export const Switch: Specification<unknown, { readonly on: boolean }> = {
  name: 'Switch',
  constantNames: [],
  variables: ['on'],
  constants: () => ({}),
  *Init() {
    yield { on: false };
  },
  *Next(_, s) {
    yield { action: 'Flip', parameters: [], state: { on: !s.on } };
  },
  actions: { Flip: { formals: {}, next: (_, s) => [{ on: !s.on }] } },
  operators: { Dark: { formals: {}, value: (_, s) => !s.on } },
  invariants: [],
  refinements: [],
};

/** Compares it with what TLC wrote: its graph (`-dump dot,actionlabels`), and a line of operators for each state. */
export async function conforms(steps: string, states: string): Promise<boolean> {
  const exported = await readTlcExport({
    module: 'Switch',
    variables: ['on'],
    labels: new Map([['Flip', { action: 'Flip', parameters: [] }]]),
    operators: [{ name: 'Dark', formals: [] }],
    counts: { distinct: 2, generated: 3 },
    steps: { chunks: [steps], file: 'steps.dot' },
    states: { chunks: [states], file: 'states.txt' },
  });
  const verdict = check(instantiate(Switch, {}), exported);
  for (const divergence of verdict.divergences) console.error(divergence);
  return verdict.conforms;
}
