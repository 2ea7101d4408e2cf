import type { Label } from '@synod/spec';
import type { Json } from '@synod/tla';
import { eventLine } from '../behaviour/behaviour-trace.js';
import { type Reached, wayTo } from '../behaviour/reached.js';
import type { Seen } from './observed.js';
import { isPossible, observe, type Running, type Stop, step, threw } from './running.js';

/** Asks for every step that is not allowed here, if it is known where the implementation is and it was not there before. */
export async function askForAll(run: Running, met: Set<number>): Promise<Stop> {
  const [here] = run.reached;
  if (here === undefined || run.reached.length > 1 || met.has(here.state)) return undefined;
  met.add(here.state);
  for (const label of run.context.labels) {
    if (isPossible(run, here.state, label)) continue;
    const stop = await ask(run, label);
    if (stop !== undefined) return stop;
  }
  return undefined;
}

/** Asks for a step that is not allowed. */
export async function ask(run: Running, label: Label): Promise<Stop> {
  const { space } = run.context.model;
  const failed = { label, plan: { behaviour: wayTo(run.reached[0] as Reached), last: label } };
  const answer = await step(run, label, undefined);
  if ('error' in answer) {
    return { kind: 'threw', ...failed, ...threw(`${label.key}, which is not possible`, answer.error) };
  }
  const shown = await observe(run);
  if (answer.value !== false) {
    run.lines.push(eventLine(space, label, 'error' in shown ? undefined : shown.value.json));
    const message = `${label.key} is not possible, and the implementation does not refuse it`;
    return { kind: 'not-allowed', ...failed, message };
  }
  const what = `${label.key}, which it refused`;
  if ('error' in shown) return { kind: 'threw', ...failed, ...threw(`observe after ${what}`, shown.error) };
  const { seen } = run;
  if (shown.value !== seen && shown.value.text() !== seen.text()) {
    run.lines.push(JSON.stringify({ state: shown.value.json }));
    const message = `the implementation refuses ${label.key}, as it must, but is not as it was before: ${changeText(seen, shown.value)}`;
    return { kind: 'changed', ...failed, message };
  }
  run.refusals += 1;
  return undefined;
}

function changeText(before: Seen, after: Seen): string {
  const names = [...new Set([...Object.keys(before.json), ...Object.keys(after.json)])];
  const changed = names.filter((name) => text(before.json[name]) !== text(after.json[name]));
  return changed
    .map((name) => `${name} was ${text(before.json[name])} and is ${text(after.json[name])}`)
    .join('; ');
}

function text(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
