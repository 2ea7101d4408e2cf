import { depth, explore, instantiate, shortestPaths } from '@synod/spec';
import { parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { Consensus } from './specification.js';

describe('Consensus as a system', () => {
  it.each([
    ['{}', 1, 0, 1],
    ['{v1}', 2, 1, 2],
    ['{v1, v2, v3}', 4, 3, 2],
  ])('with the values %s has %i states, %i steps and depth %i', (values, states, steps, levels) => {
    const { graph } = explore(instantiate(Consensus, { Value: parseValue(values) }));
    expect([graph.size, graph.targets.length, depth(shortestPaths(graph))]).toEqual([states, steps, levels]);
    expect(graph.generated).toBe(1 + steps);
  });

  it('has the names of the module', () => {
    expect([Consensus.constantNames, Consensus.variables]).toEqual([['Value'], ['chosen']]);
    expect(Object.keys(Consensus.actions)).toEqual(['Next']);
  });

  it.each([
    ['{{v1}}', 'must be a set, each element of it a model value, a string or an integer, not {{v1}}'],
    ['v1', 'must be a set'],
  ])('refuses the values %s', (values, message) => {
    expect(() => instantiate(Consensus, { Value: parseValue(values) })).toThrow(message);
  });
});
