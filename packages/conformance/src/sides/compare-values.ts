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
  /** The number of its value here in a state of the expected graph, and as the expected side numbers it. */
  readonly here: (state: number) => number | undefined;
  readonly there: readonly number[];
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
    const found = new Map<string, { readonly state: number; count: number }>();
    for (const state of paths.order) {
      const value = own.numbers[state];
      let isSame = true;
      for (const { here, there } of columns) {
        const number = here(state);
        if (number !== undefined && there[number] !== value) isSame = false;
      }
      if (isSame) continue;
      const id = agreement(state, value, columns);
      const known = found.get(id);
      if (known === undefined) found.set(id, { state, count: 1 });
      else known.count++;
    }
    return Array.from(found.values(), ({ state, count }): OperatorDivergence => {
      const text = (side: Side): string | undefined => {
        const column = columns.find((candidate) => candidate.side === side);
        const number = column?.here(state);
        return number === undefined ? undefined : column?.texts[number];
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
  return {
    side,
    texts: column.texts,
    here(state) {
      const there = same[state] as number;
      return there < 0 ? undefined : column.numbers[there];
    },
    there: column.texts.map((text) => numbers.get(text) ?? -1),
  };
}

/** Which sides agree with which: the same text where they do so in the same way. */
function agreement(state: number, expected: number | undefined, columns: readonly Translated[]): string {
  const texts = columns.map(({ here, texts: all, there }) => {
    const number = here(state);
    if (number === undefined) return 'none';
    return there[number] === expected ? 'expected' : (all[number] as string);
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
