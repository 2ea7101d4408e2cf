import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, linesOf, members } from './scan-json.js';

describe('the fields of a text', () => {
  it.each([
    ['{"a":1,"b":[1,{"c":2}],"d":"e,\\"}","f":true}', ['a:1', 'b:[', 'd:"', 'f:t']],
    ['  { "a" : { } , "b" : -1 }  {"c":1}', ['a:{', 'b:-']],
    ['{"a":"\\\\","b":"\\\\\\"","c":1}', ['a:"', 'b:"', 'c:1']],
    ['{"\\u0061":1}', ['a:1']],
    // Cut, or no object.
    ['{"a":1,"b":[1,', ['a:1', 'b:[']],
    ['{"a":1,"b', ['a:1']],
    ['{"a":1,"b":', ['a:1']],
    ['{"a":"x', ['a:"']],
    ['{"a" 1}', []],
    ['{a:1}', []],
    ['{', []],
    ['{}', []],
    ['', []],
    ['[{"a":1}]', []],
    ['"a":1', []],
  ])('%s', (text, fields) => {
    expect(members(text).map(({ name, at }) => `${name}:${text[at]}`)).toEqual(fields);
  });

  it('are those that JSON.parse finds, where it finds them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (object, indent) => {
        const text = JSON.stringify(object, undefined, indent);
        const found = members(text);
        expect(found.map(({ name }) => name)).toEqual(Object.keys(object));
        for (const { name, at } of found)
          expect(text.slice(at).startsWith(JSON.stringify(object[name]).slice(0, 1))).toBe(true);
      }),
    );
  });
});

describe('the elements of an array', () => {
  it.each([
    ['[1, {"a":[2]},"b" ,[3,4]]', ['1', '{', '"', '[']],
    ['[]', []],
    ['[ ]', []],
    ['{}', []],
    ['', []],
    ['[{"a":1', ['{']],
  ])('%s', (text, starts) => {
    expect(elements(text, 0).map((at) => text[at])).toEqual(starts);
  });

  it('are as many as JSON.parse finds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(3), (array, indent) => {
        expect(elements(JSON.stringify(array, undefined, indent), 0)).toHaveLength(array.length);
      }),
    );
  });
});

it('lines are counted from 1', () => {
  expect(linesOf('a\nbc\n\nd', [0, 2, 3, 6])).toEqual([1, 2, 2, 4]);
});
