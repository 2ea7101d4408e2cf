import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphOf } from '../test/graphs.js';
import { splitter } from './components.js';

const graphs = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const state = fc.nat({ max: size - 1 });
  return fc.record({
    size: fc.constant(size),
    steps: fc.array(fc.tuple(state, fc.constant('A'), state), { maxLength: 20 }),
    first: fc.uniqueArray(state),
    second: fc.uniqueArray(state),
  });
});

it('puts two states into one component exactly if each leads to the other, each time it is used', () => {
  fc.assert(
    fc.property(graphs, ({ size, steps, first, second }) => {
      const split = splitter(graphOf(size, [0], steps), () => true);
      for (const chosen of [first, second]) {
        const { states, ends } = split(Int32Array.from(chosen), (state) => chosen.includes(state));
        expect([...states].toSorted()).toEqual(chosen.toSorted());
        const componentOf = (state: number): number => ends.findIndex((end) => states.indexOf(state) < end);
        const leads = closure(steps.filter(([from, , to]) => chosen.includes(from) && chosen.includes(to)));
        for (const a of chosen) {
          for (const b of chosen) {
            const joined = a === b || (leads.has(`${a} ${b}`) && leads.has(`${b} ${a}`));
            expect(componentOf(a) === componentOf(b)).toBe(joined);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

/** All pairs of states, the first of which leads to the second in one step or more. */
function closure(steps: readonly (readonly [number, string, number])[]): ReadonlySet<string> {
  const leads = new Set(steps.map(([from, , to]) => `${from} ${to}`));
  for (let size = -1; size !== leads.size; ) {
    size = leads.size;
    for (const pair of leads) {
      const [from, via] = pair.split(' ');
      for (const [start, , to] of steps) if (`${start}` === via) leads.add(`${from} ${to}`);
    }
  }
  return leads;
}
