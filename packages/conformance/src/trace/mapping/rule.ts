import { InputError, type Json, type Place } from '@synod/tla';
import { shown } from '../read/fields.js';
import type { Condition } from './condition.js';
import { Absent, type Filling, type Template } from './filling.js';
import { oneLine } from './mapping-place.js';
import { valueAt } from './path.js';

/** A rule of a mapping. */
export interface Rule {
  /** `rule 3 (Vote)`. */
  readonly title: string;
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
  readonly ignore: boolean;
  /** What a line is, by the names of an event's fields. */
  readonly fields: ReadonlyMap<string, Template>;
  /** Whether `seq` is counted. */
  readonly counted: boolean;
}

/** The groups of a rule's regular expressions; undefined where one has found nothing. */
export type Groups = ReadonlyMap<string, string | undefined>;

/** What came of holding a line against a rule. */
export type Match =
  | { readonly type: 'fits'; readonly groups: Groups }
  | { readonly type: 'not'; readonly condition: Condition; readonly tooLong: boolean };

const noGroups: Groups = new Map();

/** Holds a line against a rule. */
export function matchRule({ conditions }: Rule, line: Json): Match {
  let groups = noGroups;
  for (const condition of conditions) {
    const held = condition.holds(valueAt(line, condition.path));
    if (held === false || held === 'too long') return { type: 'not', condition, tooLong: held !== false };
    if (held !== true) groups = new Map([...groups, ...Object.entries(held)]);
  }
  return { type: 'fits', groups };
}

/** Why a line does not fit a rule: `rule 1 (Vote) asks for "trace" at $.msg, where it has "boot"`. */
export function whyNot({ title }: Rule, { path, text }: Condition, line: Json): string {
  return `${title} asks for ${text} at ${path.text}, where it has ${shown(valueAt(line, path)).replace('missing', 'nothing')}`;
}

/**
 * The event that a line is, as JSON of the trace format, without `seq` where that is counted.
 *
 * @throws InputError with the line's place, for what the line lacks
 */
export function eventOf(
  { title, fields }: Rule,
  filling: Filling,
  { file, place }: { readonly file: string; readonly place: Place },
): { readonly [field: string]: Json } {
  const event: [string, Json][] = [];
  for (const [field, template] of fields) {
    const value = template(filling);
    if (!(value instanceof Absent)) event.push([field, value]);
    else if (!value.allowed) {
      const message = `${value.reason}, which ${title} of ${file} takes for ${field}: correct the rule, or say there what to do without it ("when", "else", "optional").`;
      throw new InputError('mapped-line', oneLine(message), place);
    }
  }
  return Object.fromEntries(event);
}
