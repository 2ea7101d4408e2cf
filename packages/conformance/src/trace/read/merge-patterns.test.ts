import { type Json, parseValue } from '@synod/tla';
import { expect, it } from 'vitest';
import { matches } from '../pattern.js';
import { readPattern } from '../read-pattern.js';
import { mergePatterns } from './merge-patterns.js';

const pattern = (json: string): ReturnType<typeof readPattern> =>
  readPattern(JSON.parse(json) as Json, 'x', {});

it.each([
  ['1', '1', '1'],
  ['1', '2', undefined],
  ['{"a":1}', '{"b":2}', '{"a":1,"b":2}'],
  ['{"a":{"c":1}}', '{"a":{"d":2}}', '{"a":{"c":1,"d":2}}'],
  ['{"a":{"c":1}}', '{"a":{"c":2}}', undefined],
  ['{"a":[1]}', '{"a":[1]}', '{"a":[1]}'],
  ['{"a":[1]}', '{"a":[2]}', undefined],
  ['{"#map":[[1,"x"]]}', '{"#map":[[2,"y"]]}', '{"#map":[[1,"x"],[2,"y"]]}'],
  ['{"#map":[[1,"x"]]}', '["x","y"]', '["x","y"]'],
  ['["x","y"]', '{"#map":[[1,"z"]]}', undefined],
  ['{"#contains":[1]}', '{"#contains":[2]}', '{"#contains":[1,2]}'],
  ['{"#contains":[1]}', '{"#set":[1,2]}', '{"#set":[1,2]}'],
  ['{"#set":[2]}', '{"#contains":[1]}', undefined],
  ['{}', '{"#contains":[1]}', '{"#contains":[1]}'],
  ['{"#contains":[1]}', '{}', '{"#contains":[1]}'],
  ['{"a":1}', '{"#contains":[1]}', undefined],
  ['{}', '7', '7'],
  ['{"a":1,"b":2}', '{"#map":[["b",2],["c",3]]}', '{"a":1,"b":2,"c":3}'],
])('what %s and %s say is %s', (one, other, both) => {
  const expected = both === undefined ? undefined : pattern(both);
  expect(mergePatterns(pattern(one), pattern(other))).toEqual(expected);
});

it('a value is like both exactly if it is like what both say', () => {
  const patterns = [
    '{}',
    '{"a":1}',
    '{"b":1}',
    '{"a":2}',
    '{"#contains":[1]}',
    '{"#contains":[2]}',
    '{"#set":[1,2]}',
    '{"#set":[1]}',
    '1',
    '{"a":{"b":1}}',
    '{"a":{"c":1}}',
    '[]',
  ];
  const values = [
    '1',
    '<<>>',
    '{}',
    '{1}',
    '{1, 2}',
    '{1, 2, 3}',
    '[a |-> 1]',
    '[a |-> 1, b |-> 1]',
    '[a |-> 2, b |-> 1]',
    '[a |-> [b |-> 1, c |-> 1]]',
    '[a |-> [b |-> 1]]',
  ].map((text) => parseValue(text));
  const like = { both: 0, all: 0 };
  for (const one of patterns.map(pattern)) {
    for (const other of patterns.map(pattern)) {
      const merged = mergePatterns(one, other);
      for (const value of values) {
        const both = matches(one, value) && matches(other, value);
        expect(merged !== undefined && matches(merged, value)).toBe(both);
        if (both) like.both += 1;
        like.all += 1;
      }
    }
  }
  expect(like.both).toBeGreaterThan(like.all / 40);
});
