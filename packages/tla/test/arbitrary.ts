import * as fc from 'fast-check';
import { mapping, modelValue, set, type TlaValue } from '../src/index.js';

/** Strings with all that makes trouble: escapes, separators, what looks like an identifier, letters beyond ASCII. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    '',
    'a',
    '1a',
    '1',
    '_',
    'a b',
    '"',
    '\\',
    '\\n',
    '\n/\\ x = 1',
    '}}',
    '>>',
    '@@ :> |->',
    'TRUE',
    '#set',
    '__proto__',
    'é',
    '\t\r\f',
  ),
);

const name = fc.constantFrom('a1', 'v2', 'None', '1a', 'm_v', 'Nat', 'constructor');

const integer = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }),
  fc.bigInt({ min: -(2n ** 80n), max: -(2n ** 53n) }),
);

const field = fc.oneof(fc.constantFrom('type', 'bal', '1a', 'x_y', 'TRUE', '__proto__'), text);

/** Values of every kind, small and nested. */
export const value: fc.Arbitrary<TlaValue> = fc.letrec<{ value: TlaValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(integer, fc.boolean(), text, name.map(modelValue)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 4 }).map((elements) => set(elements)),
    fc.array(fc.tuple(field, tie('value')), { maxLength: 3 }).map((fields) => Object.fromEntries(fields)),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 }).map((pairs) => mapping(pairs)),
  ),
})).value;
