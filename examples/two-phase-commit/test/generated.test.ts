import { driveBehaviours, generateBehaviours } from '@synod/conformance';
import { divergenceText } from '@synod/conformance/text';
import { expect, it } from 'vitest';
import { adapter } from '../src/adapter.ts';
import { broken, rules } from '../src/protocol.ts';
import { model } from './model.ts';

const { behaviours } = generateBehaviours(model.graph(), { cover: 'steps' });

it('takes every step that TLC found, and refuses all others', async () => {
  const taken = new Set<string>();
  const report = await driveBehaviours(model, adapter(rules), behaviours, {
    onStep: (from, { label, to }) => taken.add(`${from} ${label.key} ${to}`),
  });
  expect(report.failure).toBe(undefined);
  expect(report).toMatchObject({ verdict: 'conforms', left: 0, refusals: 6483 });
  expect(taken.size).toBe(1005);
});

it.each([
  ['hasty-coordinator', 'Decide("commit")', 'd = "commit" => yes = Participant  (left is {p1, p2}'],
  ['deaf-coordinator', 'CountYes(p2)', '[type |-> "yes", from |-> p] \\in mail'],
  ['impatient-participant', 'Finish(p1, "abort")', '[type |-> "decision", is |-> d] \\in mail'],
])('gives the %s away', async (mistake, step, conjunct) => {
  const { failure } = await driveBehaviours(model, adapter(broken[mistake] ?? rules), behaviours);
  expect(failure?.kind).toBe('not-allowed');
  expect(failure?.message).toBe(`${step} is not possible, and the implementation does not refuse it`);
  expect(failure?.report && divergenceText(failure.report)).toContain(`false: ${conjunct}`);
});
