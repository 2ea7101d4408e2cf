import type { Socket } from 'node:net';
import type { Cluster, NodeId } from '@synod/roles';
import type { RuntimeError } from '../../errors.js';
import type { Limits } from '../limits.js';
import type { Log, LogLine } from '../log-line.js';
import type { Counters } from '../statistics.js';
import type { AnswerRequest, Envelope } from '../transport.js';
import type { NodeHello } from '../wire/frame.js';

/** What all connections of a node have in common. */
export interface TcpContext {
  readonly id: NodeId;
  readonly nodes: ReadonlySet<NodeId>;
  readonly hello: NodeHello;
  readonly limits: Limits;
  readonly counters: Counters;
  readonly random: () => number;
  readonly log: Log;
  /** For what others can make happen as often as they like. */
  readonly logSparingly: (kind: string, line: LogLine) => void;
  /** Remembers a socket until it is closed. */
  readonly track: (socket: Socket) => void;
  /** Hands over what came. */
  readonly deliver: (from: NodeId, envelope: Envelope) => void;
  readonly answer: AnswerRequest;
  /** Told why this node must not go on. */
  readonly fail: (error: RuntimeError) => void;
}

/** All who take part in a cluster. */
export function nodesOf({ acceptors, proposers, learners }: Cluster): ReadonlySet<NodeId> {
  return new Set([...acceptors, ...proposers, ...learners]);
}
