import { placeAt } from './cursor.js';
import { InputError, type Place } from './error.js';
import type { Json } from './json.js';

/**
 * JSON.parse.
 *
 * @throws InputError where the text stops being JSON, as far as the engine says where
 */
export function parseJson(text: string, place: Place = {}): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    const position = /position (\d+)/u.exec(reason)?.[1];
    const where = position === undefined ? place : placeAt(text, Number(position), place);
    const message = text.trim() === '' ? 'The file is empty.' : 'This is not JSON, or it was cut.';
    throw new InputError('json', message, where, { cause });
  }
}
