import { except, set } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { conforms, failureOf, model, only, some, system } from '../../test/drive-mailbox.js';
import { systemAdapter } from '../../test/system-adapter.js';
import type { Adapter } from './adapter.js';
import { driveBehaviours } from './drive.js';

describe('an implementation is caught that', () => {
  it('refuses a step that is possible', async () => {
    const failure = await failureOf({
      step: ({ sent }, action) => (action === 'Clear' && sent.elements.length < 3 ? false : undefined),
    });
    expect(failure).toMatchObject({
      kind: 'refused',
      message: 'Clear is possible, and the implementation refuses it',
      labels: ['Send(3)', expect.stringMatching(/^Take/), 'Clear'],
    });
    expect(failure.report).toBeUndefined();
    expect(failure.trace).toHaveLength(4);
    expect(await conforms(failure)).toBe(true);
  });

  it('takes a step that is not possible', async () => {
    const failure = await failureOf({
      step: (state, action, _, next) =>
        action === 'Clear' && next.length === 0 && state.sent.elements.length === 2 ? state : undefined,
    });
    expect(failure).toMatchObject({
      kind: 'not-allowed',
      message: 'Clear is not possible, and the implementation does not refuse it',
      report: {
        spec: 'Mailbox',
        against: 'the graph',
        engine: 'graph',
        verdict: 'diverges',
        events: 3,
        matched: 2,
      },
    });
    expect(failure.labels).toHaveLength(3);
    expect(failure.report?.divergence?.prefixes[0]?.next[0]).toMatchObject({
      kind: 'action',
      message: 'no step of Clear is possible in the state',
    });
    expect(await conforms(failure)).toBe(false);
  });

  it('fails against a graph that does not say of which module it is', async () => {
    const nameless = { ...model, spec: '', space: { ...model.space, name: '' } };
    const adapter = systemAdapter(system, { observe: (_, all) => ({ ...all, sent: { '#set': [3] } }) });
    const { failure } = await driveBehaviours(nameless, adapter, some);
    expect(failure?.report).toMatchObject({ verdict: 'diverges', against: 'the graph' });
  });

  it('comes to another state', async () => {
    const failure = await failureOf({
      step: (state, action, { r }, next) =>
        action === 'Take' && next.length > 0 && state.sent.elements.length === 2
          ? { ...state, last: except(state.last, r as string, 1) }
          : undefined,
    });
    expect(failure).toMatchObject({
      kind: 'observation',
      labels: ['Send(3)', 'Send(2)', 'Take("a")'],
      report: { verdict: 'diverges', matched: 2, events: 3 },
    });
    expect(failure.message).toMatch(
      /^Take\("[ab]"\) leads to no state that is as the implementation shows: last\["?[ab]"?\] is 1 instead of [23]$/,
    );
    expect(failure.report?.divergence?.prefixes[0]?.next[0]?.kind).toBe('observation');
  });

  it('begins elsewhere', async () => {
    const failure = await failureOf({ observe: (_, all) => ({ ...all, sent: { '#set': [3] } }) });
    expect(failure).toMatchObject({
      kind: 'observation',
      message:
        'after reset the implementation is not in the initial state: sent is {"#set":[3]} instead of {}',
      labels: [],
    });
    expect(failure.report?.divergence?.prefixes[0]?.next[0]?.kind).toBe('init');
  });

  it('changes something when it refuses', async () => {
    let refused = 0;
    const adapter = systemAdapter(system, {
      observe: (_, all) => (refused > 0 ? { ...all, sent: { '#set': [1, 2, 3] } } : all),
    });
    const counting: Adapter = {
      ...adapter,
      reset: (initial) => {
        refused = 0;
        return adapter.reset(initial);
      },
      step: (action, params, expected) => {
        const taken = adapter.step(action, params, expected);
        if (taken === false && action === 'Take') refused += 1;
        return taken;
      },
    };
    const { failure } = await driveBehaviours(model, counting, some);
    expect(failure).toMatchObject({
      kind: 'changed',
      message:
        'the implementation refuses Take("a"), as it must, but is not as it was before: sent was {"#set":[]} and is {"#set":[1,2,3]}',
      labels: ['Take("a")'],
    });
  });

  it('throws, wherever it does', async () => {
    const crash = (message: string): never => {
      throw new Error(message);
    };
    const inStep = await failureOf({
      step: (_, action, __, next) => (action === 'Clear' && next.length > 0 ? crash('no\nway') : undefined),
    });
    expect(inStep).toMatchObject({ kind: 'threw', message: 'the implementation threw at Clear: no' });
    expect(inStep.labels.at(-1)).toBe('Clear');
    expect(inStep.thrown).toContain('failures.test.ts');
    const inRefusal = await failureOf({
      step: (_, __, ___, next) => (next.length === 0 ? crash('out') : undefined),
    });
    expect(inRefusal.message).toBe('the implementation threw at Take("a"), which is not possible: out');
    const inObserve = await failureOf({
      observe: ({ sent }, all) => (sent.elements.length > 1 ? crash('ah') : all),
    });
    expect(inObserve.message).toMatch(/^the implementation threw at observe after Send\(\d\): ah$/);
    expect(inObserve.labels).toHaveLength(2);
    const adapter = { ...systemAdapter(system), reset: () => crash('off') };
    const { failure } = await driveBehaviours(model, adapter, some);
    expect(failure).toMatchObject({
      kind: 'threw',
      message: 'the implementation threw at reset: off',
      labels: [],
    });
  });

  it('fails where it could be in several states', async () => {
    // It shows nothing but what a has taken, and forgets that 3 was sent.
    const behaviours = only([
      'Send(1)',
      'Send(2)',
      'Send(3)',
      'Take("b")',
      'Take("a")',
      'Take("a")',
      'Take("a")',
    ]);
    const report = await driveBehaviours(
      model,
      systemAdapter(system, {
        step: (state, action, { n }) =>
          action === 'Send' && n === 3 ? { ...state, sent: set([...state.sent.elements]) } : undefined,
        observe: ({ last }) => ({ last: { a: last.values[0] ?? 0 } }),
      }),
      behaviours,
      { shrink: false },
    );
    expect(report.failure).toMatchObject({ kind: 'refused' });
    expect(report.failure?.labels.at(-1)).toBe('Take("a")');
  });
});
