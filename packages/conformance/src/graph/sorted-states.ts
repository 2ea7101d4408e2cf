import { type Place, parseState, type StateReader, stateReader, type TlaValue } from '@synod/tla';

/** Reads printed states, and says which variables they have once the first has been read. */
export interface SortedStates {
  read(text: string, place: Place): readonly TlaValue[];
  variables(): readonly string[];
}

/**
 * A reader of states whose variables are those given, or those of the first state by their names. The order in
 * which TLC prints them says nothing, and is another one in another version.
 */
export function sortedStates(given: readonly string[] | undefined): SortedStates {
  let reader: StateReader | undefined = given && stateReader(given);
  return {
    read(text, place) {
      reader ??= stateReader(
        parseState(text, place)
          .map(({ name }) => name)
          .toSorted(),
      );
      return reader(text, place);
    },
    variables: () => reader?.variables() ?? [],
  };
}
