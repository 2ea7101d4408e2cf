import type { StateGraph } from '@synod/spec';
import type { Random } from '../../../tla/fuzz/random.js';
import { chance, shuffled } from './chance.js';
import { type Draft, type DraftEvent, seedFrom } from './draft.js';
import type { Payload } from './lines.js';
import { labelled, type Material, observation, stepsOf } from './material.js';
import { observe } from './observe.js';

/** What random traces are to be like; what is not said is left to chance. */
export interface TraceOptions {
  readonly order?: Draft['order'];
  /** At most so many steps, 20 unless given. */
  readonly steps?: number;
  /** At most so many hidden actions, 2 unless given. */
  readonly hidden?: number;
}

/** A step that was taken. */
interface Taken {
  /** Nothing for an observation between two steps. */
  readonly label: number | undefined;
  readonly to: number;
}

/** A trace of a random behaviour: it conforms. */
export function randomTrace(material: Material, random: Random, options: TraceOptions = {}): Draft {
  const { graph, spec, model, constants } = material;
  const initial = random.pick(graph.initial);
  const steps = 3 + random.below((options.steps ?? 20) - 2);
  const walked = walk(graph, initial, steps, random);
  const actions = [...material.labelsOf.keys()];
  const hidden = chance(random, 45)
    ? shuffled(random, actions).slice(0, 1 + random.below(options.hidden ?? 2))
    : [];
  const logged = walked.filter(
    ({ label }) => label === undefined || !hidden.includes(actionOf(graph, label)) || chance(random, 40),
  );
  const init = chance(random, 30) ? observation(material, initial, random) : undefined;
  // A trace without events is refused.
  const taken = logged.length > 0 ? logged : [{ label: undefined, to: initial }];
  const order = options.order ?? random.pick(['total', 'clock', 'interval'] as const);
  return {
    header: {
      trace: 1,
      spec,
      ...(model !== undefined && chance(random, 50) && { model }),
      ...(constants && { constants }),
      ...(init && { init }),
      ...((hidden.length > 0 || chance(random, 10)) && { hidden }),
      ...(chance(random, 10) && { meta: { seed: 1 } }),
    },
    order,
    events: placed(
      taken.map((step) => payloadOf(material, step, random)),
      order,
      random,
    ),
    named: chance(random, 30),
    merged: chance(random, 80),
    ties: 1 + random.below(3),
    lines: random.pick(['as they happened', 'process by process', { shuffledBy: seedFrom(random) }] as const),
    damages: [],
  };
}

function walk(graph: StateGraph, initial: number, length: number, random: Random): Taken[] {
  const taken: Taken[] = [];
  let state = initial;
  while (taken.length < length) {
    const steps = stepsOf(graph, state);
    const changing = steps.filter(({ to }) => to !== state);
    if (steps.length === 0 || chance(random, 8)) {
      taken.push({ label: undefined, to: state });
      if (steps.length === 0) break;
      continue;
    }
    const step = random.pick(changing.length > 0 && chance(random, 85) ? changing : steps);
    taken.push(step);
    state = step.to;
  }
  return taken;
}

function actionOf(graph: StateGraph, label: number): string {
  return (graph.labels[label] as StateGraph['labels'][number]).action;
}

/** What is logged of a step. */
function payloadOf(material: Material, { label, to }: Taken, random: Random): Payload {
  const isSilent = label === undefined || chance(random, 10);
  const state = isSilent || chance(random, 50) ? observation(material, to, random) : undefined;
  const known = [...material.operators];
  const derived =
    known.length > 0 && chance(random, 12)
      ? Object.fromEntries(
          [random.pick(known)].map(([name, value]) => [name, observe(random, value(to))] as const),
        )
      : undefined;
  return {
    ...(!isSilent && labelled(material, label, random)),
    ...(state && { state }),
    ...(derived && { derived }),
    ...(chance(random, 5) && { meta: 'x' }),
  };
}

/** Names that are sorted in other ways by those who take them for numbers or look at letters only. */
const names = [
  ['a1', 'a2', 'a3', 'p0'],
  ['9', '10', '-1', '010'],
  ['b', 'B', 'aé', 'a'],
] as const;

/** Gives the events to processes, in a partial order by who could have known of what. */
function placed(payloads: readonly Payload[], order: Draft['order'], random: Random): readonly DraftEvent[] {
  const processes = shuffled(random, random.pick(names)).slice(0, 2 + random.below(3));
  const density = random.pick([0, 0, 1, 2, 4]);
  const longest = random.pick([0, 8, 25, 60, 200]);
  return payloads.map((payload, id) => ({
    id,
    payload,
    process: random.pick(processes),
    knows:
      order === 'clock' && id > 0
        ? Array.from({ length: random.below(density + 1) }, () => random.below(id))
        : [],
    tick: chance(random, 90) ? 1 : 2 + random.below(3),
    slack: [random.below(longest + 1), random.below(longest + 1)],
  }));
}
