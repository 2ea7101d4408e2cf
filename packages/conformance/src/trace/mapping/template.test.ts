import { describe, expect, it } from 'vitest';
import { mapped, refusal } from '../../../test/mapping-log.js';

/** What a template makes of a line. */
async function made(template: unknown, line: unknown, more: object = {}): Promise<unknown> {
  const [event] = await mapped({ lines: [{ state: { x: template }, ...more }] }, line);
  return (event as { readonly state: { readonly x: unknown } }).state.x;
}

const line = {
  id: 3,
  text: 'node 12 at term 7',
  node: 'b',
  big: '9007199254740993',
  flag: 'true',
  none: null,
  list: [3, 1],
  peers: [
    { id: 'a', match: 2 },
    { id: 'b', match: 0 },
  ],
  progress: { '1': { match: 5 }, '2': { match: 6 } },
  from: '$.id',
  tag: '#t',
};

describe('a template', () => {
  it.each([
    ['a constant', 'text', 'text'],
    ['a number', 7, 7],
    ['a truth value', false, false],
    ['a field', '$.id', 3],
    ['a field, as it is', '$.progress["1"]', { match: 5 }],
    ['an array', ['$.id', 'x'], [3, 'x']],
    ['an object', { a: '$.id', b: { c: '$.node' } }, { a: 3, b: { c: 'b' } }],
    ['an empty object', {}, {}],
    ['an object with a name from the line', { '$.node': '$.id' }, { b: 3 }],
    ['an object with a number for a name', { '$.id': true }, { '#map': [[3, true]] }],
    ['an object with a name like a tag', { '$.tag': 1 }, { '#map': [['#t', 1]] }],
    [
      'one whose names come to the same',
      { b: 1, '$.node': 2 },
      {
        '#map': [
          ['b', 1],
          ['b', 2],
        ],
      },
    ],
    ['a set', { '#set': ['$.id', 4] }, { '#set': [3, 4] }],
    ['a part of a set', { '#contains': [{ from: '$.node' }] }, { '#contains': [{ from: 'b' }] }],
    ['a tuple', { '#tup': ['$.id'] }, [3]],
    ['a function', { '#map': [['$.id', '$.node']] }, { '#map': [[3, 'b']] }],
    ['a large integer', { '#bigint': '12345678901234567890' }, { '#bigint': '12345678901234567890' }],
    ['a text that looks like a path', { '#constant': '$.id' }, '$.id'],
    ['a text of the line that looks like a path', '$.from', '$.id'],
    ['a text with a sign', '$5', '$5'],
    ['an @ outside of each', '@.id', '@.id'],
  ])('is %s', async (_, template, value) => {
    expect(await made(template, line)).toEqual(value);
  });

  it.each([
    ['an integer', { '#from': '$.flag', match: 'x', as: 'int', else: 9 }, 9],
    ['an integer of a text', { '#from': '$.text', match: '\\d+', as: 'int' }, 12],
    ['what the group has found', { '#from': '$.text', match: 'term (?<t>\\d+)', as: 'int' }, 7],
    ['a large integer of a text', { '#from': '$.big', as: 'int' }, { '#bigint': '9007199254740993' }],
    ['a negative integer', { '#from': { '#constant': '-08' }, as: 'int' }, -8],
    ['a text of a number', { '#from': '$.id', as: 'string' }, '3'],
    ['a truth value of a text', { '#from': '$.flag', as: 'boolean' }, true],
    ['a set of an array', { '#from': '$.list', as: 'set' }, { '#set': [3, 1] }],
    ['a part of a set', { '#from': '$.list', as: 'contains' }, { '#contains': [3, 1] }],
    ['another value', { '#from': '$.id', map: { '3': 'n3' } }, 'n3'],
    ['another value for null', { '#from': '$.none', map: { null: 'None' } }, 'None'],
    ['a value for what is not mapped', { '#from': '$.node', map: { a: 1 }, else: 'other' }, 'other'],
    ['a value for what is missing', { '#from': '$.nothing', else: '$.id' }, 3],
    ['each element', { '#from': '$.list', each: { '#from': '@', as: 'string' } }, ['3', '1']],
    [
      'each element, with the line',
      { '#from': '$.list', each: ['@', '$.id'] },
      [
        [3, 3],
        [1, 3],
      ],
    ],
    [
      'a function of an array',
      { '#from': '$.peers', each: ['@.id', '@.match'], as: 'function' },
      { a: 2, b: 0 },
    ],
    [
      'a function of an object',
      { '#from': '$.progress', each: ['@[0]', '@[1].match'], as: 'function' },
      { '1': 5, '2': 6 },
    ],
    [
      'a function on numbers',
      { '#from': '$.progress', each: [{ '#from': '@[0]', as: 'int' }, '@[1].match'], as: 'function' },
      {
        '#map': [
          [1, 5],
          [2, 6],
        ],
      },
    ],
    [
      'each of each',
      { '#from': { '#constant': [[1], [2, 3]] }, each: { '#from': '@', as: 'set' } },
      [{ '#set': [1] }, { '#set': [2, 3] }],
    ],
  ])('makes %s', async (_, template, value) => {
    expect(await made(template, line)).toEqual(value);
  });

  it.each([
    ['2024-05-01T12:00:00Z', 1_714_564_800_000_000],
    ['2024-05-01T12:00:00.5Z', 1_714_564_800_500_000],
    ['2024-05-01T14:00:00.123456789+0200', 1_714_564_800_123_456],
    ['2024-05-01 05:30:00,000001-06:30', 1_714_564_800_000_001],
  ])('makes microseconds of %s', async (text, value) => {
    expect(await made({ '#from': '$.t', as: 'microseconds' }, { t: text })).toBe(value);
  });

  it('uses names of let, and of groups', async () => {
    const fields = {
      tables: { node: { '12': 'n12' } },
      let: { prefix: '$.node', both: ['$<prefix>', '$.id'] },
      lines: [
        {
          when: { '$.text': { match: '^node (?<id>\\d+) at(?<much> much)?' } },
          state: {
            a: '$<both>',
            b: 'n$<id>.$<prefix>',
            c: { '$<prefix>': { '#from': '$<id>', map: 'node' } },
            d: { '#from': '$<much>', else: 'none' },
          },
        },
      ],
    };
    expect(await mapped(fields, line)).toEqual([
      { state: { a: ['b', 3], b: 'n12.b', c: { b: 'n12' }, d: 'none' } },
    ]);
  });

  it('leaves out what is optional and missing', async () => {
    const missing = { '#from': '$.nothing', optional: true };
    const state = {
      a: missing,
      b: { x: missing, y: 1 },
      c: { '#set': [missing, 2] },
      d: {
        '#map': [
          [3, missing],
          [4, 5],
        ],
      },
      e: [1, missing],
      f: { '#from': '$.peers', each: { '#from': '@.nothing', optional: true } },
      g: 6,
    };
    expect(await mapped({ lines: [{ state, process: missing }] }, line)).toEqual([
      { state: { b: { y: 1 }, c: { '#set': [2] }, d: { '#map': [[4, 5]] }, f: [], g: 6 } },
    ]);
  });
});

