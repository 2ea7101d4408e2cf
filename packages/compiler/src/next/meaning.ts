import type { Application } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import type { Entity } from '../resolve/scope.js';
import type { Here, Local } from './here.js';

/** What an application's operator is. */
export type Meaning =
  | { readonly type: 'local'; readonly local: Local }
  /** `name` is missing where a module that extends the root cannot name it. */
  | { readonly type: 'entity'; readonly entity: Entity; readonly name: string | undefined }
  /** Nothing defines it: it belongs to the language, or to a standard module that is not known here. */
  | { readonly type: 'language' };

export function meaningOf(application: Application, here: Here): Meaning {
  if (application.path.length === 0) {
    const local = here.locals.get(application.name);
    if (local !== undefined) return { type: 'local', local };
  }
  const entity = lookUp(application, here.scope);
  if (entity === undefined) return { type: 'language' };
  return { type: 'entity', entity, name: here.outside.names.get(entity) };
}
