import type { NodeId } from '@synod/roles';
import type { RefusalReason } from '../statistics.js';
import { type ClientHello, type NodeHello, wireVersion } from '../wire/frame.js';
import type { TcpContext } from './context.js';

/** Why a hello is refused. */
export interface HelloProblem {
  readonly reason: RefusalReason;
  /** One sentence, for whoever said hello. */
  readonly message: string;
}

/**
 * Why this node does not talk to whoever said that hello; undefined if it does.
 *
 * @param expected who must be at the address that was called
 */
export function helloProblem(
  hello: NodeHello | ClientHello,
  { id, nodes, hello: own }: Pick<TcpContext, 'id' | 'nodes' | 'hello'>,
  expected?: NodeId,
): HelloProblem | undefined {
  if (hello.cluster !== undefined && hello.cluster !== own.cluster) {
    return {
      reason: 'other-cluster',
      message: `${id} is of the cluster "${own.cluster}", not of "${hello.cluster}".`,
    };
  }
  if (hello.as === 'client') return undefined;
  if (hello.configuration !== own.configuration) {
    return {
      reason: 'other-configuration',
      message: `${id} has another configuration of the cluster "${own.cluster}": it must be the same on every node.`,
    };
  }
  if (hello.node === id) {
    return { reason: 'own-id', message: `"${id}" is the node that was called: no other may have its id.` };
  }
  if (!nodes.has(hello.node) || (expected !== undefined && hello.node !== expected)) {
    return {
      reason: 'stranger',
      message:
        expected === undefined
          ? `"${hello.node}" is no node of the cluster "${own.cluster}".`
          : `"${hello.node}" is at the address of "${expected}".`,
    };
  }
  return undefined;
}

/** What is said to who speaks another version. */
export function versionProblem(id: NodeId, version: number): HelloProblem {
  return {
    reason: 'other-version',
    message: `${id} speaks version ${wireVersion} of the protocol, not version ${version}.`,
  };
}
