import type { Ground } from './route.js';

/** How many states are looked at for something near that is not covered. */
const mostLookedAt = 2000;

/**
 * Finds a shortest way from a state to a step that is wanted, that step included; nothing if it is longer than is said, or
 * too far to look for.
 */
export function searcher(
  { graph, usable }: Ground,
  isWanted: (step: number) => boolean,
): (from: number, longest: number) => readonly number[] | undefined {
  const { offsets, targets, size } = graph;
  const seen = new Int32Array(size);
  const arrivals = new Int32Array(size);
  const parents = new Int32Array(size);
  let round = 0;
  return (from, longest) => {
    round++;
    seen[from] = round;
    arrivals[from] = -1;
    let level = [from];
    let lookedAt = 0;
    for (let length = 1; length <= longest && level.length > 0 && lookedAt < mostLookedAt; length++) {
      const next: number[] = [];
      for (const state of level) {
        lookedAt++;
        for (let step = offsets[state] as number; step < (offsets[state + 1] as number); step++) {
          if (usable[step] === 0) continue;
          if (isWanted(step)) return [...wayTo(state), step];
          const to = targets[step] as number;
          if (seen[to] === round) continue;
          seen[to] = round;
          arrivals[to] = step;
          parents[to] = state;
          next.push(to);
        }
      }
      level = next;
    }
    return undefined;
  };

  function wayTo(state: number): readonly number[] {
    const steps: number[] = [];
    for (let at = state; (arrivals[at] as number) >= 0; at = parents[at] as number) {
      steps.push(arrivals[at] as number);
    }
    return steps.toReversed();
  }
}
