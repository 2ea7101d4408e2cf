import { count, type Goal, timesCovered } from './goal.js';
import type { Route } from './route.js';

/** The routes without ends that cover nothing that is not covered otherwise, and without those that cover nothing else. */
export function neededOf(routes: readonly Route[], goal: Goal): readonly Route[] {
  const times = timesCovered(goal, routes);
  const spare = (thing: number): boolean => thing < 0 || (times[thing] as number) > 1;
  const kept: Route[] = [];
  for (const route of routes) {
    count(goal, route, times, -1);
    const isNeeded = isNew(route, goal, times);
    count(goal, route, times, 1);
    if (!isNeeded) {
      count(goal, route, times, -1);
      continue;
    }
    const steps = [...route.steps];
    for (let last = steps.at(-1); last !== undefined; last = steps.at(-1)) {
      const thing = goal.ofStep[last] as number;
      if (!spare(thing)) break;
      times[thing] = (times[thing] as number) - 1;
      steps.pop();
    }
    kept.push({ start: route.start, steps });
  }
  return kept;
}

/** Whether a route covers something that has not been counted. */
function isNew({ start, steps }: Route, { ofStart, ofStep }: Goal, times: Int32Array): boolean {
  const begun = ofStart(start);
  return (begun >= 0 && times[begun] === 0) || steps.some((step) => times[ofStep[step] as number] === 0);
}
