import type { Operator, TransitionSystem } from '@synod/spec';
import { key, product } from '@synod/tla';
import { byReads, type ForAllStates } from './operators/by-reads.js';
import { setsOfArguments } from './operators/sets-of-arguments.js';
import { type View, viewsOf } from './operators/views.js';

/** An operator that both sides define: its name as seen from the model, `V!SafeAt`, and its formals' constants. */
export interface Signature {
  readonly name: string;
  readonly formals: readonly { readonly name: string; readonly constant: string }[];
}

/** The values of one operator: each once, as its key, and for each state its number. */
export interface OperatorColumn {
  readonly texts: readonly string[];
  readonly numbers: Int32Array;
}

/**
 * The value of each operator in each state, as its key. An operator with formals stands as the set of the
 * argument tuples for which it is TRUE.
 */
export interface OperatorTable {
  readonly signatures: readonly Signature[];
  /** How many argument tuples each operator is evaluated for: 1 without formals. */
  readonly arguments: readonly number[];
  readonly columns: readonly OperatorColumn[];
  value(state: number, operator: number): string;
}

/** A table of these columns. */
export function operatorTable(
  operators: readonly Signature[],
  counts: readonly number[],
  columns: readonly OperatorColumn[],
): OperatorTable {
  return {
    signatures: operators,
    arguments: counts,
    columns,
    value(state, operator) {
      const column = columns[operator];
      return column?.texts[column.numbers[state] ?? -1] ?? '';
    },
  };
}

/** The operators of a system and of all that it refines, `V!C!Inv` being one of the second above. */
export function signatures(system: TransitionSystem, prefix = ''): readonly Signature[] {
  return [
    ...system.operators.map(({ name, formals }) => ({
      name: prefix + name,
      formals: formals.map((formal) => ({ name: formal.name, constant: formal.constant })),
    })),
    ...system.refinements.flatMap(({ name, above }) => signatures(above, `${prefix}${name}!`)),
  ];
}

/**
 * Evaluates all operators in these states. What is defined above is evaluated once for each state above.
 *
 * @param views the states as the specifications above see them, if that is known
 * @param forAllStates applies functions to these states
 */
export function evaluateOperators<S>(
  system: TransitionSystem<S>,
  states: readonly S[],
  views?: readonly View<S>[],
  forAllStates: ForAllStates<S> = byReads(system, states),
): OperatorTable {
  const own = system.operators.map((operator) => columnOf(operator, states.length, forAllStates));
  const above = (views ?? viewsOf(system, states, forAllStates)).map(
    ({ refinement, numbers, distinct, further }) => {
      const table = evaluateOperators(refinement.above, distinct, further);
      const columns = table.columns.map(({ texts, numbers: values }) => ({
        texts,
        numbers: numbers.map((state) => values[state] as number),
      }));
      return { counts: table.arguments, columns };
    },
  );
  const counts = system.operators.map(({ formals }) =>
    formals.reduce((count, { domain }) => count * domain.length, 1),
  );
  return operatorTable(
    signatures(system),
    [...counts, ...above.flatMap((table) => table.counts)],
    [...own, ...above.flatMap(({ columns }) => columns)],
  );
}

/** One operator's value in each state. */
function columnOf<S>(operator: Operator<S>, states: number, forAllStates: ForAllStates<S>): OperatorColumn {
  const distinct = new Map<string, number>();
  const numberOf = (text: string): number => distinct.get(text) ?? distinct.set(text, distinct.size).size - 1;
  if (operator.formals.length === 0) {
    const { numbers, outcomes } = forAllStates((state) => key(operator.value(state, [])));
    const places = outcomes.map(numberOf);
    return { numbers: numbers.map((outcome) => places[outcome] as number), texts: [...distinct.keys()] };
  }
  const tuples = [...product(operator.formals.map(({ domain }) => domain))];
  const sets = setsOfArguments(states);
  for (const parameters of tuples) {
    const { numbers, outcomes } = forAllStates((state) => operator.value(state, parameters) === true);
    sets.addNumbered(numbers, Uint8Array.from(outcomes, Number));
  }
  return sets.column(tuples);
}
