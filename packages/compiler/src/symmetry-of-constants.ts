import { equal, isTuple, mapping, set, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';

/** More permutations than this would take longer than the states that they save. */
const most = 5040;

type Permutation = ReadonlyMap<TlaValue, TlaValue>;

/**
 * The permutations of model values that leave every constant of a model as it is: of the elements of each constant that is a set
 * of them, acceptors among themselves and values among themselves. A specification says nothing else of them, unless it has
 * CHOOSE; then states that they take for one may not be.
 *
 * @returns a set of functions, as SYMMETRY has them; undefined if there is none but the identity
 */
export function symmetryOfConstants(constants: ReadonlyMap<string, TlaValue>): TlaSet<TlaValue> | undefined {
  const sets = [...constants.values()].filter(
    (value): value is TlaSet<TlaValue> =>
      value instanceof TlaSet && value.size > 1 && value.elements.every((each) => typeof each === 'symbol'),
  );
  const elements = [...new Set(sets.flatMap((value) => value.elements))];
  if (elements.length === 0) return undefined;
  let all: readonly Permutation[] = [new Map()];
  for (const value of disjoint(sets)) {
    all = all.flatMap((one) => permutations(value).map((other) => new Map([...one, ...other])));
    if (all.length > most) return undefined;
  }
  const kept = all.filter((permutation) =>
    [...constants.values()].every((value) => equal(image(value, permutation), value)),
  );
  if (kept.length < 2) return undefined;
  return set(
    kept.map((permutation) => mapping(elements.map((each) => [each, permutation.get(each) ?? each]))),
  );
}

/** Of sets that share elements, the first: the others follow it, or are none that stay as they are. */
function disjoint(sets: readonly TlaSet<TlaValue>[]): readonly (readonly TlaValue[])[] {
  const seen = new Set<TlaValue>();
  return sets.flatMap(({ elements }) => {
    if (elements.some((each) => seen.has(each))) return [];
    for (const each of elements) seen.add(each);
    return [elements];
  });
}

/** All ways to put these in another order; more than are wanted, if they are many. */
function permutations(elements: readonly TlaValue[]): readonly Permutation[] {
  let orders: readonly (readonly TlaValue[])[] = [[]];
  for (const element of elements) {
    orders = orders.flatMap((order) =>
      Array.from({ length: order.length + 1 }, (_, i) => [...order.slice(0, i), element, ...order.slice(i)]),
    );
    if (orders.length > most) break;
  }
  return orders.map((order) => new Map(order.map((to, i) => [elements[i] as TlaValue, to])));
}

/** What a permutation makes of a value. */
function image(value: TlaValue, permutation: Permutation): TlaValue {
  const of = (part: TlaValue): TlaValue => image(part, permutation);
  if (typeof value === 'symbol') return permutation.get(value) ?? value;
  if (typeof value !== 'object') return value;
  if (value instanceof TlaSet) return set(value.elements.map(of));
  if (value instanceof TlaFunction)
    return mapping(value.domain.map((argument, i) => [of(argument), of(value.values[i] as TlaValue)]));
  if (isTuple(value)) return value.map(of);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, of(part)]));
}
