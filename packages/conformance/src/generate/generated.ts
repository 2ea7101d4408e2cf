import type { Label } from '@synod/spec';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';

/** What behaviours together must reach: each action, each state, or each labelled step of a graph. */
export const covers = ['actions', 'states', 'steps'] as const;

export type Cover = (typeof covers)[number];

/** What is asked of generated behaviours. */
export interface GenerateOptions {
  readonly cover: Cover;
  /** No behaviour has more steps than this. */
  readonly maxLength?: number | undefined;
}

/** Behaviours that together cover a graph, those that reach most that is new first. */
export interface Generated {
  readonly behaviours: readonly SpaceBehaviour[];
  /** How many steps they have, all together. */
  readonly events: number;
  /** How many actions, states or steps there are, and how many of them are reached. */
  readonly total: number;
  readonly covered: number;
  readonly bound: GeneratedBound;
  /** What no behaviour reaches, or none that is short enough. */
  readonly uncovered: readonly Uncovered[];
}

/** What cannot be done with less. */
export interface GeneratedBound {
  /** No behaviours, of whatever length, that reach what these reach have fewer steps in all. */
  readonly events: number;
  /** Nor are there fewer behaviours that have no more steps in all than `events`, where this is known. */
  readonly behaviours?: number;
  /** Whether these have no more: then nothing shorter exists. */
  readonly exact: boolean;
}

/** An action, a state or a step that is not reached, and how many steps a behaviour needs to; nothing if none does. */
export type Uncovered =
  | { readonly type: 'action'; readonly action: string; readonly needs: number | undefined }
  | { readonly type: 'state'; readonly state: number; readonly needs: number | undefined }
  | {
      readonly type: 'step';
      readonly from: number;
      readonly label: Label;
      readonly to: number;
      readonly needs: number | undefined;
    };
