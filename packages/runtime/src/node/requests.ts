import { type Cluster, type Input, type NodeId } from '@synod/roles';
import type { ClientRequest, ClientResponse } from '../client/request.js';
import { RuntimeError } from '../errors.js';
import type { Instance } from './instance.js';
import type { Instances } from './instances.js';
import { checkInstanceName, checkValue, type NodeLimits } from './limits.js';
import { waitingClients } from './waiting-clients.js';

export interface RequestOptions {
  readonly id: NodeId;
  readonly cluster: Cluster;
  readonly known: Instances;
  readonly limits: NodeLimits;
  readonly random: () => number;
  readonly step: (instance: Instance, input: Input) => void;
}

/** What a node does with what clients ask. */
export interface Requests {
  /** @throws RuntimeError `bad-request`, `no-proposer`, `no-learner`, `too-many-clients` */
  answer(
    request: Exclude<ClientRequest, { readonly type: 'status' }>,
    gone: AbortSignal,
  ): Promise<ClientResponse>;
  /** How many clients wait. */
  readonly waiting: number;
}

export function requests({ id, cluster, known, limits, random, step }: RequestOptions): Requests {
  let waiting = 0;
  return {
    async answer(request, gone) {
      checkInstanceName(request.instance, limits);
      if (request.type === 'propose') checkValue(request.value, limits);
      refuseOtherRoles(id, cluster, request.type);
      const instance = known.of(request.instance);
      if (instance.known !== undefined) return { type: 'chosen', val: instance.known };
      if (waiting >= limits.clients) {
        throw new RuntimeError(
          'too-many-clients',
          `${id} has ${waiting} clients that wait: ask another node, or later.`,
        );
      }
      instance.clients ??= waitingClients((more) => {
        waiting += more;
      });
      const answer = instance.clients.wait(request.type === 'query', gone);
      const chance = random();
      step(
        instance,
        request.type === 'query' ? { type: 'query', chance } : { ...request, type: 'propose', chance },
      );
      return answer;
    },
    get waiting() {
      return waiting;
    },
  };
}

function refuseOtherRoles(id: NodeId, cluster: Cluster, type: 'propose' | 'query'): void {
  const { proposers, learners } = cluster;
  const [code, role, nodes] =
    type === 'propose'
      ? (['no-proposer', 'proposer', proposers] as const)
      : (['no-learner', 'learner', learners] as const);
  if (nodes.includes(id)) return;
  throw new RuntimeError(code, `${id} is no ${role}: ask one of ${nodes.join(', ')}.`);
}
