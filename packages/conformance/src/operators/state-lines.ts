import { InputError, PrintedColumn, type TlaValue, type Understand } from '@synod/tla';
import { sameBytes } from './same-bytes.js';

/** The states that there are. The values of each variable have numbers. */
export interface KnownStates {
  readonly variables: readonly string[];
  readonly size: number;
  /** The number of a variable's value, or -1. */
  component(variable: number, value: TlaValue): number;
  /** The same for a value that is given as its key; -1 also if that is not told from keys alone. */
  componentOfKey(variable: number, key: string): number;
  /** The number of the state whose variables have the values with these numbers, or -1. */
  find(components: ArrayLike<number>): number;
}

const head = bytesOf('<<"S", <<');

/**
 * Reads lines `<<"S", <<variables>>, operators…>>` from their bytes. Most of a line is as in the line before: what is,
 * is only compared with it, and not read again.
 */
export class StateLines {
  /** What the values on the line read last mean, as numbers: those of the variables, then those of the operators. */
  readonly #meanings: Int32Array;
  readonly #components: Int32Array;
  /** The part of the operators. */
  readonly operators: Int32Array;
  readonly #columns: readonly PrintedColumn[];
  /** What stands behind each value. */
  readonly #behind: readonly Uint8Array[];
  /** Where the values of the line read last begin, and where that line ends. */
  readonly #starts: Int32Array;
  /** The block that it stands in, and a view of it. */
  #block: Uint8Array | undefined;
  #view: DataView = new DataView(new ArrayBuffer(0));
  readonly #states: KnownStates;
  readonly #file: string;

  /**
   * @param variables what gives a text of each variable its number among the values of that variable
   * @param operators what numbers the texts of each operator
   */
  constructor(
    states: KnownStates,
    variables: readonly Understand[],
    operators: readonly Understand[],
    file: string,
  ) {
    const width = variables.length;
    this.#states = states;
    this.#file = file;
    this.#columns = [...variables, ...operators].map((understand) => new PrintedColumn(understand, file));
    const last = this.#columns.length - 1;
    this.#behind = this.#columns.map((_, i) =>
      bytesOf(`${i === width - 1 ? '>>' : ''}${i === last ? '>>' : ', '}`),
    );
    this.#starts = new Int32Array(this.#columns.length + 1);
    this.#meanings = new Int32Array(this.#columns.length);
    this.#components = this.#meanings.subarray(0, width);
    this.operators = this.#meanings.subarray(width);
  }

  /**
   * The number of the state of the line that stands from `start` to `end`.
   *
   * @param block the same object as long as what stood in it before still does
   * @throws InputError if it is another line, or there is no such state
   */
  read(block: Uint8Array, start: number, end: number, line: number): number {
    const starts = this.#starts;
    const count = this.#columns.length;
    let at = this.#pass(head, block, start, line);
    let i = 0;
    while (i < count) {
      if (block === this.#block) {
        const before = starts[i] as number;
        const same = before + sameBytes(this.#view, before, at, (starts[count] as number) - before);
        const moved = at - before;
        for (; i < count && (starts[i + 1] as number) <= same; i++) starts[i] = (starts[i] as number) + moved;
        at = (starts[i] as number) + moved;
        if (i === count) break;
      }
      starts[i] = at;
      at = this.#read(i, block, at, end, line);
      i++;
    }
    if (at !== end) throw this.#strange(line);
    starts[count] = at;
    if (block !== this.#block) {
      this.#block = block;
      this.#view = new DataView(block.buffer, block.byteOffset, block.length);
    }
    const state = this.#states.find(this.#components);
    if (state < 0) throw strangeLine('has a state that the graph does not have', this.#file, line);
    return state;
  }

  /** Reads a value and passes what must stand behind it. */
  #read(index: number, block: Uint8Array, at: number, end: number, line: number): number {
    const column = this.#columns[index] as PrintedColumn;
    this.#meanings[index] = column.read(block, at, end, line);
    if (column.end < 0) throw this.#strange(line);
    return this.#pass(this.#behind[index] as Uint8Array, block, column.end, line);
  }

  /** Behind what must stand there. */
  #pass(expected: Uint8Array, block: Uint8Array, at: number, line: number): number {
    for (let i = 0; i < expected.length; i++) if (block[at + i] !== expected[i]) throw this.#strange(line);
    return at + expected.length;
  }

  #strange(line: number): InputError {
    return strangeLine(`is not <<"S", state, ${this.operators.length} values>>`, this.#file, line);
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

function strangeLine(what: string, file: string, line: number): InputError {
  return new InputError('strange-line', `this line ${what}; export the model again`, { file, line });
}
