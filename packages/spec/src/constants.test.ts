import { InputError, modelValue, set, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { assume, integer, readConstants, scalar, setOf } from './constants.js';

const shapes = { Value: setOf(scalar), Quorum: setOf(setOf(scalar)), Max: integer };
const good = { Value: set([modelValue('v1')]), Quorum: set([set([1, 2])]), Max: 3 };

/** The code and the message of the error that something throws. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('reading constants', () => {
  it('gives back what fits', () => {
    expect(readConstants('M', shapes, good)).toBe(good);
  });

  it.each<[string, { readonly [name: string]: TlaValue }]>([
    ['missing-constant: M needs a value for its constant Max', { Value: set([]), Quorum: set([]) }],
    [
      'unknown-constant: Values is not a constant of M; its constants are Value, Quorum, Max',
      { ...good, Values: set([]) },
    ],
    [
      'bad-constant: the constant Value of M must be a set, each element of it a model value, a string or an integer, not {{}}',
      { ...good, Value: set([set([])]) },
    ],
    ['bad-constant: the constant Max of M must be an integer, not "3"', { ...good, Max: '3' }],
  ])('refuses: %s', (message, assignment) => {
    expect(refusal(() => readConstants('M', shapes, assignment))).toBe(message);
  });
});

describe('a shape', () => {
  it.each([
    ['a scalar', scalar, [modelValue('a'), 'a', 1], [set([1]), true, [1]]],
    ['an integer', integer, [-1, 0, 7], ['7', 10n ** 20n, 0.5, modelValue('a')]],
    ['a set', setOf(integer), [set([]), set([1, 2])], [1, [1], set(['1']), set([1, 'x'])]],
  ] as const)('%s fits what it says', (_, shape, fitting, others) => {
    expect(fitting.map((value) => shape.fits(value))).toEqual(fitting.map(() => true));
    expect(others.map((value) => shape.fits(value as TlaValue))).toEqual(others.map(() => false));
  });
});

it('an assumption that does not hold is refused with the advice', () => {
  expect(refusal(() => assume('M', 'Some', true, 'do this'))).toBe('accepted');
  expect(refusal(() => assume('M', 'Some', false, 'do this'))).toBe(
    'assumption: the constants contradict Some of M: do this',
  );
});
