import { describe, expect, test } from 'vitest';
import { failure, fixture } from '../test/fixture.js';
import { InputError, describe as inWords, key, parseActionLabel, readDot } from './index.js';

describe('labels of steps', () => {
  test.each([
    ['Phase1a', 'Phase1a', undefined],
    ['Phase2a(0,v1)', 'Phase2a', ['0', 'v1']],
    ['I!Next', 'I!Next', undefined],
    ['Sub2(p1,"b, (c")', 'Sub2', ['p1', '"b, (c"']],
    ['R([a |-> 1, b |-> {"y", "x"}])', 'R', ['[a |-> 1, b |-> {"x", "y"}]']],
  ])('%s', (label, name, parameters) => {
    const action = parseActionLabel(label);
    expect([action.name, action.parameters?.map(key)]).toEqual([name, parameters]);
  });

  test('all those of a specimen', async () => {
    const names = new Set<string>();
    await readDot([fixture('Lab-tlchead.dot')], {
      node: () => undefined,
      edge: (_from, _to, label = '') => names.add(parseActionLabel(label).name),
    });
    expect([...names].toSorted()).toEqual([
      'A',
      'B',
      'Cond',
      'G',
      'Inf',
      'L',
      'Next',
      'R',
      'Stut',
      'Sub1',
      'Sub2',
    ]);
  });

  test.each([
    ['', '1:1: Expected the name of an action, found the end.'],
    ['I!', '1:3: Expected the name of an action, found the end.'],
    ['A(', '1:3: Expected a value, found the end.'],
    ['A()', '1:3: Expected a value, found ).'],
    ['A(1', '1:4: Expected "," or ")", found the end.'],
    ['A(1)x', '1:5: Expected the end of the label, found x.'],
    ['A 1', '1:2: Expected "(", found a blank.'],
  ])('%j is refused', async (label, message) => {
    const error = await failure(() => parseActionLabel(label));
    expect(inWords(error as InputError)).toBe(message);
  });
});
