import { InputError, type Place } from '@synod/tla';

/** How far a search may go. */
export interface SearchOptions {
  /** The most states that may be possible at one place of a total order, or pairs of a cut and a state in a partial one. */
  readonly maxFrontier?: number;
  /** How many pairs of a partial order are looked at before it is worth finding out which events commute. */
  readonly patience?: number;
  /** Whether the time is over. Asked often. */
  readonly expired?: () => boolean;
}

/** The limit where none is given. */
export const defaultMaxFrontier = 1_000_000;

/** What a search that may not go on says. */
export function limitReached(what: string, place: Place | undefined): InputError {
  return new InputError('limit', what, place);
}

/** Says that there is no more time, and where the search was. */
export function outOfTime(matched: number, place: Place | undefined): InputError {
  return limitReached(
    `the time was over when ${matched} events had been matched: give a longer --timeout.`,
    place,
  );
}

/** Does something that may come to a limit, and says where it was if the limit itself does not. */
export function limitedAt<T>(place: Place | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'limit' || error.place.file !== undefined)
      throw error;
    throw new InputError(error.code, error.message, place, { cause: error });
  }
}
