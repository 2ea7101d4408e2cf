import { assertDriven } from '@synod/conformance/fast-check';
import { expect, it } from 'vitest';
import { adapter } from '../src/adapter.ts';
import { broken, rules } from '../src/protocol.ts';
import { model } from './model.ts';

it('keeps to the specification in whatever order things happen', () => assertDriven(model, adapter(rules)));

it.each(Object.entries(broken))('does not, as a %s', async (_, mistake) => {
  const asserted = assertDriven(model, adapter(mistake), { seed: 1 });
  await expect(asserted).rejects.toThrow('is no step that TwoPhase allows');
});
