import { describe, expect, it } from 'vitest';
import { floors, Lift } from '../test/lift.js';
import { explore } from './explore.js';
import { instantiate } from './instantiate.js';
import { startWhere } from './start.js';

const lift = instantiate(Lift, floors(3));

describe('a system started elsewhere', () => {
  it('starts in each type-correct state for which the operator is TRUE', () => {
    const { graph } = explore(startWhere(lift, 'Open', true));
    expect([graph.initial.length, graph.size]).toEqual([3, 6]);
  });

  it('may have no steps', () => {
    const { graph } = explore(startWhere(lift, 'Open', false));
    expect([graph.initial.length, graph.size, graph.targets.length]).toEqual([3, 3, 0]);
  });

  it.each(['Opens', 'Reaches'])('refuses to start where %s holds', (operator) => {
    expect(() => startWhere(lift, operator, true)).toThrow(
      `Lift cannot be started where ${operator} holds; its initial states are Init`,
    );
  });

  it('refuses where type-correct states cannot be listed', () => {
    expect(() => startWhere({ ...lift, typeCorrect: undefined }, 'Open', true)).toThrow(
      expect.objectContaining({ code: 'unknown-init' }),
    );
  });
});
