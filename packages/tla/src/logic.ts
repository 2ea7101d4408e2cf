import { TlaSet } from './set.js';

/** `\E x \in domain : condition(x)` */
export function exists<T>(domain: Iterable<T>, condition: (element: T) => boolean): boolean {
  const elements = listed(domain);
  if (elements === undefined) {
    for (const element of domain) if (condition(element)) return true;
    return false;
  }
  for (let i = 0; i < elements.length; i++) if (condition(elements[i] as T)) return true;
  return false;
}

/** `\A x \in domain : condition(x)` */
export function forAll<T>(domain: Iterable<T>, condition: (element: T) => boolean): boolean {
  const elements = listed(domain);
  if (elements === undefined) {
    for (const element of domain) if (!condition(element)) return false;
    return true;
  }
  for (let i = 0; i < elements.length; i++) if (!condition(elements[i] as T)) return false;
  return true;
}

/** Sets are what is mostly asked about, and walking over their array takes half the time of an iterator. */
function listed<T>(domain: Iterable<T>): readonly T[] | undefined {
  if (domain instanceof TlaSet) return (domain as { readonly elements: readonly T[] }).elements;
  return Array.isArray(domain) ? (domain as readonly T[]) : undefined;
}

/** `left => right`, where the right side is looked at only if the left one holds. */
export function implies(left: boolean, right: () => boolean): boolean {
  return !left || right();
}

/** The integers of `low..high`, one after the other. */
export function range(low: number, high: number): Iterable<number> {
  return high - low < 100 ? listedRange(low, high) : countedRange(low, high);
}

function listedRange(low: number, high: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = low; number <= high; number++) numbers.push(number);
  return numbers;
}

function* countedRange(low: number, high: number): Iterable<number> {
  for (let number = low; number <= high; number++) yield number;
}

/** The tuples of `first \X second \X …`, in order; one empty tuple if there is no domain. */
export function* product<T>(domains: readonly Iterable<T>[]): Iterable<readonly T[]> {
  const [first, ...rest] = domains;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const element of first) for (const tail of product(rest)) yield [element, ...tail];
}
