import type { Label } from '@synod/spec';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import { headerLine, stateJson } from '../behaviour/behaviour-trace.js';
import { isAsObserved } from '../trace/bind.js';
import { ask, askForAll } from './ask.js';
import { differenceText } from './difference-text.js';
import {
  attempt,
  type DriveContext,
  isPossible,
  observe,
  type Plan,
  type Running,
  type RunOutcome,
  type Stop,
  threw,
} from './running.js';
import { take } from './take.js';

/**
 * Runs an implementation through a behaviour.
 *
 * @param met the states in which it has been asked for every step that is not allowed; in others it is asked, and they
 *   are added. Nothing: it is asked for none
 * @throws InputError if the adapter does not do what an adapter must
 */
export async function runPlan(
  context: DriveContext,
  { behaviour, last }: Plan,
  met: Set<number> | undefined,
): Promise<RunOutcome> {
  const { space } = context.model;
  const init = stateJson(space, behaviour.start);
  const run: Running = {
    context,
    reached: [{ state: behaviour.start }],
    seen: { json: {}, checks: [], text: () => '' },
    init,
    lines: [],
    steps: 0,
    refusals: 0,
  };
  const stop = await goThrough(run, behaviour, last, met);
  return {
    ...(stop === undefined || stop === 'left' ? {} : { failed: stop }),
    left: stop === 'left',
    steps: run.steps,
    refusals: run.refusals,
    trace: [headerLine(context.model, run.init), ...run.lines],
  };
}

async function goThrough(
  run: Running,
  behaviour: SpaceBehaviour,
  last: Label | undefined,
  met: Set<number> | undefined,
): Promise<Stop> {
  const begun = await begin(run, behaviour.start);
  if (begun !== undefined) return begun;
  for (const step of [...behaviour.steps, undefined]) {
    const stop = (met && (await askForAll(run, met))) ?? (step && (await take(run, step)));
    if (stop !== undefined) return stop;
  }
  const mayAsk = last !== undefined && run.reached.every(({ state }) => !isPossible(run, state, last));
  return mayAsk ? ask(run, last) : undefined;
}

async function begin(run: Running, start: number): Promise<Stop> {
  const { adapter } = run.context;
  const plan: Plan = { behaviour: { start, steps: [] } };
  const thrown = await attempt(() => adapter.reset(run.init));
  if ('error' in thrown) return { kind: 'threw', plan, ...threw('reset', thrown.error) };
  const shown = await observe(run);
  if ('error' in shown) return { kind: 'threw', plan, ...threw('observe after reset', shown.error) };
  run.seen = shown.value;
  if (isAsObserved(run.seen.checks, start)) return undefined;
  run.init = run.seen.json;
  run.lines.push(JSON.stringify({ state: run.seen.json }));
  const message = `after reset the implementation is not in the initial state: ${differenceText(run.seen.checks, [start])}`;
  return { kind: 'observation', plan, message };
}
