import { cheapestFlow } from './flow.js';
import { stepNetwork } from './network.js';
import { eventsOf, type Ground, type Route } from './route.js';
import { routesOfFlow } from './routes-of-flow.js';

/** Routes, and what cannot be done with less. */
export interface Plan {
  readonly routes: readonly Route[];
  /** The fewest events that any routes need, and the fewest routes with so many, where that is known. */
  readonly least: { readonly events: number; readonly behaviours?: number };
}

/** The fewest events, and the fewest behaviours with so many, that take every step that can be taken. */
export function coverSteps(ground: Ground): Plan {
  const network = stepNetwork(ground);
  const { amounts, bought } = cheapestFlow(network);
  const times = Int32Array.from(ground.usable);
  network.steps.forEach((step, arc) => {
    times[step] = (times[step] as number) + (amounts[arc] as number);
  });
  const routes = routesOfFlow(ground, times, bought);
  return { routes, least: { events: eventsOf(routes), behaviours: routes.length } };
}
