import { GraphBuilder, type Operator, type TransitionSystem } from '@synod/spec';
import { key, product, set } from '@synod/tla';

/** An operator that both sides define: its name as seen from the model, `V!SafeAt`, and its formals' constants. */
export interface Signature {
  readonly name: string;
  readonly formals: readonly { readonly name: string; readonly constant: string }[];
}

/**
 * The value of each operator in each state, as its key. An operator with formals stands as the set of the
 * argument tuples for which it is TRUE.
 */
export interface OperatorTable {
  readonly signatures: readonly Signature[];
  /** How many argument tuples each operator is evaluated for: 1 without formals. */
  readonly arguments: readonly number[];
  value(state: number, operator: number): string;
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

/** Evaluates all operators in these states. What is defined above is evaluated once for each state above. */
export function evaluateOperators<S>(system: TransitionSystem<S>, states: readonly S[]): OperatorTable {
  const own = system.operators.map((operator) => column(operator, states));
  const above = system.refinements.map((refinement) => {
    const numbers = new Int32Array(states.length);
    const distinct: unknown[] = [];
    const builder = new GraphBuilder(refinement.above.name, refinement.above.variables);
    states.forEach((state, index) => {
      const mapped = refinement.map(state);
      const id = builder.state(refinement.above.decode(mapped));
      if (id === distinct.length) distinct.push(mapped);
      numbers[index] = id;
    });
    return { numbers, table: evaluateOperators(refinement.above, distinct) };
  });
  const lookups = [
    ...own.map((keys) => (state: number) => keys[state] as string),
    ...above.flatMap(({ numbers, table }) =>
      table.signatures.map(
        (_, operator) => (state: number) => table.value(numbers[state] as number, operator),
      ),
    ),
  ];
  return {
    signatures: signatures(system),
    arguments: [
      ...system.operators.map(({ formals }) =>
        formals.reduce((count, { domain }) => count * domain.length, 1),
      ),
      ...above.flatMap(({ table }) => table.arguments),
    ],
    value: (state, operator) => (lookups[operator] as (state: number) => string)(state),
  };
}

/** One operator's value in each state. Equal values share one string. */
function column<S>(operator: Operator<S>, states: readonly S[]): readonly string[] {
  if (operator.formals.length === 0) {
    const shared = new Map<string, string>();
    return states.map((state) => {
      const text = key(operator.value(state, []));
      const known = shared.get(text);
      if (known === undefined) shared.set(text, text);
      return known ?? text;
    });
  }
  const tuples = [...product(operator.formals.map(({ domain }) => domain))];
  // Few of the sets of argument tuples recur in many states: which tuples are in is found out in each, and the set
  // itself is made once.
  const texts = new Map<string, string>();
  return states.map((state) => {
    let members = '';
    for (const parameters of tuples) members += operator.value(state, parameters) === true ? '1' : '0';
    const known = texts.get(members);
    if (known !== undefined) return known;
    const text = key(set(tuples.filter((_, index) => members[index] === '1')));
    texts.set(members, text);
    return text;
  });
}
