import { compare } from './compare.js';
import { nowhere } from './convert.js';
import { functionOn } from './functions.js';
import { elementsOf } from './lazy.js';
import { setOf } from './set.js';
import { needSet } from './sets.js';
import { positionIn, shapeOn } from './shape.js';
import { fail } from './show.js';
import { internFunction, valueOf, wordOf } from './store.js';
import { FUNCTION, Item, SET, type Stored, type Value } from './value.js';

/** What one permutation makes of values, remembered. */
interface Permutation {
  readonly map: Item;
  readonly known: Map<Item, Stored>;
}

const most = 10_000;

/**
 * A function that gives of each state the least one, in the order of values, of those that permutations make of it.
 *
 * @param symmetry the set of permutations that the cfg file names; they stand for the group that they generate
 */
export function representatives(
  symmetry: () => Value,
  width: number,
  within: <T>(act: () => T) => T,
): (states: Int32Array, at: number, target: Int32Array, targetAt: number) => void {
  let group: readonly Permutation[] | undefined;
  return (states, at, target, targetAt) =>
    within(() => {
      group ??= generate(symmetry());
      let best: readonly Stored[] | undefined;
      for (const permutation of group) {
        const image = Array.from({ length: width }, (_, index) =>
          permute(permutation, valueOf(states[at + index] as number)),
        );
        if (best === undefined || isLess(image, best)) best = image;
      }
      for (let i = 0; i < width; i++) target[targetAt + i] = wordOf(best?.[i] as Stored);
    });
}

function isLess(left: readonly Stored[], right: readonly Stored[]): boolean {
  for (const [index, value] of left.entries()) {
    const order = compare(value, right[index] as Stored, nowhere);
    if (order !== 0) return order < 0;
  }
  return false;
}

/** All permutations that can be composed of some. */
function generate(symmetry: Value): readonly Permutation[] {
  const given = elementsOf(needSet('SYMMETRY', symmetry, nowhere), nowhere);
  const maps = given.map((map) =>
    map instanceof Item && map.kind === FUNCTION ? map : fail(nowhere, 'SYMMETRY needs permutations'),
  );
  const domain = setOf(
    maps.flatMap((map) => map.shape.domain),
    nowhere,
  );
  const whole = maps.map((map) =>
    functionOn(
      domain,
      domain.items.map((each) => imageOf(map, each)),
      nowhere,
    ),
  );
  const found = new Set<Item>([functionOn(domain, domain.items, nowhere)]);
  for (const map of found) {
    for (const next of whole)
      found.add(
        functionOn(
          domain,
          map.items.map((each) => imageOf(next, each)),
          nowhere,
        ),
      );
    if (found.size > most) fail(nowhere, `SYMMETRY stands for more than ${most} permutations`);
  }
  return [...found].map((map) => ({ map, known: new Map() }));
}

function imageOf(map: Item, value: Stored): Stored {
  const index = positionIn(map.shape, value);
  return index < 0 ? value : (map.items[index] as Stored);
}

function permute(permutation: Permutation, value: Stored): Stored {
  if (typeof value !== 'object') return value;
  let image = permutation.known.get(value);
  if (image === undefined) permutation.known.set(value, (image = permuteItem(permutation, value)));
  return image;
}

function permuteItem(permutation: Permutation, item: Item): Stored {
  const { kind, shape } = item;
  if (kind === SET)
    return setOf(
      item.items.map((element) => permute(permutation, element)),
      nowhere,
    );
  if (kind !== FUNCTION) return imageOf(permutation.map, item);
  const values = item.items.map((value) => permute(permutation, value));
  const domain = shape.domain.map((argument) => permute(permutation, argument));
  if (domain.every((argument, index) => argument === shape.domain[index]))
    return internFunction(shape, values);
  const image = new Map(domain.map((argument, index) => [argument, values[index] as Stored]));
  const set = setOf(domain, nowhere);
  return internFunction(
    shapeOn(set),
    set.items.map((argument) => image.get(argument) as Stored),
  );
}
