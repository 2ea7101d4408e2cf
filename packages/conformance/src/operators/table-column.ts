import type { EngineTable, TableColumn } from '@synod/compiler';
import { TupleTable } from '@synod/spec';
import { key } from '@synod/tla';
import type { OperatorColumn } from '../operators.js';
import type { PackedStates } from './compiled-column.js';

/** Operators' values in each state, where the engine evaluates them all at once. */
export function tableColumns(
  { width, evaluate }: EngineTable,
  columns: readonly TableColumn[],
  { words, width: step, size }: PackedStates,
): readonly OperatorColumn[] {
  const written = new Int32Array(width);
  const found = columns.map((column) => numbered(column, written, size));
  for (let state = 0; state < size; state++) {
    evaluate(words, state * step, written, 0);
    for (let i = 0; i < found.length; i++) (found[i] as Numbered).add(state);
  }
  return found.map(({ numbers, texts }) => ({ numbers, texts }));
}

interface Numbered extends OperatorColumn {
  /** Numbers the value that has been written. */
  add(state: number): void;
}

function numbered({ from, words, value }: TableColumn, written: Int32Array, size: number): Numbered {
  const numbers = new Int32Array(size);
  const texts: string[] = [];
  const known = new Map<string, number>();
  const own = written.subarray(from, from + words);
  const table = new TupleTable(words);
  /** The numbers of what is in the table: two values written differently may be equal. */
  const places: number[] = [];
  const place = (): number => {
    const text = key(value(own, 0));
    const number = known.get(text) ?? texts.push(text) - 1;
    known.set(text, number);
    places.push(number);
    return number;
  };
  return {
    numbers,
    texts,
    add(state) {
      const row = table.add(own);
      numbers[state] = row < places.length ? (places[row] as number) : place();
    },
  };
}
