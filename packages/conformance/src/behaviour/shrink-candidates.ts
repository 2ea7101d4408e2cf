import type { StateSpace } from '../trace/space.js';
import type { SpaceBehaviour } from './behaviour.js';
import { behaviourFrom } from './behaviour-of.js';
import { follow, type PlannedStep, plannedSteps } from './repair.js';

/**
 * In a behaviour of no more steps than this, two steps that are not neighbours are left out together too, and other
 * states are tried that the same labels lead to.
 */
const shortEnough = 16;

/**
 * Strictly shorter behaviours of the specification that are like a behaviour, each once, the shortest attempts first: its
 * beginnings; then it without a piece, from a half down to single steps; at the end, if it is short, without any two
 * steps, and without any one if the others can be taken by other states. Steps that depend on what is left out are left out with it: a later step whose label is no longer possible
 * where it comes to stand. Where a label leads to several states, the one is taken that changes the same.
 *
 * Whoever goes on from each candidate that still fails, until none does, is left with a behaviour of which no single
 * step, with those that depend on it, can be left out.
 *
 * @param behaviour one of the space
 * @returns lazily: each candidate is made when it is asked for
 */
export function* shrinkCandidates(space: StateSpace, behaviour: SpaceBehaviour): Iterable<SpaceBehaviour> {
  const steps = plannedSteps(behaviour);
  const seen = new Set<string>();
  const isNew = (candidate: SpaceBehaviour): boolean => {
    const text = candidate.steps.map(({ label, to }) => `${label.key} ${to}`).join('\n');
    return seen.size < seen.add(text).size;
  };
  for (const without of leftOut(steps.length)) {
    const candidate = leaveOut(space, behaviour.start, steps, without);
    if (isNew(candidate)) yield candidate;
  }
  if (steps.length > shortEnough) return;
  for (let left = steps.length - 1; left >= 0; left--) {
    const labels = behaviour.steps.filter((_, i) => i !== left).map(({ label }) => label);
    const candidate = behaviourFrom(space, behaviour.start, labels);
    if (candidate !== undefined && isNew(candidate)) yield candidate;
  }
}

/** From a step up to another, which is not left out any more. */
type Piece = readonly [from: number, to: number];

/** What is left out, one try after another. */
function* leftOut(length: number): Iterable<readonly Piece[]> {
  for (let kept = 0; kept < length; kept += Math.ceil((length - kept) / 2)) yield [[kept, length]];
  for (let size = Math.ceil(length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    // From the end: nothing depends on what stands there.
    for (let to = length; to > 0; to -= size) yield [[Math.max(0, to - size), to]];
  }
  if (length > shortEnough) return;
  for (let last = length - 1; last > 1; last--) {
    for (let first = last - 2; first >= 0; first--) {
      yield [
        [first, first + 1],
        [last, last + 1],
      ];
    }
  }
}

function leaveOut(
  space: StateSpace,
  start: number,
  steps: readonly PlannedStep[],
  pieces: readonly Piece[],
): SpaceBehaviour {
  const [first = [0, 0]] = pieces;
  const kept = steps.slice(0, first[0]).map(({ step }) => step);
  const rest = steps.filter((_, i) => i >= first[0] && !pieces.some(([from, to]) => i >= from && i < to));
  return follow(space, { start, steps: kept }, rest);
}
