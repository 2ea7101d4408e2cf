import { InputError } from '@synod/tla';
import fc from 'fast-check';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import { shrinkCandidates } from '../behaviour/shrink-candidates.js';
import type { Model } from '../model/model.js';
import type { AnyVocabulary, Vocabulary } from '../model/vocabulary.js';
import type { StateSpace } from '../trace/space.js';
import { follow } from './follow.js';
import { type ModelBehaviour, modelBehaviour } from './model-behaviour.js';
import { randomWalk } from './random-walk.js';

/** How long generated behaviours are, in steps. */
export interface BehaviourConstraints {
  /** No behaviour has fewer: 0 unless told. */
  readonly minLength?: number;
  /** No behaviour has more: 40 unless told, or `minLength` if that is more. */
  readonly maxLength?: number;
  /** How long they are within these bounds, as for `fc.array`: `max` unless told, up to `maxLength`. */
  readonly size?: fc.SizeForArbitrary;
}

/**
 * Random behaviours of a specification: each begins in an initial state and takes steps that the specification allows,
 * every action as likely as the others that are possible. They are short now and then, as fast-check does it, and end
 * where no step, or none that changes anything, is possible.
 *
 * A behaviour shrinks to one that leaves out steps of it, and with them those that are not possible without them. In
 * one that is shrunk to the end no single step can be left out. Behaviours among the `examples` shrink too, and so
 * does a list of labels: `['Phase1a(0)', 'Phase1b(a1)']`.
 *
 * @throws InputError if the lengths are none, or, when the first value is generated, no behaviour has `minLength` steps
 */
export function behaviours<V extends Vocabulary = AnyVocabulary>(
  model: Model<V>,
  constraints: BehaviourConstraints = {},
): fc.Arbitrary<ModelBehaviour<V>> {
  const { minLength = 0, maxLength = Math.max(40, minLength), size = 'max' } = constraints;
  if (!isLength(minLength) || !isLength(maxLength) || minLength > maxLength) {
    const message = `minLength ${minLength} and maxLength ${maxLength} are no lengths of behaviours: give whole numbers of steps from 0 on, the smaller one first`;
    throw new InputError('length', message);
  }
  // Its values are thrown away: it knows how long a list is to be, by the size, the bias and what is set globally.
  const lengths = fc.array(fc.constant(0), { minLength, maxLength, size });
  return new BehaviourArbitrary<V>(model.space, minLength, lengths);
}

function isLength(length: number): boolean {
  return Number.isSafeInteger(length) && length >= 0;
}

/** A class because fast-check takes its arbitraries as such. */
class BehaviourArbitrary<V extends Vocabulary> extends fc.Arbitrary<ModelBehaviour<V>> {
  readonly #space: StateSpace;
  readonly #least: number;
  readonly #lengths: fc.Arbitrary<readonly unknown[]>;

  constructor(space: StateSpace, least: number, lengths: fc.Arbitrary<readonly unknown[]>) {
    super();
    this.#space = space;
    this.#least = least;
    this.#lengths = lengths;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<ModelBehaviour<V>> {
    const { length } = this.#lengths.generate(random, biasFactor).value;
    const bounds = { least: this.#least, length };
    const walk = randomWalk(this.#space, (bound) => random.nextInt(0, bound - 1), bounds);
    if (walk === undefined) {
      const message = `no behaviour of ${this.#space.name} has ${this.#least} steps: give a smaller minLength`;
      throw new InputError('length', message);
    }
    return this.#value(walk);
  }

  override canShrinkWithoutContext(value: unknown): value is ModelBehaviour<V> {
    return follow(this.#space, value) !== undefined;
  }

  override shrink(value: ModelBehaviour<V>, context: unknown): fc.Stream<fc.Value<ModelBehaviour<V>>> {
    const from = (context as SpaceBehaviour | undefined) ?? follow(this.#space, value);
    return from === undefined ? fc.Stream.nil() : new fc.Stream(this.#smaller(from));
  }

  *#smaller(from: SpaceBehaviour): IterableIterator<fc.Value<ModelBehaviour<V>>> {
    for (const candidate of shrinkCandidates(this.#space, from)) {
      if (candidate.steps.length >= this.#least) yield this.#value(candidate);
    }
  }

  /** The context is the behaviour itself: what is shrunk need not be found again by its labels. */
  #value(behaviour: SpaceBehaviour): fc.Value<ModelBehaviour<V>> {
    return new fc.Value(modelBehaviour<V>(this.#space, behaviour), behaviour);
  }
}
