import type { Json } from '@synod/tla';
import { didYouMean } from '../../nearest.js';
import { shown } from '../read/fields.js';
import { toText } from './convert.js';
import { type FieldPath, parsePath } from './path.js';
import { longestText, readRegex } from './regex.js';

/** What a rule asks of one field of a line. */
export interface Condition {
  readonly path: FieldPath;
  /** What is asked, in a few words, for messages. */
  readonly text: string;
  /** The names of the groups of its regular expression. */
  readonly names: readonly string[];
  holds(value: Json | undefined): Held;
}

/** Whether a condition holds, and what its groups have found. */
export type Held = boolean | 'too long' | { readonly [group: string]: string | undefined };

/**
 * Reads what a rule asks of a field: a constant, one of several, `{"match": "…"}` or `{"exists": true}`.
 *
 * @throws what `fail` throws
 */
export function readCondition(field: string, json: unknown, fail: (message: string) => never): Condition {
  const path = parsePath(field);
  if (path?.root !== '$') {
    const hint = /^[\w.[\]]+$/.test(field) ? `: write "$.${field}"` : ' like $.a.b[0] or $["a.b"]';
    return fail(`the name of a condition must be a path${hint}.`);
  }
  if (Array.isArray(json)) {
    const values = json as readonly unknown[];
    const odd = values.find((value) => !isScalar(value));
    if (odd !== undefined || values.length === 0)
      return fail('an array here lists the values of which one is asked.');
    return constant(path, values, `one of ${values.map(shown).join(', ')}`);
  }
  if (isScalar(json)) return constant(path, [json], shown(json));
  return special(path, json as { readonly [name: string]: unknown }, fail);
}

function constant(path: FieldPath, values: readonly unknown[], text: string): Condition {
  return { path, text, names: [], holds: (value) => value !== undefined && values.includes(value) };
}

function special(
  path: FieldPath,
  json: { readonly [name: string]: unknown },
  fail: (message: string) => never,
): Condition {
  const [key = '', ...others] = Object.keys(json);
  if (others.length > 0 || !['match', 'exists'].includes(key)) {
    const advice = didYouMean(key, ['match', 'exists']);
    return fail(
      `what is asked must be a constant, an array of them, {"match": …} or {"exists": …}${advice}.`,
    );
  }
  const asked = json[key];
  if (key === 'exists') {
    if (typeof asked !== 'boolean') return fail(`"exists" must be true or false, and is ${shown(asked)}.`);
    return {
      path,
      text: asked ? 'anything' : 'nothing',
      names: [],
      holds: (value) => (value !== undefined) === asked,
    };
  }
  if (typeof asked !== 'string') return fail(`"match" must be a regular expression, and is ${shown(asked)}.`);
  const regex = readRegex(asked);
  if (typeof regex === 'string') return fail(`this regular expression does not read: ${regex}.`);
  return {
    path,
    text: `a match of ${asked}`,
    names: regex.names,
    holds(value) {
      const text = value === undefined ? undefined : toText(value);
      if (text === undefined) return false;
      if (text.length > longestText) return 'too long';
      const found = regex.expression.exec(text);
      return found === null ? false : (found.groups ?? true);
    },
  };
}

function isScalar(json: unknown): boolean {
  return json === null || ['string', 'number', 'boolean'].includes(typeof json);
}
