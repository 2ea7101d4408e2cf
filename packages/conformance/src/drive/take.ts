import { eventLine, stateJson } from '../behaviour/behaviour-trace.js';
import { advance, wayTo } from '../behaviour/reached.js';
import { isAsObserved } from '../trace/bind.js';
import type { SpaceStep } from '../trace/space.js';
import { differenceText } from './difference-text.js';
import { isPossible, observe, type Running, type Stop, step, threw } from './running.js';

/** Takes a step of the specification. */
export async function take(run: Running, planned: SpaceStep): Promise<Stop> {
  const { context, reached } = run;
  const { space } = context.model;
  const { label } = planned;
  const possible = advance(reached, (state) => context.stepsOf(state, label));
  const meant = possible.find(({ state }) => state === planned.to) ?? possible[0];
  if (meant === undefined) return 'left';
  const failed = { label, plan: { behaviour: wayTo(meant) } };
  const answer = await step(run, label, stateJson(space, meant.state));
  if ('error' in answer) {
    run.lines.push(eventLine(space, label, undefined));
    return { kind: 'threw', ...failed, ...threw(label.key, answer.error) };
  }
  if (answer.value === false) {
    // It may be in one of the states where it must refuse.
    if (reached.some(({ state }) => !isPossible(run, state, label))) return 'left';
    run.lines.push(eventLine(space, label, undefined));
    return {
      kind: 'refused',
      ...failed,
      message: `${label.key} is possible, and the implementation refuses it`,
    };
  }
  const shown = await observe(run);
  run.lines.push(eventLine(space, label, 'error' in shown ? undefined : shown.value.json));
  if ('error' in shown)
    return { kind: 'threw', ...failed, ...threw(`observe after ${label.key}`, shown.error) };
  run.seen = shown.value;
  run.reached = possible.filter(({ state }) => isAsObserved(run.seen.checks, state));
  if (run.reached.length === 0) {
    const states = possible.map(({ state }) => state);
    const message = `${label.key} leads to no state that is as the implementation shows: ${differenceText(run.seen.checks, states)}`;
    return { kind: 'observation', ...failed, message };
  }
  run.steps += 1;
  const [from, to] = [reached[0], run.reached[0]];
  if (reached.length === 1 && run.reached.length === 1 && from !== undefined && to?.before !== undefined) {
    context.onStep?.(from.state, to.before.step);
  }
  return undefined;
}
