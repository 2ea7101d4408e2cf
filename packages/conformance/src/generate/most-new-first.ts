import { count, type Goal } from './goal.js';
import type { Route } from './route.js';

/**
 * The routes in the order in which each covers most that none before it does. What one covers that is new only becomes
 * less while others are taken, so that it is counted again only when it would be next.
 */
export function mostNewFirst(routes: readonly Route[], goal: Goal): readonly Route[] {
  const times = new Int32Array(goal.size);
  const stamps = new Int32Array(goal.size).fill(-1);
  let stamp = 0;
  const fresh = ({ start, steps }: Route): number => {
    stamp++;
    let found = 0;
    const see = (thing: number): void => {
      if (thing < 0 || times[thing] !== 0 || stamps[thing] === stamp) return;
      stamps[thing] = stamp;
      found++;
    };
    see(goal.ofStart(start));
    for (const step of steps) see(goal.ofStep[step] as number);
    return found;
  };
  /** Routes by what they may cover that is new: never less than they do. */
  const lists: Route[][] = [];
  for (const route of routes.toReversed()) (lists[fresh(route)] ??= []).push(route);
  const ordered: Route[] = [];
  for (let most = lists.length - 1; most >= 0; most--) {
    const list = lists[most] ?? [];
    const later: Route[][] = [];
    for (let route = list.pop(); route !== undefined; route = list.pop()) {
      const now = fresh(route);
      if (now === most) {
        ordered.push(route);
        count(goal, route, times, 1);
      } else (later[now] ??= []).push(route);
    }
    later.forEach((moved, now) => {
      lists[now] = [...moved.toReversed(), ...(lists[now] ?? [])];
    });
  }
  return ordered;
}
