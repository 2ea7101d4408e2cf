import type { SpaceStep } from '../trace/space.js';

/** A finite behaviour of a specification: an initial state of a space, and the steps taken from there. */
export interface SpaceBehaviour {
  readonly start: number;
  readonly steps: readonly SpaceStep[];
}

/** The state that a behaviour ends in. */
export function endOf({ start, steps }: SpaceBehaviour): number {
  return steps.at(-1)?.to ?? start;
}
