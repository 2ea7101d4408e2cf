import { type Chunks, InputError, key, parseValue, readPrintedBytes, type Understand } from '@synod/tla';
import { type KnownStates, StateLines } from './operators/state-lines.js';
import { type OperatorTable, operatorTable, type Signature } from './operators.js';

/** The lines that TLC printed, and the file's name for messages. */
export interface PrintedStates {
  readonly chunks: Chunks;
  readonly file: string;
}

/**
 * Reads the values of operators that TLC printed, a line a state: `<<"S", <<variables>>, operators…>>`.
 *
 * @throws InputError if a line is another one, or the lines are not of these states
 */
export async function readOperators(
  operators: readonly Signature[],
  { chunks, file }: PrintedStates,
  states: KnownStates,
): Promise<OperatorTable> {
  const columns = operators.map(() => numberedByKey());
  const numbers = operators.map(() => new Int32Array(states.size).fill(-1));
  const lines = new StateLines(
    states,
    states.variables.map((_, i) => (text, place) => {
      // TLC mostly prints what is the key already.
      const known = states.componentOfKey(i, text);
      return known < 0 ? states.component(i, parseValue(text, place)) : known;
    }),
    columns.map(({ number }) => number),
    file,
  );
  const done = new Uint8Array(states.size);
  let seen = 0;
  await readPrintedBytes(
    chunks,
    (block, start, end, line) => {
      const state = lines.read(block, start, end, line);
      for (let i = 0; i < numbers.length; i++) {
        (numbers[i] as Int32Array)[state] = lines.operators[i] as number;
      }
      seen += done[state] === 1 ? 0 : 1;
      done[state] = 1;
    },
    { file },
  );
  if (operators.length > 0 && seen !== states.size) {
    const message = `holds the operators of ${seen} states, and the graph has ${states.size}; export the model again`;
    throw new InputError('incomplete-export', message, { file });
  }
  return operatorTable(
    operators,
    operators.map(() => 1),
    columns.map(({ texts }, i) => ({ texts, numbers: numbers[i] as Int32Array })),
  );
}

/** Numbers values by their keys, in the order in which they are met. */
function numberedByKey(): { readonly texts: string[]; readonly number: Understand } {
  const texts: string[] = [];
  const known = new Map<string, number>();
  return {
    texts,
    number(text, place) {
      const value = key(parseValue(text, place));
      const number = known.get(value) ?? texts.push(value) - 1;
      known.set(value, number);
      return number;
    },
  };
}
