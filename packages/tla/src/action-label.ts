import { skipBlanks, take, unexpected, word } from './cursor.js';
import type { Place } from './error.js';
import { readValue, valueCursor } from './parse-value.js';
import type { TlaValue } from './value.js';

/** An action as the label of a step names it. */
export interface ActionLabel {
  readonly name: string;
  /** The arguments, if TLC printed them: 1.7.x never does, later versions do for an action that has some. */
  readonly parameters: readonly TlaValue[] | undefined;
}

/**
 * Reads the label of a step, `Phase1a` or `Phase2a(0,v1)`.
 *
 * @param place where the label stands, for messages
 * @throws InputError if it is neither a name nor a name with values in parentheses
 */
export function parseActionLabel(label: string, place: Place = {}): ActionLabel {
  const cursor = valueCursor(label, place);
  let name = word(cursor);
  // An action of an instance: `I!Next`.
  while (name !== '' && take(cursor, '!')) name += `!${word(cursor)}`;
  if (name === '' || name.endsWith('!')) throw unexpected(cursor, 'the name of an action');
  if (cursor.at === label.length) return { name, parameters: undefined };
  const parameters: TlaValue[] = [];
  if (!take(cursor, '(')) throw unexpected(cursor, '"("');
  for (;;) {
    parameters.push(readValue(cursor));
    skipBlanks(cursor);
    if (take(cursor, ')')) break;
    if (!take(cursor, ',')) throw unexpected(cursor, '"," or ")"');
  }
  if (cursor.at < label.length) throw unexpected(cursor, 'the end of the label');
  return { name, parameters };
}
