import type { Chunks, ReadOptions } from './chunks.js';
import { InputError, type Place } from './error.js';
import { isTuple } from './key.js';
import type { ValueEntry } from './memo.js';
import { readPrinted } from './printed.js';
import { TlaSet } from './set.js';
import { elementsReader, splitTuple, tupleReader } from './tuple.js';
import type { TlaValue } from './value.js';
import { valueReader } from './value-reader.js';

/** An action that explains a step, and its arguments. */
export interface ExplainingAction {
  readonly name: string;
  readonly parameters: readonly TlaValue[];
}

/** What is done with an export of states and steps. */
export interface TransitionHandler {
  /** `<<"S", <<variables…>>, operators…>>`: a state, and what the specification's operators are in it. */
  state?(state: readonly ValueEntry[], operators: readonly ValueEntry[], place: Place): void;
  /** `<<"T", <<variables…>>, {<<"Action", <<arguments…>>>>, …}, <<variables'…>>>>`: a step, and all that it is a step of. */
  step?(
    from: readonly ValueEntry[],
    actions: readonly ExplainingAction[],
    to: readonly ValueEntry[],
    place: Place,
  ): void;
}

/** How many lines of each kind there were. */
export interface TransitionCounts {
  readonly states: number;
  readonly steps: number;
}

/**
 * Reads what a wrapper module printed with `PrintT` when TLC ran with `-userFile FILE`: a line for each state
 * with the values of operators, a line for each step with every action that explains it. The same state may
 * come more than once.
 *
 * @throws InputError if a line is of neither kind, or has another number of variables or operators than the
 *   first
 */
export async function readTransitions(
  chunks: Chunks,
  handler: TransitionHandler,
  options: ReadOptions = {},
): Promise<TransitionCounts> {
  const readState = sameLength('variables', tupleReader());
  const readOperators = sameLength('operators', elementsReader());
  const readActions = actionReader();
  // The steps from one state come one after another.
  let last: { readonly text: string; readonly state: readonly ValueEntry[] } | undefined;
  const readSource = (source: string, place: Place): readonly ValueEntry[] => {
    if (last?.text !== source) last = { text: source, state: readState(source, place) };
    return last.state;
  };
  let [states, steps] = [0, 0];
  const text = (line: string, place: Place): void => {
    const [tag, first, ...rest] = splitTuple(line, place);
    const [second, third] = rest;
    if (tag === '"S"' && first !== undefined) {
      states += 1;
      const operators = readOperators(rest, place);
      handler.state?.(readState(first, place), operators, place);
    } else if (tag === '"T"' && first !== undefined && second !== undefined && third !== undefined) {
      if (rest.length > 2) throw bad('A step has more than two states and the actions', place);
      steps += 1;
      handler.step?.(readSource(first, place), readActions(second, place), readState(third, place), place);
    } else throw bad('Expected a state, <<"S", …>>, or a step, <<"T", …>>', place);
  };
  await readPrinted(chunks, { text }, options);
  return { states, steps };
}

/** A reader all of whose results must be as long as the first. */
function sameLength<Text>(
  what: string,
  read: (text: Text, place?: Place) => readonly ValueEntry[],
): (text: Text, place: Place) => readonly ValueEntry[] {
  let length: number | undefined;
  return (text, place) => {
    const entries = read(text, place);
    length ??= entries.length;
    if (entries.length === length) return entries;
    throw bad(`Expected ${length} ${what}, found ${entries.length}`, place);
  };
}

/** Reads the sets of actions; there are few different ones. */
function actionReader(): (text: string, place: Place) => readonly ExplainingAction[] {
  const read = valueReader();
  const known = new WeakMap<object, readonly ExplainingAction[]>();
  return (text, place) => {
    const { value } = read(text, place);
    if (!(value instanceof TlaSet)) throw bad('Expected a set of actions', place);
    const actions = known.get(value) ?? value.elements.map((element) => actionOf(element, place));
    known.set(value, actions);
    return actions;
  };
}

function actionOf(value: TlaValue, place: Place): ExplainingAction {
  const [name, parameters, ...more] = isTuple(value) ? value : [];
  if (typeof name === 'string' && isTuple(parameters) && more.length === 0) return { name, parameters };
  throw bad('Expected an action and its arguments, <<"Name", <<…>>>>', place);
}

function bad(message: string, place: Place): InputError {
  return new InputError('transitions', `${message}.`, place);
}
