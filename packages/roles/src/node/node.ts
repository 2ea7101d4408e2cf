import { acceptor } from '../acceptor/acceptor.js';
import type { AcceptorState } from '../acceptor/state.js';
import type { Cluster } from '../cluster.js';
import { learner } from '../learner/learner.js';
import type { LearnerState } from '../learner/state.js';
import type { NodeId } from '../node-id.js';
import { proposer } from '../proposer/proposer.js';
import type { ProposerState } from '../proposer/state.js';
import type { Effect, Input, Role, Step } from '../role.js';

/** The states of the roles that a node plays. */
export interface NodeState {
  readonly acceptor?: AcceptorState;
  readonly proposer?: ProposerState;
  readonly learner?: LearnerState;
}

/** All roles that a node of a cluster plays, as one state machine. */
export function node(id: NodeId, cluster: Cluster): Role<NodeState> {
  const roles = {
    ...(cluster.acceptors.includes(id) ? { acceptor: acceptor(id, cluster) } : {}),
    ...(cluster.proposers.includes(id) ? { proposer: proposer(id, cluster) } : {}),
    ...(cluster.learners.includes(id) ? { learner: learner(id, cluster) } : {}),
  };
  return {
    initial: mapRoles(roles, ({ initial }) => initial),
    restore: (state, record) => mapRoles(roles, (role, name) => role.restore(state[name] as never, record)),
    step: (state, input) => step(roles, state, input),
  };
}

interface Roles {
  readonly acceptor?: Role<AcceptorState>;
  readonly proposer?: Role<ProposerState>;
  readonly learner?: Role<LearnerState>;
}

function step(roles: Roles, state: NodeState, input: Input): Step<NodeState> {
  const effects: Effect[] = [];
  const next = mapRoles(roles, (role, name) => {
    const taken = (role as Role<unknown>).step(state[name], input);
    effects.push(...taken.effects);
    return taken.state;
  });
  const told = tellEachOther(roles, next, effects);
  return { state: told.state, effects: [...effects, ...told.effects] };
}

/** What the learner finds out, the proposer knows; and what the proposer asks votes for, the learner waits for. */
function tellEachOther(roles: Roles, state: NodeState, effects: readonly Effect[]): Step<NodeState> {
  for (const effect of effects) {
    if (effect.type === 'learned' && state.proposer !== undefined && roles.proposer !== undefined) {
      const input = { type: 'decided', val: effect.val, chance: 0 } as const;
      const told = roles.proposer.step(state.proposer, input);
      return { state: { ...state, proposer: told.state }, effects: told.effects };
    }
    const asksForVotes = effect.type === 'action' && effect.action === 'Phase2a';
    if (asksForVotes && state.learner !== undefined && roles.learner !== undefined) {
      const input = { type: 'propose', value: effect.params.v, chance: 0 } as const;
      const told = roles.learner.step(state.learner, input);
      return { state: { ...state, learner: told.state }, effects: told.effects };
    }
  }
  return { state, effects: [] };
}

function mapRoles(roles: Roles, each: (role: Role<never>, name: keyof NodeState) => unknown): NodeState {
  const entries = Object.entries(roles).map(([name, role]) => [
    name,
    each(role as Role<never>, name as keyof NodeState),
  ]);
  return Object.fromEntries(entries) as NodeState;
}
