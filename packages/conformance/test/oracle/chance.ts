import type { Random } from '../../../tla/fuzz/random.js';

/** Whether something of this probability, in percent, happens. */
export function chance(random: Random, percent: number): boolean {
  return random.below(100) < percent;
}

/** The same elements in another order. */
export function shuffled<T>(random: Random, elements: readonly T[]): T[] {
  const left = [...elements];
  return elements.map(() => left.splice(random.below(left.length), 1)[0] as T);
}

/** Some of the elements, each with this probability in percent, in their order. */
export function some<T>(random: Random, elements: readonly T[], percent: number): T[] {
  return elements.filter(() => chance(random, percent));
}
