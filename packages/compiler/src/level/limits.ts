import type { Span } from '../parse/syntax.js';
import { describe, type Found, type Level, levelErrorAt } from './level.js';

/** A level, if it is not too high. */
export function limit(found: Found, span: Span, level: Level, what: string): Found {
  if (found.level > level) throw levelErrorAt(`${what} must be ${describe(level)} at most`, span, found);
  return found;
}

/** A temporal formula and an action cannot be joined: an action is one only as `[][A]_v` or `<><<A>>_v`. */
export function checkMixed(items: readonly Found[], span: Span, operator: string): void {
  const temporal = items.find(({ level }) => level === 3);
  const action = items.find(({ level }) => level === 2);
  if (temporal === undefined || action === undefined) return;
  const what = `what \`${operator}\` joins with a temporal formula must be ${describe(1)} or temporal itself`;
  throw levelErrorAt(what, span, action);
}
