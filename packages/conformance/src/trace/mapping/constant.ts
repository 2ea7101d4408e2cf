import { InputError, type Json } from '@synod/tla';
import { readPattern } from '../read-pattern.js';
import type { Refuse } from './mapping-place.js';

/**
 * A constant of a mapping, if it is a value of the trace format.
 *
 * @throws what `fail` throws
 */
export function readConstant(json: unknown, where: string, fail: Refuse): Json {
  try {
    readPattern(json as Json, where, {});
    return json as Json;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // The message begins with the place in the value, and that with the place of the value.
    const end = error.message.indexOf(': ', where.length);
    return fail(error.message.slice(0, end), error.message.slice(end + 2));
  }
}
