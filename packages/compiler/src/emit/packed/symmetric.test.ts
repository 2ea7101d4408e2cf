import { expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import { tiersOf } from '../../../test/tiers.js';

const units = `Values == {m1, m2}
Sym == Permutations(Values)
Init == x \\in Values /\\ y = 0
Next == x' = x /\\ y' = (y + 1) % 3`;

it('one state stands for those that SYMMETRY takes for it; the one that is being told of is left as it is', async () => {
  const { second } = tiersOf(await lowerUnits(units, 'INIT Init NEXT Next SYMMETRY Sym'));
  if (typeof second === 'string') throw new Error(second);
  const { representative, successor, width } = second;
  const states: Int32Array[] = [];
  second.init(() => states.push(successor.slice()));
  expect(states.length).toBe(2);
  // Words before and behind the place that it is written to, which stay.
  const target = new Int32Array(width + 2).fill(-7);
  const found = states.map((state) => {
    successor.set(state);
    const other = states.find((one) => one.join() !== state.join());
    representative?.(other as Int32Array, 0, target, 1);
    expect([...successor]).toEqual([...state]);
    return [...target];
  });
  expect(found[0]).toEqual(found[1]);
  const [before, ...rest] = found[0] as number[];
  expect([before, rest.pop()]).toEqual([-7, -7]);
  expect(states.map((state) => state.join())).toContain(rest.join());
  // It may be written over the successor itself.
  const written = states.map((state) => {
    successor.set(state);
    representative?.(successor, 0, successor, 0);
    return successor.join();
  });
  expect(written).toEqual([rest.join(), rest.join()]);
});
