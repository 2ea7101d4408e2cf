import { GraphBuilder, type StateGraph } from '@synod/spec';

/** A step of a small graph. */
export type Edge = readonly [from: number, action: string, to: number];

/** A graph of states 0, 1, 2, … with one variable, for tests. */
export function graphOf(states: number, initial: readonly number[], edges: readonly Edge[]): StateGraph {
  const builder = new GraphBuilder('M', ['x']);
  for (let state = 0; state < states; state++) builder.state([state]);
  for (const state of initial) builder.initial(state);
  for (const [from, action, to] of edges) builder.step(from, builder.label(action, []), to);
  return builder.build();
}
