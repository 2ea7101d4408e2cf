import type { Socket } from 'node:net';
import type { NodeId } from '@synod/roles';
import type { NodeHello } from '../wire/frame.js';
import { type Connection, connection, type Heard } from './connection.js';
import type { TcpContext } from './context.js';
import { hearNode } from './hear-node.js';
import { type HelloProblem, helloProblem, versionProblem } from './hello-problem.js';
import { serveClient } from './serve-client.js';

/** The connections that others made to this node. */
export interface Inbound {
  accept(socket: Socket): void;
  /** Ends them all. */
  stop(): void;
}

/** Lets in who says a hello that is right: one connection of each node, and any number of clients. */
export function inbound(context: TcpContext): Inbound {
  const peers = new Map<NodeId, Connection>();
  const links = new Set<Connection>();
  return {
    stop() {
      for (const link of links) link.close(undefined, 'stopped', []);
    },
    accept(socket) {
      context.track(socket);
      const link = connection(socket, context.limits, context.counters);
      links.add(link);
      socket.once('close', () => links.delete(link));
      link.onClose = ({ reason, detail }) => {
        if (reason !== undefined) logRefused(context, link, reason, detail);
      };
      link.onFrame = (frame) => greet(context, peers, link, frame);
    },
  };
}

function greet(context: TcpContext, peers: Map<NodeId, Connection>, link: Connection, frame: Heard): void {
  if (frame.type === 'other-version') refuse(context, link, versionProblem(context.id, frame.version));
  else if (frame.type !== 'hello') link.close('unexpected', `a frame "${frame.type}" came before a hello`);
  else {
    const problem = helloProblem(frame, context);
    if (problem !== undefined) refuse(context, link, problem);
    else if (frame.as === 'node') void admit(context, peers, link, frame);
    else {
      link.write(context.hello);
      link.trust();
      serveClient(context, link);
    }
  }
}

/**
 * Lets a node in. If there is a connection with its id, that one is asked for a sign of life: if it gives one, there are two processes with
 * one id, and the newcomer must go; if not, the node was started again, or is cut off from its old connection, and the newcomer is it.
 */
async function admit(
  context: TcpContext,
  peers: Map<NodeId, Connection>,
  link: Connection,
  { node }: NodeHello,
): Promise<void> {
  link.onFrame = ({ type }) =>
    link.close('unexpected', `a frame "${type}" came before the answer to a hello`);
  for (let rival = peers.get(node); rival !== undefined; rival = peers.get(node)) {
    if (await rival.probe()) {
      const message = `Another process is "${node}": it is connected to ${context.id} from ${rival.remote}, and alive.`;
      refuse(context, link, { reason: 'duplicate-id', message });
      return;
    }
    rival.close('slow', 'it gave no sign of life when another connection came with its id');
  }
  if (!link.open) return;
  peers.set(node, link);
  link.onClose = ({ reason, detail }) => {
    if (peers.get(node) === link) peers.delete(node);
    if (reason !== undefined) logRefused(context, link, reason, detail, node);
  };
  link.onFrame = (frame) => hearNode(context, link, node, frame);
  link.write(context.hello);
  link.trust();
}

function refuse(context: TcpContext, link: Connection, { reason, message }: HelloProblem): void {
  link.close(reason, message, [{ type: 'refused', reason, message }]);
}

function logRefused(
  { logSparingly }: TcpContext,
  link: Connection,
  reason: string,
  detail: string,
  node?: NodeId,
): void {
  const from = node === undefined ? { remote: link.remote } : { remote: link.remote, node };
  logSparingly(`refused ${reason} ${node ?? ''}`, {
    level: 'warn',
    event: 'refused',
    fields: { ...from, reason, detail },
  });
}
