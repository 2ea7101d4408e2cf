import { type Label, type StateGraph, shortestPaths } from '@synod/spec';
import { InputError } from '@synod/tla';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import type { SpaceStep } from '../trace/space.js';
import { coverActions } from './cover-actions.js';
import { coverStates } from './cover-states.js';
import { coverSteps, type Plan } from './cover-steps.js';
import type { Cover, Generated, GenerateOptions } from './generated.js';
import { type Goal, goalOf, timesCovered } from './goal.js';
import { mostNewFirst } from './most-new-first.js';
import { neededOf } from './needed.js';
import { eventsOf, type Ground, groundOf, type Route } from './route.js';
import { withinLength } from './within-length.js';

/**
 * Behaviours of a graph that together take each of its actions or steps, or visit each of its states: those with the
 * fewest events that there are, or with few where that is not known. The same graph gives the same behaviours.
 *
 * @throws InputError if no step can be taken, or the greatest length is no whole number above 0
 */
export function generateBehaviours(graph: StateGraph, options: GenerateOptions): Generated {
  const { cover, maxLength = Infinity } = options;
  if (!(maxLength >= 1) || (maxLength !== Infinity && !Number.isSafeInteger(maxLength))) {
    throw new InputError(
      'max-length',
      `the greatest length is a whole number from 1 up, and not ${maxLength}`,
    );
  }
  refuseWithoutSteps(graph);
  const ground = groundOf(graph, shortestPaths(graph), maxLength);
  const goal = goalOf(cover, ground);
  const { routes, least } = planFor(cover, ground, goal);
  const short = neededOf(maxLength === Infinity ? routes : withinLength(routes, goal, ground), goal);
  const events = eventsOf(short);
  const uncovered = Array.from(timesCovered(goal, short), (times, thing) => ({ times, thing }))
    .filter(({ times }) => times === 0)
    .map(({ thing }) => goal.missing(thing));
  return {
    behaviours: behavioursOf(mostNewFirst(short, goal), graph),
    events,
    total: goal.size,
    covered: goal.size - uncovered.length,
    bound: { ...least, exact: events === least.events },
    uncovered,
  };
}

function refuseWithoutSteps({ initial, offsets, targets }: StateGraph): void {
  if (targets.length === 0) refuse('the graph has no steps');
  if (initial.length === 0) refuse('the graph has no initial states');
  if (initial.every((state) => offsets[state] === offsets[state + 1])) {
    refuse('no step begins in an initial state of the graph');
  }
}

function refuse(what: string): never {
  throw new InputError('no-steps', `nothing can be generated: ${what}`);
}

function planFor(cover: Cover, ground: Ground, goal: Goal): Plan {
  switch (cover) {
    case 'actions':
      return coverActions(ground, goal.ofStep, goal.size);
    case 'states':
      return coverStates(ground);
    case 'steps':
      return coverSteps(ground);
  }
}

/** Behaviours, of which those that take one step share it. */
function behavioursOf(routes: readonly Route[], graph: StateGraph): readonly SpaceBehaviour[] {
  const known: SpaceStep[] = [];
  const stepOf = (step: number): SpaceStep => {
    known[step] ??= {
      label: graph.labels[graph.stepLabels[step] as number] as Label,
      to: graph.targets[step] as number,
    };
    return known[step];
  };
  return routes.map(({ start, steps }) => ({ start, steps: steps.map(stepOf) }));
}
