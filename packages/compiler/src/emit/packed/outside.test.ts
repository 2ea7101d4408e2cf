import { beforeAll, describe, expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import { tiersOf } from '../../../test/tiers.js';
import type { Engine } from '../../run/engine.js';

/** `Back` and `Away` lead on only where the constraint does not hold, from where no state is looked for. */
const units = `Init == x = 0 /\\ y = 0
Up(i) == x < 3 /\\ x' = x + i /\\ y' = y
Back == x = 3 /\\ x' = 0 /\\ y' = y
Over(i) == x = 3 /\\ x' = i /\\ y' = y
Next == Up(1) \\/ Back \\/ Over(1) \\/ (x = 4 /\\ x' = 9 /\\ y' = y) \\/ Up(2)
Small == x < 3`;

/** The steps from a state: their labels' numbers and keys, and the values of `x` that they lead to. */
function stepsFrom(engine: Engine, x: number): readonly (readonly [number, string, unknown])[] {
  if (!engine.encode([x, 0])) throw new Error(`no state has x = ${x}`);
  const from = engine.successor.slice();
  const steps: [number, string, unknown][] = [];
  engine.next(from, 0, (number) => {
    steps.push([number, engine.label(number).key, engine.decode(engine.successor, 0)[0]]);
  });
  return steps;
}

describe('a state that a constraint leaves out', () => {
  let second: Engine;
  beforeAll(async () => {
    const tiers = tiersOf(await lowerUnits(units, 'INIT Init NEXT Next CONSTRAINT Small'));
    if (typeof tiers.second === 'string') throw new Error(tiers.second);
    second = tiers.second;
  });

  it('has the steps of the first tier, if it is asked for them', () => {
    expect(stepsFrom(second, 3).map(([, ...step]) => step)).toEqual([
      ['Back', 0],
      ['Over(1)', 1],
    ]);
  });

  it('labels them with numbers that no other steps have, always the same', () => {
    const inside = [0, 1, 2].flatMap((x) => stepsFrom(second, x));
    const outside = stepsFrom(second, 3);
    expect(stepsFrom(second, 3)).toEqual(outside);
    const keys = new Map([...inside, ...outside].map(([number, key]) => [number, key]));
    expect([...keys.values()].sort()).toEqual(['Back', 'Over(1)', 'Up(1)', 'Up(2)']);
  });

  it('is refused where it leads to a state without packed words', () => {
    expect(() => stepsFrom(second, 4)).toThrow('a state beyond the constraints has no packed words');
  });
});
