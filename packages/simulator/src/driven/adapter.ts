import { type NodeId, type PaxosState, paxosState } from '@synod/roles';
import { answer } from './answer.js';
import type { PaxosModel } from './model.js';
import { phase1a } from './phase1a.js';
import { phase2a } from './phase2a.js';
import { type DrivenRoles, restartAll, startWorld } from './world.js';

/** How the roles are driven. */
export interface DriveRolesOptions {
  /**
   * Before each step all crash and start again from their ledgers (default: no), but for a proposer that waits for promises:
   * it would give its ballot up, as it must, and Phase2a never be seen.
   */
  readonly restart?: boolean;
  /** Other roles than those of `@synod/roles`: with a mistake, say, that driving must find. */
  readonly roles?: DrivenRoles;
}

/** Parameters of an action of Paxos.tla. */
export interface PaxosParameters {
  readonly a?: NodeId;
  readonly b?: number;
  readonly v?: string;
}

/** What makes the roles take steps: an `Adapter` of `@synod/conformance`. */
export interface RolesAdapter {
  reset(): void;
  /** Whether one of the roles takes the step. */
  step(action: string, params: unknown, expected: unknown): boolean;
  /** All variables of Paxos.tla. */
  observe(): PaxosState;
}

/**
 * The acceptors and proposers of `@synod/roles`, made to take steps of a bounded model of Paxos.tla. What is here is only
 * the network, which holds every message that was ever sent and delivers it when it is told to, and the client who wants a
 * value. What a role does then, it decides itself; what none of them does, is refused.
 */
export function rolesAdapter(model: PaxosModel, options: DriveRolesOptions = {}): RolesAdapter {
  const { restart = false, roles } = options;
  let world = startWorld(model, roles);
  return {
    reset() {
      world = startWorld(model, roles);
    },
    step(action, params, expected) {
      if (restart) restartAll(world);
      const { a = '', b = -1, v = '' } = params as PaxosParameters;
      const bal = (expected as PaxosState | undefined)?.maxBal[a];
      if (action === 'Phase1a') return phase1a(world, b);
      if (action === 'Phase2a') return phase2a(world, b, v);
      return (action === 'Phase1b' || action === 'Phase2b') && answer(world, action, a, bal);
    },
    observe: () =>
      paxosState(new Map(Array.from(world.acceptors, ([id, { state }]) => [id, state])), world.network),
  };
}
