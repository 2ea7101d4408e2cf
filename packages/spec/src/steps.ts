import type { TlaValue } from '@synod/tla';
import type { Step } from './specification.js';

/** The states that an action yields, as steps of it: what a transcribed Next is put together from. */
export function* steps<S>(
  action: string,
  parameters: readonly TlaValue[],
  states: Iterable<S>,
): Iterable<Step<S>> {
  for (const state of states) yield { action, parameters, state };
}
