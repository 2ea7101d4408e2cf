import { InputError, type Json, modelValue, parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { deepest as deepestOfTla } from '../../../tla/src/parse-value.js';
import { matches } from './pattern.js';
import { readPattern } from './read-pattern.js';

const place = { file: 'log', line: 3 };
const pattern = (json: string): ReturnType<typeof readPattern> =>
  readPattern(JSON.parse(json) as Json, 'state.x', place);

/** What is wrong with JSON that is no value. */
function refusal(json: string): string {
  try {
    pattern(json);
  } catch (error) {
    if (error instanceof InputError && error.code === 'trace-value' && error.place === place)
      return error.message;
    throw error;
  }
  throw new Error(`${json} is read`);
}

describe('what a trace says of a value', () => {
  it.each([
    ['7', '7', ['8', '"7"']],
    ['true', 'TRUE', ['FALSE', '"TRUE"']],
    ['"a1"', '"a1"', ['"a2"', '1']],
    ['{"#bigint":"9007199254740993"}', '9007199254740993', ['9007199254740992']],
    ['{"#bigint":"7"}', '7', ['8']],
    ['{"#set":[1,2,1]}', '{2, 1}', ['{1}', '{1, 2, 3}', '<<1, 2>>']],
    ['[1,"b"]', '<<1, "b">>', ['<<1>>', '{1, "b"}', '<<"b", 1>>']],
    ['{"#tup":[1]}', '<<1>>', ['<<>>', '<<2>>']],
    ['[]', '<<>>', ['{}', '<<1>>']],
    // A part: at its keys only.
    ['{"bal":0}', '[bal |-> 0, acc |-> "a1"]', ['[bal |-> 1]', '[acc |-> 0]', '0']],
    ['{"a":{"b":[1]}}', '[a |-> [b |-> <<1>>, c |-> 2]]', ['[a |-> [b |-> <<1, 2>>]]', '[a |-> 1]']],
    ['{}', '{1}', []],
    ['{"#map":[[1,"x"]]}', '<<"x", "y">>', ['<<"y">>', '<<>>', '(2 :> "x")']],
    ['{"#map":[[2,{"c":1}]]}', '(2 :> [c |-> 1, d |-> 2] @@ 7 :> 0)', ['(2 :> [c |-> 2] @@ 7 :> 0)']],
    ['{"#map":[[[1,2],3]]}', '(<<1, 2>> :> 3)', ['(<<2, 1>> :> 3)', '(<<1, 2>> :> 4)']],
    ['{"#map":[[{"#set":["a"]},3]]}', '({"a"} :> 3)', ['({"b"} :> 3)']],
    ['{"#contains":[1]}', '{1, 2}', ['{2}', '<<1>>', '{}']],
    ['{"#contains":[]}', '{}', ['<<>>', '0']],
    ['{"#contains":[{"bal":1}]}', '{[bal |-> 1, v |-> 2]}', ['{[bal |-> 2, v |-> 2]}']],
    ['{"#contains":[{"#contains":[1]}]}', '{{1, 2}, {3}}', ['{{2}, {3}}']],
    // Whole again, where only the whole is compared.
    ['{"#set":[{"bal":1}]}', '{[bal |-> 1]}', ['{[bal |-> 1, v |-> 2]}']],
    ['[{"bal":1}]', '<<[bal |-> 1]>>', ['<<[bal |-> 1, v |-> 2]>>']],
    ['{"#tup":[{"bal":1}]}', '<<[bal |-> 1]>>', ['<<[bal |-> 1, v |-> 2]>>']],
  ])('%s', (json, like, unlike) => {
    expect(matches(pattern(json), parseValue(like))).toBe(true);
    for (const other of unlike)
      expect([other, matches(pattern(json), parseValue(other))]).toEqual([other, false]);
  });

  it('a string stands for the model value too, at every depth', () => {
    expect(matches(pattern('"a1"'), modelValue('a1'))).toBe(true);
    expect(matches(pattern('{"a1":[["a1"],{"#set":["a1"]}]}'), parseValue('(a1 :> <<<<a1>>, {a1}>>)'))).toBe(
      true,
    );
    expect(matches(pattern('{"#map":[["a1",{"#contains":["a1"]}]]}'), parseValue('(a1 :> {a1, a2})'))).toBe(
      true,
    );
    expect(matches(pattern('"a1"'), modelValue('a2'))).toBe(false);
  });

  it('a field may have any name', () => {
    const json = '{"__proto__":1,"constructor":2}';
    expect(pattern(json)).toMatchObject({ entries: [{ key: '"__proto__"' }, { key: '"constructor"' }] });
  });
});

describe('what is no value is refused at its field', () => {
  it.each([
    ['null', 'state.x: null is no value of TLA+.'],
    ['0.5', 'state.x: 0.5 is no exact integer: write {"#bigint": "…"}.'],
    ['9007199254740993', 'state.x: 9007199254740992 is no exact integer: write {"#bigint": "…"}.'],
    ['{"a":[1,{"b":null}]}', 'state.x.a[1].b: null is no value of TLA+.'],
    ['{"a 1":{"":null}}', 'state.x["a 1"][""]: null is no value of TLA+.'],
    ['{"a\\nb":[{"c\\nd":null}]}', 'state.x["a\\nb"][0].c\\u000ad: null is no value of TLA+.'],
    ['{"#bigint":7}', 'state.x: #bigint must be a string of digits.'],
    ['{"#bag":[]}', 'state.x: #bag is not known here.'],
    ['{"#set":[{"#contains":[1]}]}', 'state.x[0]: #contains is not known here.'],
    ['[{"#contains":[1]}]', 'state.x[0]: #contains is not known here.'],
    ['{"#set":1}', 'state.x: #set must have an array.'],
    ['{"#contains":{}}', 'state.x: #contains must have an array.'],
    ['{"#contains":[1,null]}', 'state.x.#contains[1]: null is no value of TLA+.'],
    ['{"#contains":[1],"a":1}', 'state.x: an object with #contains must have nothing else.'],
    ['{"a":1,"#map":[]}', 'state.x: an object with #map must have nothing else.'],
    ['{"#set":[],"a":1}', 'state.x: An object with #set must have nothing else.'],
    ['{"#map":{}}', 'state.x: #map must have an array.'],
    ['{"#map":[[1,2],[3]]}', 'state.x.#map[1]: #map has pairs only.'],
    ['{"#map":[[1,2],[3,4,5]]}', 'state.x.#map[1]: #map has pairs only.'],
    ['{"#map":[1]}', 'state.x.#map[0]: #map has pairs only.'],
    ['{"#map":[[null,1]]}', 'state.x.#map[0][0]: null is no value of TLA+.'],
    ['{"#map":[[1,null]]}', 'state.x.#map[0][1]: null is no value of TLA+.'],
    ['{"#map":[[{"#contains":[]},1]]}', 'state.x.#map[0][0]: #contains is not known here.'],
    ['{"#map":[[1,2],[1,2]]}', 'state.x.#map[1][0]: #map has this argument twice.'],
    ['{"#map":[[{"#set":[1,2]},2],[{"#set":[2,1]},3]]}', 'state.x.#map[1][0]: #map has this argument twice.'],
    ['{"#a\\nb":[]}', 'state.x: #a\\u000ab is not known here.'],
    [
      '{"#unserializable":"Nat"}',
      'state.x: #unserializable stands for a value that a checker could not write: leave it out.',
    ],
  ])('%s', (json, message) => {
    expect(refusal(json)).toBe(message);
  });
});

it('a message is short, whatever is in the file', () => {
  const long = 'x'.repeat(1_000_000);
  for (const json of [`{"#${long}":[]}`, `{"${long}":{"${long}":null}}`, `["${long}",{"${long}":[null]}]`]) {
    expect(refusal(json).length).toBeLessThan(400);
  }
});

describe('nesting', () => {
  const shapes: readonly (readonly [string, (inner: string) => string, number])[] = [
    ['arrays', (inner) => `[${inner}]`, 1],
    ['objects', (inner) => `{"a":${inner}}`, 1],
    ['#contains', (inner) => `{"#contains":[${inner}]}`, 1],
    ['#set', (inner) => `{"#set":[${inner}]}`, 1],
    ['#map', (inner) => `{"#map":[[1,${inner}]]}`, 2],
    ['objects, then arrays', (inner) => (inner.length < 600 ? `[${inner}]` : `{"a":${inner}}`), 1],
  ];

  it.each(shapes)('of %s may be as deep as elsewhere, and no deeper', (_, around, levels) => {
    const nested = (depth: number): string => {
      let json = '1';
      for (let level = levels; level < depth; level += levels) json = around(json);
      return json;
    };
    const most = Math.floor((deepestOfTla - 1) / levels) * levels + levels;
    expect(() => pattern(nested(most))).not.toThrow();
    expect(refusal(nested(most + levels))).toMatch(/nested deeper than 500 levels/);
  });

  it.each(shapes)('of %s that goes on for ever does not overflow the stack', (_, around) => {
    const [before = '', after = ''] = around('\0').split('\0');
    const times = 200_000;
    expect(refusal(before.repeat(times) + 1 + after.repeat(times))).toMatch(
      /^state\.x.*nested deeper than 500/,
    );
  });
});
