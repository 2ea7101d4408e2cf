import type { State } from './state.js';

/** The actions of Consensus with their parameters, as traces have these, and its variables. */
export type ConsensusVocabulary = {
  readonly actions: {
    readonly Next: Readonly<Record<string, never>>;
  };
  readonly variables: keyof State;
};
