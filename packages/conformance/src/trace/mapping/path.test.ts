import { describe, expect, it } from 'vitest';
import { parsePath, valueAt, whyMissing } from './path.js';

const line = { a: { 'b.c': [{ d: null }, 7] }, '': 1, 'x-y': 2, length: 3 };

describe('a path', () => {
  it.each([
    ['$', line],
    ['$.a["b.c"][0].d', null],
    ["$.a['b.c'][1]", 7],
    ['$["\\u0061"]["b.c"][1]', 7],
    ['$[""]', 1],
    ['$.x-y', 2],
    ['$.length', 3],
    ['$.a["b.c"].length', undefined],
    ['$.a["b.c"][2]', undefined],
    ['$.a.b.c', undefined],
    ['$.a[0]', undefined],
    ['$.toString', undefined],
    ['$.__proto__', undefined],
  ])('%s leads to what stands there', (text, value) => {
    const path = parsePath(text);
    expect(path && valueAt(line, path)).toEqual(value);
    expect(path?.text).toBe(text);
  });

  it('with an index leads to a field of that name too', () => {
    const path = parsePath('$[1]');
    expect(path && valueAt({ '1': 'one' }, path)).toBe('one');
  });

  it.each(['', 'a', '$a', '$.', '$..a', '$.a.', '$[', '$[a]', '$[-1]', '$["a]', '$["\\x"]', '$.a b]', '.a'])(
    'is not %j',
    (text) => {
      expect(parsePath(text)).toBeUndefined();
    },
  );

  it.each([
    ['$.b', 'there is no $.b ($ has a, , x-y, length)'],
    ['$.a.b', 'there is no $.a.b ($.a has b.c)'],
    ['$.a["b.c"][5].d', 'there is no $.a["b.c"][5].d ($.a["b.c"] is an array of 2)'],
    ['$.a["b.c"][1].d', 'there is no $.a["b.c"][1].d ($.a["b.c"][1] is 7)'],
  ])('%s that leads nowhere says where it ends', (text, says) => {
    const path = parsePath(text);
    expect(path && whyMissing(line, path)).toBe(says);
  });
});
