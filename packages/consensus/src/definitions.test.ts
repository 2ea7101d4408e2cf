import { key, parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { Init, Inv, Next, TypeOK } from './definitions.js';
import type { Constants, State } from './state.js';

const k = { Value: parseValue('{v1, v2, v3}') } as Constants;

/** A state, from the text of `chosen`. */
function chosen(text: string): State {
  return { chosen: parseValue(text) } as State;
}

/** The next states, as the texts of `chosen`. */
function next(state: State): readonly string[] {
  return Array.from(Next(k, state), (after) => key(after.chosen));
}

it('Init: nothing is chosen', () => {
  expect(Array.from(Init(), (state) => key(state.chosen))).toEqual(['{}']);
});

describe('Next', () => {
  it('chooses any one value', () => {
    expect(next(chosen('{}'))).toEqual(['{v1}', '{v2}', '{v3}']);
  });

  it.each(['{v1}', '{v1, v2}'])('chooses nothing more after %s: /\\ chosen = {}', (text) => {
    expect(next(chosen(text))).toEqual([]);
  });
});

describe('operators', () => {
  it.each([
    ['TypeOK: nothing is chosen', TypeOK, '{}', true],
    ['TypeOK: all values are chosen', TypeOK, '{v1, v2, v3}', true],
    ['TypeOK: a value that nobody may propose', TypeOK, '{v4}', false],
    ['TypeOK: something that is no set', TypeOK, '[elements |-> <<>>]', false],
    ['Inv: nothing is chosen', Inv, '{}', true],
    ['Inv: one value is chosen', Inv, '{v2}', true],
    ['Inv: two values are chosen', Inv, '{v1, v2}', false],
    ['Inv: a value that nobody may propose', Inv, '{v4}', false],
  ] as const)('%s', (_, operator, state, expected) => {
    expect(operator(k, chosen(state))).toBe(expected);
  });
});
