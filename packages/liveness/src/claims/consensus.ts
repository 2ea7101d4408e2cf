import type { Exploration } from '@synod/spec';
import { TlaSet } from '@synod/tla';
import { weakFairness } from '../fairness.js';
import type { LivenessClaim } from './claim.js';

/** `LiveSpec => Success` of Consensus. @spec Consensus!LiveSpec */
export function consensusClaim({ graph }: Pick<Exploration<unknown>, 'graph'>): LivenessClaim {
  const chosen = graph.variables.indexOf('chosen');
  return {
    graph,
    premises: [
      {
        name: 'Next',
        text: 'WF_chosen(Next)',
        fairness: [weakFairness(graph, 'WF_chosen(Next)', ({ action }) => action === 'Next')],
      },
    ],
    goal: {
      type: 'eventually',
      holds: (state) => !isEmpty(graph.values(state)[chosen]),
    },
  };
}

/** `S = {}` */
export function isEmpty(value: unknown): boolean {
  return value instanceof TlaSet && value.size === 0;
}
