import type { State } from './state.js';

/** The actions of Voting with their parameters, as traces have these, and its variables. */
export type VotingVocabulary = {
  readonly actions: {
    readonly IncreaseMaxBal: { readonly a: string; readonly b: number };
    readonly VoteFor: { readonly a: string; readonly b: number; readonly v: string };
  };
  readonly variables: keyof State;
};
