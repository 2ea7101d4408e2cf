import type { StateGraph } from '@synod/spec';
import { type Chunks, InputError, key, type Place, parseValue, readPrinted, type TlaValue } from '@synod/tla';
import { type Printed, passValue } from './operators/printed-values.js';
import { textTable } from './operators/text-table.js';
import { type OperatorTable, operatorTable, type Signature } from './operators.js';

/** The lines that TLC printed, and the file's name for messages. */
export interface PrintedStates {
  readonly chunks: Chunks;
  readonly file: string;
}

/**
 * Reads the values of operators that TLC printed, a line a state: `<<"S", <<variables>>, operators…>>`.
 *
 * @throws InputError if a line is another one, or the lines are not of the states of the graph
 */
export async function readOperators(
  operators: readonly Signature[],
  { chunks, file }: PrintedStates,
  graph: StateGraph,
): Promise<OperatorTable> {
  const variables = graph.variables.map(() => values());
  const columns = operators.map(() => column(graph.size));
  const done = new Uint8Array(graph.size);
  const state: TlaValue[] = [];
  let seen = 0;
  await readPrinted(
    chunks,
    {
      line(block, start, end, line) {
        const place = { file, line };
        const printed: Printed = { end: begin(block, start, place, operators.length), hash: 0 };
        const next = (): number => {
          const from = printed.end;
          if (passValue(block, from, end, printed)) return from;
          throw strange(place, operators.length);
        };
        const separated = (text: string): void => {
          if (!block.startsWith(text, printed.end)) throw strange(place, operators.length);
          printed.end += text.length;
        };
        variables.forEach((read, i) => {
          if (i > 0) separated(', ');
          state[i] = read(block, next(), printed, place);
        });
        separated('>>');
        const number = graph.find(state);
        if (number < 0) throw strangeLine(place, 'has a state that the graph does not have');
        for (const read of columns) {
          separated(', ');
          read.put(number, block, next(), printed, place);
        }
        separated('>>');
        if (printed.end !== end) throw strange(place, operators.length);
        seen += done[number] === 1 ? 0 : 1;
        done[number] = 1;
      },
    },
    { file },
  );
  if (operators.length > 0 && seen !== graph.size) {
    const message = `holds the operators of ${seen} states, and the graph has ${graph.size}; export the model again`;
    throw new InputError('incomplete-export', message, { file });
  }
  return operatorTable(
    operators,
    operators.map(() => 1),
    columns.map(({ texts, numbers }) => ({ texts, numbers })),
  );
}

const head = '<<"S", <<';

function begin(block: string, start: number, place: Place, operators: number): number {
  if (!block.startsWith(head, start)) throw strange(place, operators);
  return start + head.length;
}

type ReadValue<T> = (block: string, start: number, printed: Printed, place: Place) => T;

/** Reads the values of a variable. */
function values(): ReadValue<TlaValue> {
  const known = textTable<TlaValue>();
  return (block, start, printed, place) =>
    known.get(block, start, printed, (text) => parseValue(text, place));
}

/** Reads the values of an operator, numbering them. */
function column(states: number): {
  readonly texts: string[];
  readonly numbers: Int32Array;
  put(state: number, block: string, start: number, printed: Printed, place: Place): void;
} {
  const known = textTable<number>();
  const byKey = new Map<string, number>();
  const texts: string[] = [];
  const numbers = new Int32Array(states).fill(-1);
  const number = (k: string): number => {
    const found = byKey.get(k) ?? texts.push(k) - 1;
    byKey.set(k, found);
    return found;
  };
  return {
    texts,
    numbers,
    put(state, block, start, printed, place) {
      numbers[state] = known.get(block, start, printed, (text) => number(key(parseValue(text, place))));
    },
  };
}

function strange(place: Place, operators: number): InputError {
  return strangeLine(place, `is not <<"S", state, ${operators} values>>`);
}

function strangeLine(place: Place, what: string): InputError {
  return new InputError('strange-line', `this line ${what}; export the model again`, place);
}
