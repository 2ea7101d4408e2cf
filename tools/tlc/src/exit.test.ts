import { expect, it } from 'vitest';
import { exitMeaning, isViolation } from './exit.js';

it.each([
  [0, 'no error was found', false],
  [12, 'an invariant is violated', true],
  [75, 'the specification could not be evaluated', false],
  [130, 'TLC was ended by a signal', false],
  [99, 'exit code 99', false],
])('exit code %i', (code, meaning, violation) => {
  expect(exitMeaning(code)).toBe(meaning);
  expect(isViolation(code)).toBe(violation);
});
