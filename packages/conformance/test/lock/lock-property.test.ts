import { assertDriven, behaviours } from '@synod/conformance/fast-check';
import fc from 'fast-check';
import { it } from 'vitest';
import { adapter, model } from './lock-adapter.js';

it('the lock keeps to its specification', () => assertDriven(model, adapter()));

it('the holder need not ask again', () =>
  assertDriven(model, adapter(), { examples: [[['Ask(alice)', 'Grant(alice)']]], numRuns: 1 }));

it('whoever is granted the lock has asked before', () => {
  const property = fc.property(behaviours(model, { maxLength: 20 }), ({ steps }) => {
    const asked = new Set<string>();
    return steps.every(({ action, params: { c } }) =>
      action === 'Ask' ? asked.add(c) : action !== 'Grant' || asked.has(c),
    );
  });
  fc.assert(property);
});
