import { count, countSteps, type Goal, timesCovered } from './goal.js';
import { searcher } from './nearest-wanted.js';
import type { Ground, Route } from './route.js';

/**
 * Routes that cover the same and are no longer than is allowed. Longer ones are cut, and what is cut off is covered by
 * new ones: a shortest way to a step of it, and from there on to whatever is next and not covered, as far as it goes.
 */
export function withinLength(routes: readonly Route[], goal: Goal, ground: Ground): readonly Route[] {
  const { graph, paths, sources, longest } = ground;
  const cut = routes.map(({ start, steps }) => ({ start, steps: steps.slice(0, longest) }));
  const times = timesCovered(goal, cut);
  const search = searcher(ground, (step) => times[goal.ofStep[step] as number] === 0);
  const more: Route[] = [];
  for (const { steps } of routes) {
    for (const step of steps.slice(longest)) {
      if (times[goal.ofStep[step] as number] !== 0) continue;
      const from = sources[step] as number;
      const way = [...paths.to(from), step];
      const route = { start: paths.start(from), steps: way };
      count(goal, route, times, 1);
      for (;;) {
        const onwards = search(graph.targets[way.at(-1) as number] as number, longest - way.length);
        if (onwards === undefined) break;
        way.push(...onwards);
        countSteps(goal, onwards, times, 1);
      }
      more.push(route);
    }
  }
  return [...cut, ...more];
}