describe('a line that lacks what its rule takes is refused', () => {
  it.each([
    [
      'a field',
      '$.nothing',
      'there is no $.nothing ($ has id, text, node, big, flag, none, list, peers, progress, from, tag)',
    ],
    ['an element of a set', { '#set': ['$.nothing'] }, 'there is no $.nothing'],
    ['an argument', { '$.nothing': 1 }, 'there is no $.nothing'],
    ['a value', { a: ['$.nothing'] }, 'there is no $.nothing'],
    [
      'a field of an element',
      { '#from': '$.peers', each: '@.nothing' },
      'there is no @.nothing (@ has id, match)',
    ],
    ['an integer', { '#from': '$.text', as: 'int' }, '"node 12 at term 7" is no integer'],
    [
      'an integer, else or not',
      { '#from': '$.text', as: 'int', else: 1 },
      '"node 12 at term 7" is no integer',
    ],
    ['a text', { '#from': '$.list', as: 'string' }, 'an array is no string or number'],
    ['a truth value', { '#from': '$.id', as: 'boolean' }, '3 is neither true nor false'],
    ['an array', { '#from': '$.id', as: 'set' }, 'a set is made of an array, and this is 3'],
    [
      'pairs',
      { '#from': '$.list', as: 'function' },
      'a function is made of an array of pairs [argument, value]: make them with "each"',
    ],
    [
      'a time',
      { '#from': '$.text', as: 'microseconds' },
      '"node 12 at term 7" is no time like "2024-05-01T12:00:00.123456Z"',
    ],
    [
      'a time with a zone',
      { '#from': { '#constant': '2024-05-01T12:00:00' }, as: 'microseconds' },
      '"2024-05-01T12:00:00" is no time like',
    ],
    [
      'a time of this world',
      { '#from': { '#constant': '2024-99-01T12:00:00Z' }, as: 'microseconds' },
      '"2024-99-01T12:00:00Z" is no time like',
    ],
    ['a match', { '#from': '$.text', match: '^x' }, '"node 12 at term 7" does not match ^x'],
    [
      'a match of its group',
      { '#from': '$.text', match: 'node|(x)' },
      '"node 12 at term 7" leaves the group of node|(x) empty',
    ],
    [
      'something to match',
      { '#from': '$.list', match: '^x' },
      'an array is no string or number, and cannot be matched',
    ],
    [
      'a new value',
      { '#from': '$.node', map: { a: 'n1', c: 'n3' } },
      '"b" is not among what is mapped (a, c)',
    ],
    [
      'something to map',
      { '#from': '$.list', map: { a: 'n1' } },
      'an array is no string or number, and cannot be mapped: for elements, use "each"',
    ],
    ['elements', { '#from': '$.id', each: '@' }, '3 has no elements for "each"'],
  ])('%s', async (_, template, says) => {
    const text = await refusal(() => made(template, line));
    expect(text).toContain(`log:1: ${says}`);
    expect(text).toContain('which rule 1 of m.json takes for state: ');
  });

  it('a text longer than expressions are run on', async () => {
    const text = await refusal(() => made({ '#from': '$.t', match: 'x' }, { t: 'x'.repeat(10_001) }));
    expect(text).toContain('log:1: no expression is run on a text of more than 10000 characters');
  });

  it('a number that JSON has rounded', async () => {
    const text = await refusal(() => made({ '#from': '$.n', as: 'string' }, '{"n":9007199254740993}'));
    expect(text).toContain(
      '9007199254740992 is beyond 2^53, where JSON rounds: the log has to write it as a string',
    );
  });

  it('a name that has nothing', async () => {
    const lines = [{ when: { '$.node': { match: 'x?(?<g>y)?' } }, action: 'A$<g>' }];
    expect(await refusal(() => mapped({ lines }, line))).toContain(
      'the group g has found nothing, which rule 1 of m.json takes for action',
    );
    const list = { let: { l: '$.list' }, lines: [{ action: 'A$<l>' }] };
    expect(await refusal(() => mapped(list, line))).toContain('$<l> is no text that could stand in "A$<l>"');
  });
});
