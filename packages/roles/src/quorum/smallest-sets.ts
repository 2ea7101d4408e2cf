import type { NodeId } from '../node-id.js';

/** The sets that pass a test which every larger set passes, too, and of which nobody can be left out; smaller ones first. */
export function smallestSets(
  all: readonly NodeId[],
  passes: (set: ReadonlySet<NodeId>) => boolean,
): readonly (readonly NodeId[])[] {
  const found: NodeId[][] = [];
  for (const set of subsets(all)) {
    const enough = passes(new Set(set));
    const spare = enough && set.some((one) => passes(new Set(set.filter((other) => other !== one))));
    if (enough && !spare) found.push(set);
  }
  return found.toSorted((one, other) => one.length - other.length);
}

function* subsets(all: readonly NodeId[]): Iterable<NodeId[]> {
  const [first, ...rest] = all;
  if (first === undefined) return yield [];
  for (const set of subsets(rest)) yield [first, ...set];
  yield* subsets(rest);
}
