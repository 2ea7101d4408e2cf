import type { Paths, StateGraph } from '@synod/spec';
import { InputError } from '@synod/tla';
import type { OperatorDivergence } from './divergence.js';
import type { OperatorColumn, OperatorTable } from './operators.js';
import { pathTo } from './paths.js';

/**
 * Compares the value of each operator in each state that both sides have.
 *
 * @param same for each state of the expected graph, the same state of the actual one, or -1
 * @throws InputError if the two tables are not of the same operators: then what is compared would be less than
 *   it seems
 */
export function compareOperators(
  graph: StateGraph,
  paths: Paths,
  same: Int32Array,
  expected: OperatorTable,
  actual: OperatorTable,
): readonly OperatorDivergence[] {
  const places = pair(expected, actual);
  const found: OperatorDivergence[] = [];
  expected.signatures.forEach(({ name }, operator) => {
    const place = places[operator] as number;
    const [ours, theirs] = [expected.columns[operator], actual.columns[place]] as [
      OperatorColumn,
      OperatorColumn,
    ];
    // The values of one side by their numbers on the other: those that it has nowhere have none.
    const numbers = new Map(ours.texts.map((text, number) => [text, number]));
    const translated = theirs.texts.map((text) => numbers.get(text) ?? -1);
    let first: number | undefined;
    let count = 0;
    for (const state of paths.order) {
      const there = same[state] as number;
      if (there < 0 || ours.numbers[state] === translated[theirs.numbers[there] as number]) continue;
      first ??= state;
      count++;
    }
    if (first === undefined) return;
    found.push({
      type: 'operator',
      operator: name,
      path: pathTo(graph, paths, first),
      expected: expected.value(first, operator),
      actual: actual.value(same[first] as number, place),
      count,
    });
  });
  return found;
}

/** Where each operator of one table stands in the other. */
function pair(expected: OperatorTable, actual: OperatorTable): readonly number[] {
  const places = new Map(actual.signatures.map(({ name }, index) => [name, index]));
  const missing = expected.signatures.filter(({ name }) => !places.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new InputError(
      'operators-differ',
      `TLC evaluated ${missing.join(', ')}, which the code does not define; define it, or export the model again`,
    );
  }
  const known = new Set(expected.signatures.map(({ name }) => name));
  const extra = actual.signatures.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (extra.length > 0) {
    throw new InputError(
      'operators-differ',
      `the code defines ${extra.join(', ')}, which TLC has not evaluated; export the model again`,
    );
  }
  return expected.signatures.map(({ name }) => places.get(name) as number);
}
