import { describe, expect, it } from 'vitest';
import { definitions, sourceFiles } from './source.js';
import { specialSuggestions } from './special.js';

const files = await sourceFiles('paxos');
const file = files.find((each) => each.file === 'Phase2a.js');
const special = { definition: 'Paxos!Phase2a', damage: 'damage', by: 'x', to: 'x' };

describe('special damage', () => {
  it.each([
    ['k.Quorums', 'k.Quorums stands 0 times in Paxos!Phase2a, and not once'],
    ['Q1bv', 'Q1bv stands 4 times in Paxos!Phase2a, and not once'],
  ])('that has lost its place is a defect: %s', (replace, message) => {
    const [definition] = file === undefined ? [] : definitions(file);
    if (file === undefined || definition === undefined) throw new Error('there is no Phase2a.js');
    expect(() => specialSuggestions(file, 'Paxos!Phase2a', definition, [{ ...special, replace }])).toThrow(
      message,
    );
    const once = specialSuggestions(file, 'Paxos!Phase2a', definition, [{ ...special, replace: 'k.Quorum' }]);
    expect(once).toHaveLength(1);
  });
});
