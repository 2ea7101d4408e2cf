import { InputError } from '@synod/tla';

/**
 * Holds a number of states or steps in a file to the number that TLC counted.
 *
 * @throws InputError if they differ
 */
export function compareCount(
  what: string,
  found: number,
  counted: number | undefined,
  file: string | undefined,
): void {
  if (counted === undefined || found === counted) return;
  const message = `The file has ${found} ${what}, TLC counted ${counted}: it is incomplete, or of another run.`;
  throw new InputError('counts', message, { file });
}
