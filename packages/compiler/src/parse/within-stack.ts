import { InputError, type Place } from '@synod/tla';

/**
 * Does what goes as deep as a text is nested, which may be deeper than JavaScript's stack. A chain of a thousand
 * operators is nested too.
 *
 * @param place what is worked at; a function where that is known only when it has gone wrong
 * @throws InputError `tla-too-large` if it is nested too deeply
 */
export function withinStack<T>(place: Place | (() => Place), work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.includes('call stack')) throw error;
    const message = 'definitions or expressions are nested too deeply: take them apart';
    throw new InputError('tla-too-large', message, typeof place === 'function' ? place() : place, {
      cause: error,
    });
  }
}
