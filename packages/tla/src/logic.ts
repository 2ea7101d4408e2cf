/** `\E x \in domain : condition(x)` */
export function exists<T>(domain: Iterable<T>, condition: (element: T) => boolean): boolean {
  for (const element of domain) if (condition(element)) return true;
  return false;
}

/** `\A x \in domain : condition(x)` */
export function forAll<T>(domain: Iterable<T>, condition: (element: T) => boolean): boolean {
  for (const element of domain) if (!condition(element)) return false;
  return true;
}

/** The tuples of `first \X second \X …`, in order; one empty tuple if there is no domain. */
export function* product(domains: readonly Iterable<unknown>[]): Iterable<unknown[]> {
  const [first, ...rest] = domains;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const element of first) for (const tail of product(rest)) yield [element, ...tail];
}

/** `left => right`, where the right side is looked at only if the left one holds. */
export function implies(left: boolean, right: () => boolean): boolean {
  return !left || right();
}
