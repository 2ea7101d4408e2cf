import { expect, it } from 'vitest';
import { steps } from './steps.js';
import { UNCHANGED } from './unchanged.js';

it('labels each state that an action yields', () => {
  expect([...steps('Go', [1], [{ x: 1 }, { x: 2 }])]).toEqual([
    { action: 'Go', parameters: [1], state: { x: 1 } },
    { action: 'Go', parameters: [1], state: { x: 2 } },
  ]);
});

it('UNCHANGED is the named variables as they are, and no others', () => {
  expect(UNCHANGED({ x: 1, y: 2, z: 3 }, 'x', 'z')).toEqual({ x: 1, z: 3 });
});
