import type { State } from './state.js';

/** The actions of Paxos with their parameters, as traces have these, and its variables. */
export type PaxosVocabulary = {
  readonly actions: {
    readonly Phase1a: { readonly b: number };
    readonly Phase1b: { readonly a: string };
    readonly Phase2a: { readonly b: number; readonly v: string };
    readonly Phase2b: { readonly a: string };
  };
  readonly variables: keyof State;
};
