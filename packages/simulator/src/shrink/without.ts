/** A list without `count` of its items from `at` on. */
export function without<T>(items: readonly T[], at: number, count: number): readonly T[] {
  return [...items.slice(0, at), ...items.slice(at + count)];
}

/**
 * Tries to leave out parts of a list, halves first, then ever smaller ones, down to single items, until no single item can
 * be left out.
 *
 * Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002), with complements only.
 *
 * @param attempt given a shorter list, what is left of it if it still fails; undefined if it does not, or if no more is tried
 */
export function reduce<T>(
  items: readonly T[],
  attempt: (fewer: readonly T[]) => readonly T[] | undefined,
): readonly T[] {
  let left = items;
  let size = Math.max(1, Math.floor(left.length / 2));
  for (;;) {
    let removed = false;
    // From the end: what comes last depends on what comes first.
    for (let end = left.length; end > 0; end -= size) {
      const at = Math.max(0, end - size);
      const failing = attempt(without(left, at, Math.min(size, left.length - at)));
      if (failing === undefined) continue;
      left = failing;
      removed = true;
      end = Math.min(end, left.length + size);
    }
    if (size > 1) size = Math.min(Math.floor(size / 2), Math.max(1, left.length));
    else if (!removed) return left;
  }
}
