import type { Action, Input, LedgerRecord, PaxosMessage, Role } from '@synod/roles';

/** A role that runs: what is in its memory, and what is in its ledger. */
export interface Host<S> {
  readonly role: Role<S>;
  readonly state: S;
  readonly records: readonly LedgerRecord[];
}

/** What came of inputs. */
export interface Outcome<S> {
  readonly host: Host<S>;
  readonly actions: readonly Action[];
  /** What it sent, but for the messages that the specification does not have. */
  readonly sent: readonly PaxosMessage[];
}

export function started<S>(role: Role<S>): Host<S> {
  return { role, state: role.initial, records: [] };
}

/** It crashes, and starts again with what is in its ledger. */
export function restarted<S>({ role, records }: Host<S>): Host<S> {
  return {
    role,
    records,
    state: records.reduce((state, record) => role.restore(state, record), role.initial),
  };
}

/** Gives inputs one after the other. The host that was given stays as it was. */
export function give<S>(host: Host<S>, inputs: readonly Input[]): Outcome<S> {
  const { role } = host;
  let { state } = host;
  const records = [...host.records];
  const actions: Action[] = [];
  const sent: PaxosMessage[] = [];
  for (const input of inputs) {
    const step = role.step(state, input);
    ({ state } = step);
    for (const effect of step.effects) {
      if (effect.type === 'persist') records.push(effect.record);
      if (effect.type === 'action') actions.push(effect);
      if (effect.type === 'send' && isPaxosMessage(effect.message)) sent.push(effect.message);
    }
  }
  return { host: { role, state, records }, actions, sent };
}

function isPaxosMessage(message: { readonly type: string }): message is PaxosMessage {
  return ['1a', '1b', '2a', '2b'].includes(message.type);
}
