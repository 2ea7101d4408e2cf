import type { Action } from '../action.js';
import { traceMessage } from './paxos-state.js';

/** An event of a trace (docs/trace-format.md), as one node sees it. */
export interface TraceEvent {
  readonly action?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly state?: Readonly<Record<string, unknown>>;
  readonly derived?: Readonly<Record<string, unknown>>;
}

/** The event that an action is, with all that its node knows of the state after it: its own variables, and what it sent. */
export function actionEvent({ action, params, sent }: Action): TraceEvent {
  const msgs = { '#contains': [traceMessage(sent)] };
  return { action, params, state: { ...ownVariables(sent), msgs } };
}

function ownVariables(sent: Action['sent']): Readonly<Record<string, unknown>> {
  if (sent.type === '1b') {
    const { acc, bal, mbal } = sent;
    const { mval } = traceMessage(sent);
    return { maxBal: { [acc]: bal }, maxVBal: { [acc]: mbal }, maxVal: { [acc]: mval } };
  }
  if (sent.type === '2b') {
    const { acc, bal, val } = sent;
    return { maxBal: { [acc]: bal }, maxVBal: { [acc]: bal }, maxVal: { [acc]: val } };
  }
  return {};
}

/** What a learner believes, as an event: it takes no step, but in the state that it is in the value must be chosen. */
export function learnedEvent(val: string): TraceEvent {
  return { derived: { chosen: { '#contains': [val] } } };
}
