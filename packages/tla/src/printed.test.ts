import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { value } from '../test/arbitrary.js';
import { failure } from '../test/fixture.js';
import {
  InputError,
  describe as inWords,
  key,
  type Place,
  readPrinted,
  readPrintedBytes,
  splitTuple,
  tupleReader,
} from './index.js';

describe('printed lines', () => {
  const lines = '<<"S", <<{}, 1>>, TRUE>>\n\n<<"S", <<{a}, 2>>, FALSE>>\r\n1..2';

  test('each is a value, and a text with its place', async () => {
    const values: string[] = [];
    const texts: [string, Place][] = [];
    const count = await readPrinted(
      [lines.slice(0, 30), new TextEncoder().encode(lines.slice(30))],
      { value: (v) => values.push(key(v)), text: (text, place) => texts.push([text, place]) },
      { file: 'x.out' },
    );
    expect(count).toBe(3);
    expect(values).toEqual(['<<"S", <<{}, 1>>, TRUE>>', '<<"S", <<{a}, 2>>, FALSE>>', '{1, 2}']);
    expect(texts[1]).toEqual(['<<"S", <<{a}, 2>>, FALSE>>', { file: 'x.out', line: 3 }]);
  });

  test('as bytes they are the same, in pieces of any size', async () => {
    const expected: [string, number][] = [];
    await readPrinted([lines], { text: (text, { line }) => expected.push([text, line as number]) });
    for (const size of [1, 7, 1000]) {
      const bytes = new TextEncoder().encode(`\ufeff${lines}`);
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      const read: [string, number][] = [];
      const count = await readPrintedBytes(pieces, (block, start, end, line) =>
        read.push([new TextDecoder().decode(block.subarray(start, end)), line]),
      );
      expect(count).toBe(3);
      expect(read).toEqual(expected);
    }
    expect(await failure(() => readPrintedBytes([], () => undefined))).toMatchObject({ code: 'empty' });
  });

  test('a line cut short is refused, and an empty file', async () => {
    const cut = await failure(() =>
      readPrinted([lines.slice(0, 40)], { value: () => undefined }, { file: 'x.out' }),
    );
    expect(inWords(cut as InputError)).toBe('x.out:3:15: Expected a value, found the end.');
    expect(await failure(() => readPrinted([], {}))).toMatchObject({ code: 'empty' });
    expect(await failure(() => readPrinted([new Uint8Array([0xff, 0xfe])], {}))).toMatchObject({
      code: 'encoding',
    });
  });

  test('whoever hands in the bytes may use the same memory for the next piece', async () => {
    const buffer = new Uint8Array(3);
    function* reused(): Generator<Uint8Array> {
      for (const piece of ['"a', 'bc', '"\n"', 'd"', '\n1', '2']) {
        buffer.fill(0);
        const { written } = new TextEncoder().encodeInto(piece, buffer);
        yield buffer.subarray(0, written);
      }
    }
    const texts: string[] = [];
    await readPrinted(reused(), { text: (text) => texts.push(text) });
    expect(texts).toEqual(['"abc"', '"d"', '12']);
  });

  test('a mark of the byte order is passed over, and the last line needs no newline', async () => {
    const texts: string[] = [];
    await readPrinted(['\ufeff1\n', '2'], { text: (text) => texts.push(text) });
    expect(texts).toEqual(['1', '2']);
  });
});

describe('tuples taken apart', () => {
  test.each([
    ['<<>>', []],
    ['<< >>', []],
    ['<<1>>', ['1']],
    [
      '<<"a, >> \\" ", {<<1, 2>>}, (1 :> 2), [a |-> <<>>]>>',
      ['"a, >> \\" "', '{<<1, 2>>}', '(1 :> 2)', '[a |-> <<>>]'],
    ],
    ['<< 1,\n  -3..-1, a1 , TRUE >>', ['1', '-3..-1', 'a1', 'TRUE']],
    [
      '<<SUBSET {1}, SUBSET SUBSET 1..2, SUBSET (1..8)>>',
      ['SUBSET {1}', 'SUBSET SUBSET 1..2', 'SUBSET (1..8)'],
    ],
  ])('%j', (text, elements) => {
    expect(splitTuple(text)).toEqual(elements);
  });

  test('agrees with reading the whole', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (elements) => {
        const read = tupleReader();
        expect(read(key(elements)).map((entry) => entry.key)).toEqual(elements.map(key));
        expect(splitTuple(key(elements))).toEqual(elements.map(key));
      }),
    );
  });

  test('the same text gives the same object', () => {
    const read = tupleReader();
    expect(read('<<[a |-> 1], 2>>')[0]).toBe(read('<<[a |-> 1], 3>>')[0]);
  });

  test.each([
    '',
    '{1}',
    '<<1',
    '<<1, 2>',
    '<<1 2>>',
    '<<{1>>',
    '<<"a>>',
    '<<,>>',
    '<<1>> 2',
    '<<1..>>x',
    '<<->>',
  ])('%j is refused', async (text) => {
    expect(await failure(() => splitTuple(text, { file: 'x', line: 3 }))).toMatchObject({
      name: 'InputError',
      place: { line: 3 },
    });
  });
});
