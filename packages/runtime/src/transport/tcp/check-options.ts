import type { NodeId } from '@synod/roles';
import { RuntimeError } from '../../errors.js';
import { type Address, addressProblem } from '../address.js';
import { nameProblem } from '../wire/shape.js';
import type { TcpOptions } from './options.js';

/** Where the node listens, if all others can be called, too. @throws RuntimeError `bad-name`, `bad-address`, `stranger` */
export function checkOptions(options: TcpOptions, nodes: ReadonlySet<NodeId>): Address {
  const { id, cluster, addresses } = options;
  const at: Readonly<Record<NodeId, Address>> =
    options.listen === undefined ? addresses : { ...addresses, [id]: options.listen };
  if (!nodes.has(id)) {
    throw new RuntimeError('stranger', `"${id}" is no node of the cluster "${cluster.name}".`);
  }
  for (const name of [cluster.name, ...nodes]) {
    const problem = nameProblem(name);
    if (problem !== undefined) {
      const shown = JSON.stringify(name.slice(0, 50));
      throw new RuntimeError('bad-name', `The name ${shown} cannot be used: ${problem}.`);
    }
  }
  for (const node of nodes) {
    const problem = addressProblem(Object.hasOwn(at, node) ? at[node] : undefined);
    if (problem !== undefined) {
      throw new RuntimeError('bad-address', `The node "${node}" cannot be reached: ${problem}.`);
    }
  }
  return at[id] as Address;
}
