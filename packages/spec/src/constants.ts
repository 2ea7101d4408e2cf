import { InputError, key, TlaSet, type TlaValue } from '@synod/tla';
import type { Constants } from './specification.js';

/** A set, and what its elements are said to be: the shape that a constant must have. */
export interface Shape {
  /** For the error message: "a set of acceptors". */
  readonly what: string;
  readonly fits: (value: TlaValue) => boolean;
}

/** A value that JavaScript compares with `===`: a model value, a string or an integer. */
export const scalar: Shape = {
  what: 'a model value, a string or an integer',
  fits: (value) => ['symbol', 'string', 'number'].includes(typeof value),
};

export const integer: Shape = { what: 'an integer', fits: (value) => Number.isSafeInteger(value) };

/** A set whose elements all have a shape. */
export function setOf(element: Shape): Shape {
  return {
    what: `a set, each element of it ${element.what}`,
    fits: (value) => value instanceof TlaSet && value.elements.every(element.fits),
  };
}

/**
 * Takes the constants of a module from what a cfg file assigns.
 *
 * @throws InputError if one is missing, has the wrong shape, or is not a constant of the module
 */
export function readConstants(
  module: string,
  shapes: { readonly [name: string]: Shape },
  assignment: Constants,
): Constants {
  for (const name of Object.keys(assignment)) {
    if (shapes[name] === undefined) {
      const known = Object.keys(shapes).join(', ');
      throw new InputError(
        'unknown-constant',
        `${name} is not a constant of ${module}; its constants are ${known}`,
      );
    }
  }
  for (const [name, shape] of Object.entries(shapes)) {
    const value = assignment[name];
    if (value === undefined) {
      throw new InputError('missing-constant', `${module} needs a value for its constant ${name}`);
    }
    if (!shape.fits(value)) {
      throw new InputError(
        'bad-constant',
        `the constant ${name} of ${module} must be ${shape.what}, not ${key(value)}`,
      );
    }
  }
  return assignment;
}

/**
 * An ASSUME of a module.
 *
 * @param advice says what is wrong with the constants, and what to do
 * @throws InputError if it does not hold
 */
export function assume(module: string, assumption: string, holds: boolean, advice: string): void {
  if (holds) return;
  throw new InputError('assumption', `the constants contradict ${assumption} of ${module}: ${advice}`);
}
