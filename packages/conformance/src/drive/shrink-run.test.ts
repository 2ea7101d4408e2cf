import { describe, expect, it } from 'vitest';
import { failureOf, model, some, system } from '../../test/drive-mailbox.js';
import type { Mailbox } from '../../test/mailbox.js';
import { type Change, systemAdapter } from '../../test/system-adapter.js';
import type { Adapter } from './adapter.js';
import { driveBehaviours } from './drive.js';

describe('a failing behaviour', () => {
  it('of 40 steps of which 3 make it fail is run with those 3 and what enables them', async () => {
    // When a has taken 3, a step of b and then Clear break it.
    let armed = 0;
    const adapter = systemAdapter(system, {
      step: ({ last }, action, { r }, next) => {
        if (action === 'Take' && r === 'b' && next.length > 0 && last.values[0] === 3) armed = 1;
        return action === 'Clear' && next.length > 0 && armed === 1 ? false : undefined;
      },
    });
    const forgetful: Adapter = {
      ...adapter,
      reset: (initial) => {
        armed = 0;
        return adapter.reset(initial);
      },
    };
    let failed = 0;
    for (const behaviour of some) {
      const { failure } = await driveBehaviours(model, forgetful, [behaviour]);
      if (failure === undefined) continue;
      failed += 1;
      expect(failure).toMatchObject({ kind: 'refused', foundIn: 40 });
      const sent = failure.labels.filter((label) => label.startsWith('Send'));
      expect(failure.labels.slice(-3)).toEqual(expect.arrayContaining(['Take("b")', 'Clear']));
      expect(failure.labels).toHaveLength(sent.length + 3);
      expect(sent.length).toBeLessThanOrEqual(2);
    }
    expect(failed).toBeGreaterThan(30);
  });

  it('stays as it is if it is not to be shortened', async () => {
    const refusesClear: Change<Mailbox> = { step: (_, action) => (action === 'Clear' ? false : undefined) };
    const failure = await failureOf(refusesClear, { shrink: false });
    expect(failure.labels.length).toBeGreaterThan((await failureOf(refusesClear)).labels.length);
  });

  it('is told of when it does not fail again', async () => {
    let clears = 0;
    const failure = await failureOf({
      step: (_, action, __, next) =>
        action === 'Clear' && next.length > 0 && clears++ === 5 ? false : undefined,
    });
    expect(failure.message).toMatch(
      /^Clear is possible.* It did not do so again when the same was run once more/,
    );
  });

  it('is told of when it fails only after steps that were refused', async () => {
    let refused = 0;
    const adapter = systemAdapter(system, {
      step: (_, action, __, next) => {
        if (next.length === 0) refused += 1;
        return action === 'Clear' && next.length > 0 && refused > 3 ? false : undefined;
      },
    });
    const { failure } = await driveBehaviours(
      model,
      {
        ...adapter,
        reset: (initial) => {
          refused = 0;
          return adapter.reset(initial);
        },
      },
      some,
    );
    expect(failure?.message).toContain('only after other steps that are not allowed');
    expect(failure?.labels).toHaveLength(3);
  });
});
