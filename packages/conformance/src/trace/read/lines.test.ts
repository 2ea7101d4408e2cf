import { describe, expect, it } from 'vitest';
import { fileOf, inPieces, refusal } from '../../../test/traces.js';
import { type Line, longestLine, readLines } from './lines.js';

async function linesOf(chunks: Parameters<typeof readLines>[0]): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(chunks, 'log')) lines.push(line);
  return lines;
}

const texts = async (chunks: Parameters<typeof readLines>[0]): Promise<readonly (string | undefined)[]> =>
  (await linesOf(chunks)).map(({ text, place, open }) => `${place.line}${open ? '…' : ':'}${text.trimEnd()}`);

describe('lines', () => {
  const bytes = fileOf('{"a":"ä€😀"}', '', '  \t', 'b\r', 'ccc');

  it.each([1, 2, 3, 5, 1000])('are those of the file, in pieces of %i bytes', async (size) => {
    expect(await texts(inPieces(bytes, size))).toEqual(['1:{"a":"ä€😀"}', '4:b', '5:ccc']);
  });

  it('may be text as well as bytes', async () => {
    expect(await texts(['a\nb', 'c\n', new TextEncoder().encode('d'), 'e'])).toEqual(['1:a', '2:bc', '3…de']);
  });

  it('begin behind the mark that some editors write, and only there', async () => {
    expect(await texts(['\ufeffa\n\ufeffb\n'])).toEqual(['1:a', '2:\ufeffb']);
    expect(await texts(['\ufeffa'])).toEqual(['1…a']);
  });

  it('are none where there is nothing', async () => {
    expect(await texts([])).toEqual([]);
    expect(await texts(['\n\r\n  \n', ' '])).toEqual([]);
  });

  it('come as soon as they have ended, whatever follows', async () => {
    async function* growing(): AsyncGenerator<string> {
      yield 'a\nb';
      await new Promise(() => {});
    }
    const lines = readLines(growing(), 'log');
    expect((await lines.next()).value).toMatchObject({ text: 'a', open: false });
  });

  it('are copied out of a buffer that is used again', async () => {
    const buffer = new Uint8Array(4);
    function* again(): Generator<Uint8Array> {
      for (const part of ['ab', 'cd\ne', 'f']) {
        buffer.fill(32);
        buffer.set(new TextEncoder().encode(part));
        yield buffer.subarray(0, part.length);
      }
    }
    expect(await texts(again())).toEqual(['1:abcd', '2…ef']);
  });
});

describe('what is not UTF-8 is refused at its line', () => {
  const wrong = Uint8Array.of(0x7b, 0xff, 0x7d, 0x0a);

  it.each([1, 4, 1000])('in pieces of %i bytes', async (size) => {
    const bytes = Uint8Array.of(...fileOf('a', 'ä'), ...wrong, ...fileOf('b'));
    expect(await refusal(() => linesOf(inPieces(bytes, size)))).toMatch(/^log:3: this line is not UTF-8: /);
  });

  it('and not before what comes before it', async () => {
    const lines = readLines([Uint8Array.of(...fileOf('a'), ...wrong)], 'log');
    expect((await lines.next()).value).toMatchObject({ text: 'a' });
    expect(await refusal(() => lines.next())).toMatch(/^log:2: this line is not UTF-8/);
  });

  it('in a last line without a newline too', async () => {
    expect(await refusal(() => linesOf(['a\n', wrong.subarray(0, 3)]))).toMatch(
      /^log:2: this line is not UTF-8/,
    );
  });

  it('but a last character that is cut is only the sign of a cut line', async () => {
    expect(await texts(['a\n', Uint8Array.of(0x62, 0xe2, 0x82)])).toEqual(['1:a', '2…b\ufffd']);
  });
});

describe('a line that is too long', () => {
  const limit = /^log:2: this line is longer than 16 MiB/;

  it('is refused as soon as that is known', async () => {
    const pieces = { taken: 0 };
    function* endless(): Generator<Uint8Array | string> {
      yield 'a\n';
      const piece = new Uint8Array(64 * 1024).fill(97);
      for (;;) {
        pieces.taken += 1;
        yield piece;
      }
    }
    expect(await refusal(() => linesOf(endless()))).toMatch(limit);
    expect(pieces.taken).toBe(longestLine / (64 * 1024) + 1);
  });

  it('is one byte longer than the longest', async () => {
    const bytes = new Uint8Array(longestLine + 3).fill(97);
    bytes.set([97, 10]);
    bytes.set([10], longestLine + 2);
    expect((await linesOf([bytes])).map(({ text }) => text.length)).toEqual([1, longestLine]);
    expect((await linesOf([bytes.subarray(0, -1)])).map(({ open }) => open)).toEqual([false, true]);
    const longer = Uint8Array.of(97, 10);
    expect(await refusal(() => linesOf([longer, bytes.subarray(2, -1), 'a\nb\n']))).toMatch(limit);
    expect(await refusal(() => linesOf([longer, bytes.subarray(2, -1), 'a']))).toMatch(limit);
  });
});
