import { GraphBuilder } from '@synod/spec';
import { InputError, type Place, type TlaValue } from '@synod/tla';
import { type SortedStates, sortedStates } from './sorted-states.js';

/** A graph that is being put together from states as TLC prints them. */
export interface Draft {
  /** The number of a printed state. */
  state(text: string, place: Place): number;
  /** The same for a file that holds each state once. */
  newState(text: string, place: Place): number;
  /** There is none before the first state has told the variables. */
  builder(): GraphBuilder;
}

/** A draft of a graph of these variables, or of those that the first state has. */
export function draft(module: string | undefined, variables: readonly string[] | undefined): Draft {
  const states: SortedStates = sortedStates(variables);
  let made: GraphBuilder | undefined;
  const builder = (): GraphBuilder => {
    made ??= new GraphBuilder(module ?? '', states.variables());
    return made;
  };
  const state = (text: string, place: Place): number => {
    const values = states.read(text, place);
    return builder().state(values);
  };
  return {
    state,
    newState(text, place) {
      const values = states.read(text, place);
      return newState(builder(), values, place);
    },
    builder,
  };
}

/**
 * Adds a state to a graph that is read from a file which has each state once.
 *
 * @throws InputError if it was there before
 */
export function newState(builder: GraphBuilder, values: readonly TlaValue[], place: Place): number {
  const before = builder.size;
  const number = builder.state(values);
  if (number === before) return number;
  const message =
    'A state stands there twice, as two: an ALIAS or a VIEW hides what tells them apart. Export without them.';
  throw new InputError('repeated-state', message, place);
}
