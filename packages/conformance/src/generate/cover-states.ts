import type { Plan } from './cover-steps.js';
import { cheapestFlow } from './flow.js';
import { stateNetwork } from './network.js';
import type { Ground } from './route.js';
import { routesOfFlow } from './routes-of-flow.js';

/**
 * Few events that visit every state that can be visited. The cheapest flow is a lower bound: it may go round cycles that
 * no behaviour comes by, and then the way to them is added.
 */
export function coverStates(ground: Ground): Plan {
  const network = stateNetwork(ground);
  const { amounts, bought } = cheapestFlow(network);
  const times = new Int32Array(ground.usable.length);
  let [cost, begun] = [0, 0];
  network.steps.forEach((step, arc) => {
    if (step < 0) return;
    times[step] = amounts[arc] as number;
    cost += amounts[arc] as number;
  });
  const starts = new Int32Array(ground.graph.size);
  for (const state of ground.graph.initial) begun += starts[state] = bought[2 * state] as number;
  const routes = routesOfFlow(ground, times, starts);
  return { routes, least: { events: cost, ...(routes.length === begun ? { behaviours: begun } : {}) } };
}
