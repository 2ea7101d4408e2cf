import type { Decision } from './protocol.ts';

/** A participant of the model MCTwoPhase. */
export type Name = 'p1' | 'p2' | 'p3';

/** The words of TwoPhase.tla: its actions with their parameters, and its variables. */
export interface TwoPhase {
  readonly actions: {
    readonly AskAll: Readonly<Record<string, never>>;
    readonly CountYes: { readonly p: Name };
    readonly Decide: { readonly d: Decision };
    readonly VoteYes: { readonly p: Name };
    readonly VoteNo: { readonly p: Name };
    readonly Finish: { readonly p: Name; readonly d: Decision };
  };
  readonly variables: 'coordinator' | 'yes' | 'participant' | 'mail';
}
