import type { Ending } from '@synod/compiler';
import type { Conjunct } from '@synod/conformance';
import { changesText, conjunctText, stateText } from '@synod/conformance/text';
import type { Colours } from '../output/colours.js';
import type { NamedState, PathStep } from './counterexample.js';

/** What is wrong, and the shortest way there: its states, of which only what changes. */
export function counterexampleText(
  ending: Ending,
  steps: readonly PathStep[],
  conjuncts: readonly Conjunct[],
  colours: Colours,
): string {
  return [
    colours.bold(headline(ending)),
    ...steps.flatMap(({ label, state }, index) => stepText(index, label, state, steps[index - 1]?.state)),
    ...conjuncts.map((conjunct) => `  ${colours.bold('false:')} ${conjunctText(conjunct)}`),
  ].join('\n');
}

function headline(ending: Ending): string {
  switch (ending.type) {
    case 'invariant':
      return `the invariant ${ending.name} does not hold in the last of these states`;
    case 'property':
      return {
        initial: `the property ${ending.name} does not allow this initial state`,
        always: `the property ${ending.name} does not hold in the last of these states`,
        step: `the property ${ending.name} does not allow the last of these steps`,
      }[ending.part];
    case 'deadlock':
      return 'the last of these states has no next one: deadlock';
    case 'error':
      return 'the last of these states, or a step from it, cannot be evaluated';
    case 'assumption':
      return `ASSUME ${ending.name} is false`;
    case 'complete':
    case 'limit':
    case 'memory':
    case 'cancelled':
      return 'nothing is wrong';
  }
}

function stepText(
  index: number,
  label: string | undefined,
  state: NamedState,
  before: NamedState | undefined,
): readonly string[] {
  if (before === undefined) return ['  1. in the initial state', ...stateText(state)];
  return [`  ${index + 1}. ${label ?? 'a step'}`, ...changesText(before, state)];
}
