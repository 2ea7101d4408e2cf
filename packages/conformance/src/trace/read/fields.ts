import { InputError, type Place } from '@synod/tla';
import type * as z from 'zod';
import { didYouMean } from '../../nearest.js';

/**
 * Holds a line to its schema.
 *
 * @param what it is: `the header`, `the event`
 * @param known the names of its fields, for suggestions
 * @throws InputError that names the first field which is wrong
 */
export function checkFields<T>(
  json: unknown,
  schema: z.ZodType<T>,
  { what, known, place }: { what: string; known: readonly string[]; place: Place },
): T {
  const { success, error } = schema.safeParse(json);
  // As it stands in the file: what zod gives is a copy.
  if (success) return json as T;
  // A mistyped name is the reason why its field is missing too.
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (issue === undefined) throw error;
  if (issue.code === 'unrecognized_keys') throw unknownField(issue.keys[0] ?? '', what, known, place);
  const found = valueAt(json, issue.path);
  const message =
    issue.code === 'custom'
      ? issue.message
      : `${fieldText(issue.path) || what} ${issue.message}; it is ${shown(found)}.`;
  throw new InputError('trace-field', message, place);
}

function unknownField(name: string, what: string, known: readonly string[], place: Place): InputError {
  const short = cut(name);
  const message = `${what} has an unknown field ${JSON.stringify(short)}${didYouMean(short, known)}; what is not compared goes into "meta".`;
  return new InputError('trace-field', message, place);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = json;
  for (const step of path) found = (found as Record<PropertyKey, unknown> | undefined)?.[step];
  return found;
}

/** Where something stands in a line: `state.maxBal`, `params[0]`, `clock["a 1"]`. */
export function fieldText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(fieldStep, '');
}

/** The text of a field of something that has a text. */
export function fieldStep(text: string, step: PropertyKey): string {
  if (typeof step === 'number') return `${text}[${step}]`;
  const name = String(step);
  if (!/^[#\w]{1,60}$/.test(name)) return `${text}[${oneLine(JSON.stringify(cut(name)))}]`;
  return text === '' ? name : `${text}.${name}`;
}

/** A name in a message: without newlines and the like, and not more of it than helps. */
export function printable(text: string): string {
  return oneLine(cut(text));
}

/** A message in which names of the file may stand: in one line, and its middle left out if they are long. */
export function brief(message: string): string {
  const text = message.length > 240 ? `${message.slice(0, 120)}…${message.slice(-100)}` : message;
  return oneLine(text);
}

/** A text without newlines and the like. */
function oneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A value in a message: in a few words, whatever it is. */
export function shown(json: unknown): string {
  if (json === undefined) return 'missing';
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'an array';
  if (typeof json === 'object') return 'an object';
  if (typeof json === 'number') return String(json);
  return oneLine(cut(JSON.stringify(json)));
}
