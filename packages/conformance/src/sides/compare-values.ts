import type { Paths, StateGraph } from '@synod/spec';
import { InputError } from '@synod/tla';
import type { OperatorDivergence, Side } from '../divergence.js';
import type { OperatorColumn, OperatorTable } from '../operators.js';
import { pathTo } from '../paths.js';

/** The operators of a side that is held against the expected one. */
export interface OtherValues {
  readonly side: Exclude<Side, 'expected'>;
  readonly operators: OperatorTable;
  /** For each state of the expected graph, the same state here, or -1. */
  readonly same: Int32Array;
}

/** An operator on one side, its values numbered as on the expected side: those that it has nowhere have -1. */
interface Translated {
  readonly side: Side;
  readonly texts: readonly string[];
  /** For each state of the expected graph, the same state here, or -1. */
  readonly same: Int32Array;
  /** For each state here, the number of its value; and for each value, its number on the expected side. */
  readonly numbers: Int32Array;
  readonly there: Int32Array;
}

/**
 * Compares the value of each operator in each state that the sides have. Of the states where the same sides agree and
 * differ the first is reported, with how many there are.
 *
 * @throws InputError if the tables are not of the same operators: then what is compared would be less than it seems
 */
export function compareValues(
  graph: StateGraph,
  paths: Paths,
  expected: OperatorTable,
  others: readonly OtherValues[],
): readonly OperatorDivergence[] {
  const places = others.map(({ side, operators }) => pair(expected, operators, names[side]));
  return expected.signatures.flatMap(({ name }, operator) => {
    const own = expected.columns[operator] as OperatorColumn;
    const columns = others.map(({ side, operators, same }, i): Translated => {
      const column = operators.columns[places[i]?.[operator] as number] as OperatorColumn;
      return translated(side, column, own, same);
    });
    const differing = columns.map((column) => statesThatDiffer(own, column, paths.order));
    const found = new Map<string, { readonly state: number; count: number }>();
    for (const state of inOrder(differing, paths.order)) {
      const id = agreement(state, own.numbers[state], columns);
      const known = found.get(id);
      if (known === undefined) found.set(id, { state, count: 1 });
      else known.count++;
    }
    return Array.from(found.values(), ({ state, count }): OperatorDivergence => {
      const text = (side: Side): string | undefined => {
        const column = columns.find((candidate) => candidate.side === side);
        return column === undefined ? undefined : column.texts[valueIn(column, state)];
      };
      const compiled = text('compiled');
      return {
        type: 'operator',
        operator: name,
        path: pathTo(graph, paths, state),
        expected: expected.value(state, operator),
        actual: text('actual') ?? '',
        ...(compiled === undefined ? {} : { compiled }),
        count,
      };
    });
  });
}

function translated(side: Side, column: OperatorColumn, own: OperatorColumn, same: Int32Array): Translated {
  const numbers = new Map(own.texts.map((text, number) => [text, number]));
  const there = Int32Array.from(column.texts, (text) => numbers.get(text) ?? -1);
  return { side, texts: column.texts, same, numbers: column.numbers, there };
}

/** The number of the value that an operator has in a state of the expected graph on another side, or -1. */
function valueIn({ same, numbers }: Translated, state: number): number {
  const there = same[state] as number;
  return there < 0 ? -1 : (numbers[there] as number);
}

/** The states that both have, and in which the values differ. */
function statesThatDiffer(
  { numbers: own }: OperatorColumn,
  { same, numbers, there }: Translated,
  order: Int32Array,
): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const state = order[i] as number;
    const other = same[state] as number;
    if (other >= 0 && there[numbers[other] as number] !== own[state]) found.push(state);
  }
  return found;
}

/** All of these states, each once. */
function inOrder(states: readonly (readonly number[])[], order: Int32Array): readonly number[] | Int32Array {
  const [first = [], ...others] = states.filter(({ length }) => length > 0);
  if (others.length === 0) return first;
  const all = new Set([first, ...others].flat());
  return order.filter((state) => all.has(state));
}

/** Which sides agree with which: the same text where they do so in the same way. */
function agreement(state: number, expected: number | undefined, columns: readonly Translated[]): string {
  const texts = columns.map((column) => {
    const number = valueIn(column, state);
    if (number < 0) return 'none';
    return column.there[number] === expected ? 'expected' : (column.texts[number] as string);
  });
  const [first] = texts;
  return texts.map((text) => (['none', 'expected'].includes(text) ? text : `${text === first}`)).join(' ');
}

const names = { actual: 'the code', compiled: 'the compiled text' } as const;

/** Where each operator of one table stands in the other. */
function pair(expected: OperatorTable, actual: OperatorTable, who: string): readonly number[] {
  const places = new Map(actual.signatures.map(({ name }, index) => [name, index]));
  const missing = expected.signatures.filter(({ name }) => !places.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new InputError(
      'operators-differ',
      `TLC evaluated ${missing.join(', ')}, which ${who} does not define; define it, or export the model again`,
    );
  }
  const known = new Set(expected.signatures.map(({ name }) => name));
  const extra = actual.signatures.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (extra.length > 0) {
    throw new InputError(
      'operators-differ',
      `${who} defines ${extra.join(', ')}, which TLC has not evaluated; export the model again`,
    );
  }
  return expected.signatures.map(({ name }) => places.get(name) as number);
}
