import type { Vocabulary } from '@synod/spec';
import type { Json } from '@synod/tla';

export type { AnyVocabulary, Vocabulary } from '@synod/spec';

/** The name of an action. */
export type ActionName<V extends Vocabulary> = keyof V['actions'] & string;

/** Values of variables, all or some. An object says nothing of what it does not mention (docs/trace-format.md). */
export type Observed<V extends Vocabulary> = { readonly [variable in V['variables']]?: Json };
