import { equalSets, key, TlaSet, type TlaValue } from '@synod/tla';

/** How many objects are remembered for a variable. */
const mostObjects = 1_000_000;

/** The distinct values that one variable takes, numbered from 0 in the order in which they are first seen. */
export class Components {
  readonly values: TlaValue[] = [];
  readonly #ids = new Map<string, number>();
  readonly #sets = new SetNumbers(this.values);
  /** The numbers of objects met before: most variables of most steps are unchanged. */
  #objects = new Map<TlaValue, number>();

  /** The number of a value, which is given one if it has none. */
  add(value: TlaValue): number {
    const met = this.#objects.get(value);
    if (met !== undefined) return met;
    const known = this.#number(value);
    const id = known < 0 ? this.#append(value) : known;
    if (this.#objects.size >= mostObjects) this.#objects.clear();
    // Of sets there are too many; of what functions become, few, and the same objects again and again.
    this.#objects.set(value instanceof TlaSet ? (this.values[id] as TlaValue) : value, id);
    return id;
  }

  /** The number of a value, or -1. */
  find(value: TlaValue): number {
    return this.#number(value);
  }

  /** The number of the value with this key, or -1. Sets are not found. */
  findKey(text: string): number {
    return this.#ids.get(text) ?? -1;
  }

  /** Lets go of what only speeds up adding. */
  finish(): void {
    this.#objects = new Map();
  }

  #number(value: TlaValue): number {
    return value instanceof TlaSet ? this.#sets.find(value) : (this.#ids.get(key(value)) ?? -1);
  }

  #append(value: TlaValue): number {
    const id = this.values.push(value) - 1;
    if (value instanceof TlaSet) this.#sets.add(value, id);
    else this.#ids.set(key(value), id);
    return id;
  }
}

/** Sets by their hash: their keys would be texts of thousands of characters. */
class SetNumbers {
  readonly #values: readonly TlaValue[];
  readonly #first = new Map<number, number>();
  /** For each value, the one before it with the same hash, or -1. */
  readonly #previous: number[] = [];

  constructor(values: readonly TlaValue[]) {
    this.#values = values;
  }

  find(value: TlaSet<TlaValue>): number {
    let id = this.#first.get(value.hash) ?? -1;
    while (id >= 0 && !equalSets(this.#values[id] as TlaSet<TlaValue>, value))
      id = this.#previous[id] as number;
    return id;
  }

  add(value: TlaSet<TlaValue>, id: number): void {
    this.#previous[id] = this.#first.get(value.hash) ?? -1;
    this.#first.set(value.hash, id);
  }
}
