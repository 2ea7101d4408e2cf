import { InputError, type Place } from '@synod/tla';
import { placeOf, type Span } from '../parse/syntax.js';

/** 0 a constant, 1 a state, 2 an action (a step), 3 a temporal formula (a behaviour), as SANY counts. */
export type Level = 0 | 1 | 2 | 3;

/** The level of an expression, and what makes it so: a variable, a prime, a temporal operator. */
export interface Found {
  readonly level: Level;
  readonly cause: Span | undefined;
}

export const constant: Found = { level: 0, cause: undefined };

const names: readonly string[] = ['a constant', 'a state', 'an action', 'a temporal formula'];

/** `an action (level 2)` */
export function describe(level: Level): string {
  return `${names[level]} (level ${level})`;
}

/** The highest of some levels, with the cause of the first that has it. */
export function highest(found: readonly Found[]): Found {
  return found.reduce((most, one) => (one.level > most.level ? one : most), constant);
}

/** At least a level, for a reason of its own. */
export function atLeast(level: Level, found: Found, cause: Span): Found {
  return found.level >= level ? found : { level, cause };
}

/** An error about a level: what must not be, and what makes it so. */
export function levelError(what: string, place: Place, { level, cause }: Found): InputError {
  const because =
    cause === undefined ? '' : `: \`${shorten(cause.text)}\` in line ${cause.line} of ${cause.file}`;
  return new InputError('tla-level', `${what}, and this has ${describe(level)}${because}`, place);
}

/** The same, at the place of an expression. */
export function levelErrorAt(what: string, span: Span, found: Found): InputError {
  return levelError(what, placeOf(span), found);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}...` : line;
}
