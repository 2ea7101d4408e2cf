import type { AcceptorState, Action, NodeId, PaxosMessage, ProposerState } from '@synod/roles';
import * as ours from '@synod/roles';
import { type Host, type Outcome, restarted, started } from './host.js';
import { clusterOfModel, type PaxosModel } from './model.js';

/** What is driven. */
export type DrivenRoles = Pick<typeof ours, 'acceptor' | 'proposer'>;

/** Those who run, and a network that loses nothing. */
export interface World {
  readonly acceptors: Map<NodeId, Host<AcceptorState>>;
  /** By their ballots. */
  readonly proposers: Host<ProposerState>[];
  /** All that was sent, and all that the roles say they sent; each by its text. */
  readonly network: Map<string, PaxosMessage>;
}

export function startWorld(model: PaxosModel, roles: DrivenRoles = ours): World {
  const cluster = clusterOfModel(model);
  return {
    acceptors: new Map(cluster.acceptors.map((id) => [id, started(roles.acceptor(id, cluster))])),
    proposers: cluster.proposers.map((id) => started(roles.proposer(id, cluster))),
    network: new Map(),
  };
}

/**
 * All crash and start again, but for a proposer that waits for promises: it would give its ballot up, as it must, and
 * Phase2a never be seen.
 */
export function restartAll(world: World): void {
  for (const [id, host] of world.acceptors) world.acceptors.set(id, restarted(host));
  for (const [bal, host] of world.proposers.entries()) {
    const waits = messages(world, '1a', bal).length > 0 && messages(world, '2a', bal).length === 0;
    if (!waits) world.proposers[bal] = restarted(host);
  }
}

/** Gives the network what came of a step. */
export function send({ network }: World, { sent, actions }: Outcome<unknown>): void {
  for (const message of [...sent, ...actions.map((action) => action.sent)])
    network.set(text(message), message);
}

/** Whether all of that was sent before. */
export function wasSent({ network }: World, sent: readonly PaxosMessage[]): boolean {
  return sent.length > 0 && sent.every((message) => network.has(text(message)));
}

/** The messages of a type in the network; of one ballot, if it is given. */
export function messages(
  { network }: World,
  type: PaxosMessage['type'],
  bal?: number,
): readonly PaxosMessage[] {
  return [...network.values()].filter(
    (message) => message.type === type && (bal === undefined || message.bal === bal),
  );
}

/** Whether a role says that it has taken a step. */
export function hasTaken(
  { actions }: Outcome<unknown>,
  { action, params }: Pick<Action, 'action' | 'params'>,
): boolean {
  return actions.some((taken) => taken.action === action && text(taken.params) === text(params));
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
