import { EvaluationError } from './error.js';
import { compareByKey, functionKey, Keyed, key } from './key.js';
import type { TlaSet } from './set.js';
import type { TlaValue } from './value.js';

/** A function with a finite domain: its arguments in the order of their keys, and their values. Immutable. */
export class TlaFunction<K extends TlaValue, V extends TlaValue> extends Keyed {
  readonly domain: readonly K[];
  /** The value at each argument, at the argument's index. */
  readonly values: readonly V[];
  #key: string | undefined;

  /** For this package: arguments already sorted and without repetition. Elsewhere: {@link mapping}. */
  constructor(domain: readonly K[], values: readonly V[]) {
    super();
    this.domain = domain;
    this.values = values;
  }

  override get key(): string {
    this.#key ??= functionKey(this.domain, this.values);
    return this.#key;
  }

  /** The value at the argument with this index. */
  valueAt(index: number): V {
    return this.values[index] as V;
  }

  /** The index of an argument in the domain, or -1. */
  indexOf(argument: TlaValue): number {
    const { domain } = this;
    // Array.indexOf takes longer: domains are small.
    for (let i = 0; i < domain.length; i++) if (domain[i] === argument) return i;
    if (typeof argument !== 'object') return -1;
    const argumentKey = key(argument);
    return domain.findIndex((candidate) => key(candidate) === argumentKey);
  }
}

/** The function with these pairs of argument and value. Of two pairs with one argument the first counts, as in `f @@ g`. */
export function mapping<K extends TlaValue, V extends TlaValue>(
  pairs: Iterable<readonly [K, V]>,
): TlaFunction<K, V> {
  const first = new Map<string, readonly [K, V]>();
  for (const pair of pairs) {
    const k = key(pair[0]);
    if (!first.has(k)) first.set(k, pair);
  }
  const sorted = [...first].toSorted((a, b) => compareByKey(a[1][0], a[0], b[1][0], b[0]));
  return new TlaFunction(
    sorted.map(([, pair]) => pair[0]),
    sorted.map(([, pair]) => pair[1]),
  );
}

/** `[x \in domain |-> value(x)]`; an argument's index is its place among the elements. */
export function functionOn<K extends TlaValue, V extends TlaValue>(
  domain: TlaSet<K>,
  value: (argument: K, index: number) => V,
): TlaFunction<K, V> {
  return new TlaFunction(domain.elements, domain.elements.map(value));
}

/** `f[argument]`. Outside the domain it is an error, as in TLC. */
export function at<K extends TlaValue, V extends TlaValue>(f: TlaFunction<K, V>, argument: K): V {
  const index = f.indexOf(argument);
  if (index < 0) throw new EvaluationError(`${key(argument)} is outside the domain of ${f.key}`);
  return f.valueAt(index);
}

/** `[f EXCEPT ![argument] = value]`. Outside the domain it changes nothing, as in TLA+. */
export function except<K extends TlaValue, V extends TlaValue>(
  f: TlaFunction<K, V>,
  argument: K,
  value: V,
): TlaFunction<K, V> {
  const index = f.indexOf(argument);
  if (index < 0 || f.values[index] === value) return f;
  let updates = changed.get(f);
  if (updates === undefined) changed.set(f, (updates = []));
  const known = (updates[index] ??= new Map()).get(value)?.deref() as TlaFunction<K, V> | undefined;
  if (known !== undefined) return known;
  const made = new TlaFunction(f.domain, f.values.with(index, value));
  updates[index].set(value, new WeakRef(made));
  return made;
}

/** What functions become with another value at an argument, by its index: the same updates are made over and over. */
const changed = new WeakMap<object, Map<TlaValue, WeakRef<object>>[]>();

/** `f \in [domain -> T]`, where `fits` says what is in T. */
export function isFunctionOn<K extends TlaValue, V extends TlaValue>(
  f: TlaFunction<K, V>,
  domain: TlaSet<K>,
  fits: (value: V) => boolean,
): boolean {
  if (f.domain.length !== domain.size || !f.domain.every((argument) => domain.has(argument))) return false;
  for (let i = 0; i < f.domain.length; i++) if (!fits(f.valueAt(i))) return false;
  return true;
}
