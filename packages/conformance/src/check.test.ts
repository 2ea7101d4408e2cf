import { explore, instantiate } from '@synod/spec';
import { InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Change, constants, counter } from '../test/counter.js';
import { check } from './check.js';
import { evaluateOperators } from './operators.js';
import type { TlcExport } from './read-export.js';

/** The counter as a correct export of it would be. */
function exported(): TlcExport {
  const system = instantiate(counter(), constants);
  const { graph, states } = explore(system);
  return { graph, operators: evaluateOperators(system, states) };
}

function checked(change: Change) {
  return check(instantiate(counter(change), constants), exported());
}

describe('check', () => {
  it('finds that a system conforms to itself, and counts what it compared', () => {
    const verdict = checked({});
    expect(verdict).toEqual({
      module: 'Counter',
      conforms: true,
      sides: ['expected', 'actual'],
      states: 5,
      steps: 7,
      depth: 3,
      operators: { count: 4, values: 25 },
      invariants: ['Small'],
      refinements: [{ name: 'L', above: 'Light', steps: 7, changing: 3, states: 2 }],
      divergences: [],
    });
  });

  it('reports an initial state that only one side has', () => {
    const { divergences } = checked({ start: [1] });
    expect(divergences.slice(0, 2)).toEqual([
      { type: 'initial', onlyIn: 'expected', state: { n: 0 } },
      { type: 'initial', onlyIn: 'actual', state: { n: 1 } },
    ]);
  });

  it('reports a missing step by its shortest path, with how many there are', () => {
    const { divergences } = checked({ add: (n, by, max) => (n + by < max ? [n + by] : []) });
    expect(divergences).toMatchObject([
      {
        type: 'step',
        onlyIn: 'expected',
        label: { key: 'Add(2)' },
        path: { initial: { n: 0 }, steps: [{ label: { key: 'Add(2)' }, state: { n: 2 } }] },
        target: { n: 4 },
        expectedTargets: [{ n: 4 }],
        actualTargets: [],
        count: 2,
      },
    ]);
  });

  it('reports a step to a state that the other side does not have, and the invariant that fails there', () => {
    const { divergences } = checked({ add: (n, by, max) => (n < max ? [n + by] : []) });
    expect(divergences).toMatchObject([
      { type: 'step', onlyIn: 'actual', label: { key: 'Add(2)' }, target: { n: 5 }, count: 1 },
      { type: 'invariant', invariant: 'Small', count: 1 },
    ]);
  });

  it('reports both sides of a step that leads elsewhere', () => {
    const { divergences } = checked({ add: (n, by, max) => (n === 1 ? [n] : n + by <= max ? [n + by] : []) });
    expect(divergences).toMatchObject([
      { onlyIn: 'actual', label: { key: 'Add(1)' }, expectedTargets: [{ n: 2 }], actualTargets: [{ n: 1 }] },
      { onlyIn: 'expected', label: { key: 'Add(1)' }, count: 2 },
    ]);
  });

  it('counts steps that change nothing as steps', () => {
    const { divergences } = checked({ add: (n, by, max) => (n + by <= max ? [n + by] : [n]) });
    expect(divergences).toMatchObject([{ type: 'step', onlyIn: 'actual', count: 3 }]);
  });

  it('reports an operator with another value in the nearest state', () => {
    const { divergences } = checked({ even: (n) => n % 2 === 0 || n === 3 });
    expect(divergences).toMatchObject([
      {
        type: 'operator',
        operator: 'Even',
        expected: 'FALSE',
        actual: 'TRUE',
        count: 1,
        path: { steps: [{}, {}] },
      },
    ]);
  });

  it('reports a step that is none of the specification above', () => {
    const above = counter();
    const broken = {
      ...above,
      refinements: above.refinements.map((r) => ({
        ...r,
        mapping: (_: unknown, s: unknown) => ({ on: (s as { n: number }).n === 2 }),
      })),
    };
    const { divergences } = check(instantiate(broken, constants), exported());
    expect(divergences).toMatchObject([
      { type: 'operator', operator: 'L!Bright' },
      {
        type: 'refinement',
        refinement: 'L',
        above: 'Light',
        mappedFrom: { on: true },
        mappedTo: { on: false },
      },
    ]);
  });

  it('ends with a divergence where the code has no end of states', () => {
    const { divergences } = checked({ add: (n, by) => [n + by] });
    expect(divergences[0]).toMatchObject({ type: 'step', onlyIn: 'actual' });
  });

  it('refuses to compare less than it seems: an operator that only one side defines', () => {
    const { Even: _, ...operators } = counter().operators;
    const without = { ...counter(), operators };
    expect(() => check(instantiate(without, constants), exported())).toThrow(InputError);
    const found = exported();
    const { signatures } = found.operators;
    const fewer = { ...found, operators: { ...found.operators, signatures: signatures.slice(0, 1) } };
    expect(() => check(instantiate(counter(), constants), fewer)).toThrow(/which TLC has not evaluated/);
  });
});
