import { describe, expect, test } from 'vitest';
import { failure, fixture, pieces } from '../test/fixture.js';
import {
  type Chunks,
  InputError,
  describe as inWords,
  key,
  parseValue,
  readDump,
  stateReader,
} from './index.js';

async function states(chunks: Chunks): Promise<string[]> {
  const read = stateReader();
  const result: string[] = [];
  const count = await readDump(chunks, {
    state(text, number, place) {
      expect(number).toBe(result.length + 1);
      result.push(
        read
          .entries(text, place)
          .map((entry) => entry.key)
          .join(' & '),
      );
    },
  });
  expect(count).toBe(result.length);
  return result;
}

describe('plain dumps', () => {
  test.each([
    ['Val', 77],
    ['Lz', 14],
  ])('%s is the same, whichever TLC wrote it', async (name, count) => {
    const old = await states([fixture(`${name}-tlc174.dump`)]);
    expect(old).toHaveLength(count);
    expect(await states([fixture(`${name}-tlchead.dump`)])).toEqual(old);
    for (const size of [1, 3, 100]) expect(await states(pieces(`${name}-tlc174.dump`, size))).toEqual(old);
  });

  test('characters of several bytes', async () => {
    expect((await states(pieces('ValU.dump', 1)))[9]).toBe('"unié中😀" & 9');
  });

  test('unevaluated sets are expanded', async () => {
    const sizes: unknown[] = [];
    const read = stateReader();
    await readDump([fixture('Lz-tlc174.dump')], {
      state(text) {
        const [value] = read(text);
        sizes.push(
          typeof value === 'object' && 'elements' in value && Array.isArray(value.elements)
            ? value.elements.length
            : undefined,
        );
      },
    });
    expect(sizes.slice(1, 7)).toEqual([256, 2048, 2500, 2500, 128, 1]);
    expect(sizes[13]).toBe(15);
  });

  test('the last value of Val, which TLC wraps', async () => {
    const value =
      '[longfield |-> 1, anotherLongFieldName |-> {"aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccccccc"}, ' +
      'f |-> (1 :> "cccccccccccccccccccccccccc" @@ 5 :> "cccccccccccccccccccccccccc" @@ 7 :> "cccccccccccccccccccccccccc"), ' +
      'g |-> <<"cccccccccccccccccccccccccc", "cccccccccccccccccccccccccc", "cccccccccccccccccccccccccc">>]';
    expect((await states([fixture('Val-tlc174.dump')])).at(-1)).toBe(`${key(parseValue(value))} & 76`);
  });

  test.each([
    ['', 'The file is empty: TLC wrote nothing, or was stopped.'],
    ['digraph', '1: Expected "State N:", as TLC writes it with -dump FILE.'],
    ['State 1:\nx = 1\n\nState 3:\nx = 3\n\n', '4: State 3 stands where state 2 must: something is missing.'],
    [
      'State 1:\nx = 1\n\nState 2:\n/\\ x',
      '5: The dump ends within state 2: TLC was stopped, or the file was cut.',
    ],
    ['State 1:\nx = 1\n', '2: The dump ends within state 1: TLC was stopped, or the file was cut.'],
  ])('%j is refused', async (text, message) => {
    const error = await failure(() => readDump([text], { state: () => undefined }));
    expect(inWords(error as InputError)).toBe(message);
  });
});
