import { InputError } from './error.js';
import { TlaFunction } from './function.js';
import { key } from './key.js';
import { set, TlaSet } from './set.js';
import type { TlaRecord, TlaValue } from './value.js';

/** How much a text may expand to: TLC prints large sets unevaluated, and `SUBSET SUBSET 1..9` is a short text. */
export interface Budget {
  /** Elements that may yet be made. */
  elements: number;
  /** Characters that their canonical forms may yet take. */
  characters: number;
}

/** The budget of one value. */
export function newBudget(): Budget {
  return { elements: 2 ** 18, characters: 16_000_000 };
}

/** The error for a set that is too large; the place is added by the reader. */
function spend(budget: Budget, name: string, elements: number, charactersEach: number): void {
  if (elements > budget.elements || elements * (charactersEach + 8) > budget.characters) {
    const size = elements < Number.MAX_SAFE_INTEGER ? String(elements) : 'too many';
    throw new InputError(
      'too-large',
      `${name} has ${size} elements, more than are read: export fewer of them.`,
    );
  }
  budget.elements -= elements;
  budget.characters -= elements * (charactersEach + 8);
}

/** `low..high` */
export function expandRange(low: number | bigint, high: number | bigint, budget: Budget): TlaSet<TlaValue> {
  const size = high < low ? 0 : Number(BigInt(high) - BigInt(low)) + 1;
  spend(budget, `${low}..${high}`, size, 8);
  const elements =
    typeof low === 'number' && typeof high === 'number'
      ? Array.from({ length: size }, (_, index) => low + index)
      : Array.from({ length: size }, (_, index) => BigInt(low) + BigInt(index)).map(integer);
  return new TlaSet(elements, elements.map(String));
}

/** An integer as this package represents it: a bigint only where a number would not be exact. */
export function integer(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** `SUBSET of` */
export function expandSubsets(of: TlaSet<TlaValue>, budget: Budget): TlaSet<TlaValue> {
  spend(budget, `SUBSET of ${of.size} elements`, 2 ** of.size, of.key.length / 2);
  const subsets: TlaSet<TlaValue>[] = [];
  for (let mask = 0; mask < 2 ** of.size; mask++) {
    const elements: TlaValue[] = [];
    const keys: string[] = [];
    for (let i = 0; i < of.size; i++) {
      if (((mask >>> i) & 1) === 0) continue;
      elements.push(of.elements[i] as TlaValue);
      keys.push(of.keys[i] as string);
    }
    subsets.push(new TlaSet(elements, keys));
  }
  return set(subsets);
}

/** `first \X second \X …` */
export function expandProduct(of: readonly TlaSet<TlaValue>[], budget: Budget): TlaSet<TlaValue> {
  return set(combinations(of, budget, 'The product', 0));
}

/** `[domain -> range]` */
export function expandFunctions(
  domain: TlaSet<TlaValue>,
  range: TlaSet<TlaValue>,
  budget: Budget,
): TlaSet<TlaValue> {
  const ranges = domain.elements.map(() => range);
  const all = combinations(ranges, budget, 'The set of functions', domain.key.length);
  return set(all.map((values) => new TlaFunction(domain.elements, values)));
}

/** `[name : set, …]` */
export function expandRecords(
  fields: readonly (readonly [string, TlaSet<TlaValue>])[],
  budget: Budget,
): TlaSet<TlaValue> {
  const ofNames = key(fields.map(([name]) => name)).length;
  const all = combinations(
    fields.map(([, values]) => values),
    budget,
    'The set of records',
    ofNames,
  );
  return set(
    all.map(
      (values): TlaRecord => Object.fromEntries(fields.map(([name], i) => [name, values[i] as TlaValue])),
    ),
  );
}

/** Every way to take one element of each set. `overhead`: characters beside those of the elements. */
function combinations(
  of: readonly TlaSet<TlaValue>[],
  budget: Budget,
  name: string,
  overhead: number,
): TlaValue[][] {
  const size = of.reduce((product, { size: each }) => product * each, 1);
  const average = of.reduce((sum, each) => sum + each.key.length / Math.max(1, each.size) + 4, overhead);
  spend(budget, name, size, average);
  return Array.from({ length: size }, (_, index) => {
    let rest = index;
    return of.map((each) => {
      const element = each.elements[rest % each.size] as TlaValue;
      rest = Math.floor(rest / each.size);
      return element;
    });
  });
}
