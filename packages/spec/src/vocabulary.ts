import type { Json } from '@synod/tla';

/**
 * The words of a specification, as a type: its actions with their parameters, and its variables. Values are as traces
 * have them: model values and strings are strings. `synod types` writes one; a specification in TypeScript has one.
 *
 *     interface TwoPhase {
 *       readonly actions: { readonly AskAll: {}; readonly CountYes: { readonly p: 'p1' | 'p2' } };
 *       readonly variables: 'coordinator' | 'mail';
 *     }
 */
export interface Vocabulary {
  readonly actions: object;
  readonly variables: string;
}

/** The words of a specification that nothing is known of. */
export interface AnyVocabulary {
  readonly actions: { readonly [action: string]: { readonly [parameter: string]: Json } };
  readonly variables: string;
}
