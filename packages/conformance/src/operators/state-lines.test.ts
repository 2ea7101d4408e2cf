import { InputError, parseValue, type Understand } from '@synod/tla';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateLines } from './state-lines.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads lines, in the blocks they come in: the texts of each. */
function readLines(blocks: readonly (readonly string[])[], variables = 2, operators = 2): unknown[] {
  const texts: string[] = [];
  const number: Understand = (text, place) => {
    parseValue(text, place);
    const known = texts.indexOf(text);
    return known < 0 ? texts.push(text) - 1 : known;
  };
  const found: string[][] = [];
  const states = {
    variables: Array.from({ length: variables }, (_, i) => `v${i}`),
    size: 10,
    component: () => -1,
    componentOfKey: () => -1,
    find(components: ArrayLike<number>): number {
      const state = Array.from(components, (text) => texts[text] as string);
      return state[0] === '"none"' ? -1 : found.push(state) - 1;
    },
  };
  const each = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
  const lines = new StateLines(states, each(variables, number), each(operators, number), 'states.txt');
  const read: unknown[] = [];
  let count = 0;
  for (const block of blocks) {
    const bytes = encode(block.map((line) => `${line}\n`).join(''));
    let start = 0;
    for (const line of block) {
      const end = start + encode(line).length;
      const state = lines.read(bytes, start, end, ++count);
      read.push([...(found[state] ?? []), ...[...lines.operators].map((value) => texts[value])]);
      start = end + 1;
    }
  }
  return read;
}

const line = (values: readonly string[]): string =>
  `<<"S", <<${values[0]}, ${values[1]}>>, ${values[2]}, ${values[3]}>>`;

describe('lines of states', () => {
  const value = fc.constantFrom(
    '1',
    '12',
    '{}',
    '{1}',
    '{1, 2}',
    '<<1>>',
    '<<1, 2>>',
    '"a, >>"',
    '"ab"',
    'TRUE',
  );
  const values = fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: 30 });

  it('say what stands there, whatever stood before', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 8 }), (all, size) => {
        const blocks: string[][] = [];
        for (let i = 0; i < all.length; i += size) blocks.push(all.slice(i, i + size).map(line));
        expect(readLines(blocks)).toEqual(all);
      }),
    );
  });

  const good = line(['{1, 2}', '<<1>>', 'TRUE', '{<<1>>}']);
  it('with a byte lost are other lines, or are refused', () => {
    const whole = JSON.stringify(readLines([[good, good, good]]));
    for (let at = 0; at < good.length; at++) {
      const lost = good.slice(0, at) + good.slice(at + 1);
      const told = ending(() => readLines([[good, lost, good]]));
      const refused = told instanceof InputError && told.place?.file === 'states.txt';
      const seen = Array.isArray(told) && JSON.stringify(told) !== whole;
      expect(refused || seen, lost).toBe(true);
    }
  });

  it.each([
    ['another head', good.replace('"S"', '"T"'), 'is not <<"S", state, 2 values>>'],
    ['a value too few', good.replace(', TRUE', ''), 'is not <<"S", state, 2 values>>'],
    ['a value too many', good.replace('TRUE', 'TRUE, 1'), 'is not <<"S", state, 2 values>>'],
    ['a variable too many', good.replace('<<1>>>>', '<<1>>, 1>>'), 'is not <<"S", state, 2 values>>'],
    ['more behind it', `${good} `, 'is not <<"S", state, 2 values>>'],
    ['an end too few', good.slice(0, -1), 'is not <<"S", state, 2 values>>'],
    [
      'a state that there is not',
      good.replace('{1, 2}', '"none"'),
      'has a state that the graph does not have',
    ],
  ])('with %s are refused, with the line', (_, other, says) => {
    for (const blocks of [[[other]], [[good, other]], [[good], [other]]]) {
      const told = ending(() => readLines(blocks));
      expect(told).toBeInstanceOf(InputError);
      expect((told as InputError).message).toBe(`this line ${says}; export the model again`);
      expect((told as InputError).place).toEqual({ file: 'states.txt', line: blocks.flat().length });
    }
  });

  it('need no operators', () => {
    expect(readLines([['<<"S", <<1>>>>', '<<"S", <<2>>>>']], 1, 0)).toEqual([['1'], ['2']]);
  });
});

function ending(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
