import { TlaSet } from './set.js';

/** `\E x \in domain : condition(x)` */
export function exists<T>(domain: Iterable<T>, condition: (element: T) => boolean): boolean {
  // Sets are what is mostly asked about, and their array takes half the time of an iterator.
  for (const element of listed(domain)) if (condition(element)) return true;
  return false;
}

/** `\A x \in domain : condition(x)` */
export function forAll<T>(domain: Iterable<T>, condition: (element: T) => boolean): boolean {
  for (const element of listed(domain)) if (!condition(element)) return false;
  return true;
}

function listed<T>(domain: Iterable<T>): Iterable<T> {
  return domain instanceof TlaSet ? (domain as { readonly elements: readonly T[] }).elements : domain;
}

/** `left => right`, where the right side is looked at only if the left one holds. */
export function implies(left: boolean, right: () => boolean): boolean {
  return !left || right();
}

/** The integers of `low..high`, one after the other. */
export function* range(low: number, high: number): Iterable<number> {
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
