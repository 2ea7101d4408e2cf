import { describe, expect, test } from 'vitest';
import { failure } from '../test/fixture.js';
import { InputError, describe as inWords, key, parseState, stateReader } from './index.js';

const state =
  '/\\ msgs = { [type |-> "1a"],\n  [type |-> "/\\\\ y = 1"] }\n/\\ x = (a1 :> 0 @@\n  a2 :> 1)\n/\\ k = 1';

describe('the parts of a state', () => {
  test('values over several lines, and strings that look like conjuncts', () => {
    expect(parseState(state, { file: 'x.dump', line: 10 })).toEqual([
      {
        name: 'msgs',
        text: '{ [type |-> "1a"],\n  [type |-> "/\\\\ y = 1"] }',
        place: { file: 'x.dump', line: 10, column: 11 },
      },
      { name: 'x', text: '(a1 :> 0 @@\n  a2 :> 1)', place: { file: 'x.dump', line: 12, column: 8 } },
      { name: 'k', text: '1', place: { file: 'x.dump', line: 14, column: 8 } },
    ]);
  });

  test('a specification of one variable prints no conjunct', () => {
    expect(parseState('chosen = {}').map(({ name, text }) => [name, text])).toEqual([['chosen', '{}']]);
    expect(parseState('/\\ chosen = {}').map(({ name, text }) => [name, text])).toEqual([['chosen', '{}']]);
  });

  test.each([
    ['', '1:1: Expected a state, found the end.'],
    ['/\\ = 1', '1:4: Expected the name of a variable, found =.'],
    ['/\\ x 1', '1:5: Expected " = ", found a blank.'],
    ['{1}', '1:1: Expected the name of a variable, found {.'],
  ])('%j is refused', async (text, message) => {
    const error = await failure(() => parseState(text));
    expect(inWords(error as InputError)).toBe(message);
  });
});

describe('states of one export', () => {
  test('values come in the order of the first state, whatever the order later', () => {
    const read = stateReader();
    expect(read.variables()).toEqual([]);
    expect(read('/\\ x = 1\n/\\ y = {a}').map(key)).toEqual(['1', '{a}']);
    expect(read('/\\ y = {a}\n/\\ x = 2').map(key)).toEqual(['2', '{a}']);
    expect(read('/\\ x = 3\n/\\ y = {a}').map(key)).toEqual(['3', '{a}']);
    expect(read.variables()).toEqual(['x', 'y']);
  });

  test('or in the order given', () => {
    const read = stateReader(['y', 'x']);
    expect(read('/\\ x = 1\n/\\ y = 2')).toEqual([2, 1]);
    expect(read('/\\ x = 3\n/\\ y = 4')).toEqual([4, 3]);
    expect(read.entries('/\\ x = 5\n/\\ y = 6')).toEqual([
      { value: 6, key: '6' },
      { value: 5, key: '5' },
    ]);
  });

  test('the same text gives the same object', () => {
    const read = stateReader();
    const [first] = read('/\\ x = <<1, {2}>>\n/\\ y = 1');
    const [second] = read('/\\ x = <<1, {2}>>\n/\\ y = 2');
    expect(second).toBe(first);
  });

  test('what is remembered is what is read', () => {
    const read = stateReader();
    const keys: string[] = [];
    const expected: string[] = [];
    for (let i = 0; i < 18_000; i++) {
      const same = `{${i % 7}, <<"a">>}`;
      const different = `{<<${i}, ${i % 6000}>>}`;
      const entries = read.entries(`/\\ same = ${same}\n/\\ new = ${different}`);
      keys.push(...entries.map((entry) => entry.key));
      expected.push(same, different);
    }
    expect(keys).toEqual(expected);
    const last = read('/\\ same = {}\n/\\ new = { "/\\\\ new = 1",\n  2 }');
    expect(last.map(key)).toEqual(['{}', '{2, "/\\\\ new = 1"}']);
  });

  test.each([
    '/\\ x = 1',
    '/\\ x = 1\n/\\ z = 2',
    '/\\ x = 1\n/\\ y = 2\n/\\ z = 3',
    '/\\ x = 1\n/\\ z = 3\n/\\ y = 2',
    '/\\ x = 1\n/\\ x = 2',
    'x = 1',
  ])('other variables are refused: %j', async (other) => {
    const read = stateReader();
    read('/\\ x = 1\n/\\ y = 2');
    const error = await failure(() => read(other, { file: 'x.dot', line: 3 }));
    expect(error).toMatchObject({ name: 'InputError', code: 'variables', place: { file: 'x.dot', line: 3 } });
  });

  test('a value that cannot be read has its place', async () => {
    const read = stateReader();
    const broken = '/\\ x = 1\n/\\ y = {1,\n  2';
    expect(await failure(() => read(broken, { file: 'x.dump', line: 5 }))).toMatchObject({
      place: { file: 'x.dump', line: 7, column: 4 },
    });
    const inLabel = await failure(() => read(broken, { file: 'x.dot', line: 5, inOneLine: true }));
    expect(inWords(inLabel as InputError)).toBe('x.dot:5: Expected "," or "}", found the end.');
  });
});
