import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { value } from '../test/arbitrary.js';
import { failure } from '../test/fixture.js';
import {
  fromJson,
  isTuple,
  key,
  mapping,
  modelValue,
  nameOf,
  set,
  TlaFunction,
  TlaSet,
  type TlaValue,
  toJson,
} from './index.js';

/** The same value with a string in place of each model value: what JSON cannot tell apart. */
function blurred(v: TlaValue): TlaValue {
  if (typeof v === 'symbol') return nameOf(v);
  if (v instanceof TlaSet) return set(v.elements.map(blurred));
  if (v instanceof TlaFunction)
    return mapping(v.domain.map((x, i) => [blurred(x), blurred(v.values[i] ?? 0)]));
  if (isTuple(v)) return v.map(blurred);
  if (typeof v === 'object') return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, blurred(x)]));
  return v;
}

/** Whether a function somewhere in it has arguments that JSON makes one. */
function collides(v: TlaValue): boolean {
  if (v instanceof TlaSet) return v.elements.some(collides);
  if (v instanceof TlaFunction) {
    const domain = new Set(v.domain.map((x) => key(blurred(x))));
    return domain.size < v.domain.length || [...v.domain, ...v.values].some(collides);
  }
  if (isTuple(v)) return v.some(collides);
  return typeof v === 'object' && Object.values(v).some(collides);
}

describe('values as JSON', () => {
  const table: readonly (readonly [v: TlaValue, json: unknown])[] = [
    [true, true],
    ['text', 'text'],
    [7, 7],
    [2n ** 53n + 1n, { '#bigint': '9007199254740993' }],
    [modelValue('a1'), 'a1'],
    [set([2, 1]), { '#set': [1, 2] }],
    [
      ['a', 1],
      ['a', 1],
    ],
    [{ bal: 0 }, { bal: 0 }],
    [mapping([[modelValue('a1'), 0]]), { a1: 0 }],
    [
      mapping<TlaValue, TlaValue>([
        [0, 'x'],
        [1, 'y'],
      ]),
      {
        '#map': [
          [0, 'x'],
          [1, 'y'],
        ],
      },
    ],
    [
      mapping<TlaValue, TlaValue>([
        [1, 'x'],
        [2, 'y'],
      ]),
      ['x', 'y'],
    ],
    [mapping([]), []],
    [{}, []],
    [{ '#set': [1] }, { '#map': [['#set', [1]]] }],
    [
      mapping<TlaValue, TlaValue>([
        [modelValue('a'), 1],
        ['b', 2],
      ]),
      { a: 1, b: 2 },
    ],
  ];
  test.each(table)('%#', (v, json) => {
    expect(toJson(v)).toEqual(json);
    expect(key(fromJson(json))).toBe(key(blurred(v)));
  });

  test('every value comes back, but for model values', () => {
    fc.assert(
      fc.property(value, (v) => {
        fc.pre(!collides(v));
        // Not through JSON.parse: under Node 24 it has once given a field named " back as one named \\.
        const json: unknown = structuredClone(toJson(v));
        expect(key(fromJson(json))).toBe(key(blurred(v)));
      }),
      { numRuns: 1000 },
    );
  });

  test('model values come back if they are named', () => {
    const v = mapping<TlaValue, TlaValue>([[modelValue('a1'), set([modelValue('v1'), 'v2'])]]);
    expect(key(fromJson(toJson(v), { modelValues: new Set(['a1', 'v1']) }))).toBe(key(v));
  });

  test('other ways to write the same', () => {
    expect(key(fromJson({ '#tup': [1, 2] }))).toBe('<<1, 2>>');
    expect(key(fromJson({ '#set': [2, 1, 2] }))).toBe('{1, 2}');
    expect(fromJson({ '#bigint': '5' })).toBe(5);
    expect(Object.is(fromJson(JSON.parse('-0')), 0)).toBe(true);
  });

  const bad: readonly (readonly [json: string, message: string])[] = [
    ['null', 'null is no value of TLA+ (at $)'],
    ['{"a":[1,null]}', 'null is no value of TLA+ (at $.a[1])'],
    ['1.5', '1.5 is no exact integer: write {"#bigint": "…"} (at $)'],
    ['9007199254740993', '9007199254740992 is no exact integer: write {"#bigint": "…"} (at $)'],
    ['{"#set":1}', '#set must have an array (at $)'],
    ['{"#map":[1]}', '#map has pairs only (at $[0])'],
    ['{"#map":[[1,2],[1,3]]}', '#map has one argument twice (at $)'],
    ['{"#bigint":"1e3"}', '#bigint must be a string of digits (at $)'],
    ['{"#contains":[]}', '#contains is not known here (at $)'],
    ['{"#set":[],"a":1}', 'An object with #set must have nothing else (at $)'],
  ];
  test.each(bad)('%s', async (json, message) => {
    expect(await failure(() => fromJson(JSON.parse(json)))).toMatchObject({ name: 'InputError', message });
  });

  test('deep nesting is refused', async () => {
    const deep: unknown = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
    expect(await failure(() => fromJson(deep))).toMatchObject({ name: 'InputError' });
  });
});
