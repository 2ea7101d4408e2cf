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

/** All roles that a node of a cluster plays, as one state machine. What its learner finds out, its proposer knows. */
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
  const learned = effects.find((effect) => effect.type === 'learned');
  if (learned === undefined || next.proposer === undefined || roles.proposer === undefined) {
    return { state: next, effects };
  }
  const told = roles.proposer.step(next.proposer, { type: 'decided', val: learned.val, chance: 0 });
  return { state: { ...next, proposer: told.state }, effects: [...effects, ...told.effects] };
}

function mapRoles(roles: Roles, each: (role: Role<never>, name: keyof NodeState) => unknown): NodeState {
  const entries = Object.entries(roles).map(([name, role]) => [
    name,
    each(role as Role<never>, name as keyof NodeState),
  ]);
  return Object.fromEntries(entries) as NodeState;
}
