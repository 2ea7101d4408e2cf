import { GraphBuilder, type StateGraph } from '@synod/spec';
import { set, type TlaValue } from '@synod/tla';
import { expect, it } from 'vitest';
import { packGraph, unpackGraph } from './packed-graph.js';
import { statesIn } from './same-state.js';

function graphOf(...states: readonly (readonly TlaValue[])[]): StateGraph {
  const builder = new GraphBuilder('M', ['x', 'y']);
  for (const values of states) builder.state(values);
  return builder.build();
}

const here = graphOf([1, set([1, 2])], [2, 'b'], [1, 'b'], [3, 'b'], [2, set([])]);
// Equal values have other numbers here; of `1` and `b` there are both, but no state with them.
const there = graphOf([2, 'b'], [1, set([2, 1])], [4, 'c'], [2, set([])]);
const sent = (graph: StateGraph): StateGraph => unpackGraph(packGraph(graph));

it.each([
  ['as they were built', here, there],
  ['sent between threads', sent(here), sent(there)],
  ['one of them sent', sent(here), there],
  ['the other sent', here, sent(there)],
])('the states of two graphs, %s', (_, graph, other) => {
  expect([...statesIn(graph, other)]).toEqual([1, 0, -1, -1, 3]);
});
