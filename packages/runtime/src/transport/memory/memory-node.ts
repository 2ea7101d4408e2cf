import type { NodeId } from '@synod/roles';
import type { Limits } from '../limits.js';
import type { Log } from '../log-line.js';
import { notReady } from '../not-ready.js';
import { sender, type Way } from '../sender.js';
import { newCounters } from '../statistics.js';
import type { Envelope, Transport } from '../transport.js';
import { decodeFrame, headerLength } from '../wire/codec.js';

/** A node of a network in one process. */
export interface MemoryNode {
  readonly transport: Transport;
  /** Between `start` and `stop`. */
  readonly running: boolean;
  /** Aborted at `stop`. */
  readonly stopped: AbortSignal;
  deliver(from: NodeId, envelope: Envelope): void;
}

/** What a node knows of its network. */
export interface MemoryContext {
  readonly present: ReadonlyMap<NodeId, MemoryNode>;
  readonly delay: (from: NodeId, to: NodeId) => number | undefined;
  readonly limits: Limits;
  readonly log: Log;
}

export function memoryNode(id: NodeId, nodes: readonly NodeId[], context: MemoryContext): MemoryNode {
  const { present, delay, limits } = context;
  const counters = newCounters();
  const stopping = new AbortController();
  let started = false;

  const later = (to: NodeId, deliver: () => void): void => {
    counters.sent += 1;
    const time = delay(id, to);
    if (time === undefined) return;
    if (time === 0) setImmediate(deliver);
    else setTimeout(deliver, time);
  };
  const way = (to: NodeId): Way => ({
    send(bytes) {
      counters.bytesSent += bytes.length;
      later(to, () => {
        const frame = decodeFrame(bytes.subarray(headerLength));
        if (frame.type !== 'envelope') return;
        const { type: _, ...envelope } = frame;
        present.get(to)?.deliver(id, envelope);
      });
    },
  });
  const ways = new Map(nodes.filter((to) => to !== id).map((to) => [to, way(to)]));
  const send = sender(id, ways, limits.frame, counters, (envelope) => {
    later(id, () => node.deliver(id, envelope));
  });
  const transport: Transport = {
    onReceive: () => undefined,
    onRequest: notReady,
    onFailure: () => undefined,
    statistics: counters,
    send(to, envelope) {
      if (node.running) send(to, envelope);
    },
    start() {
      started = true;
      return Promise.resolve();
    },
    stop() {
      stopping.abort();
      return Promise.resolve();
    },
  };
  const node: MemoryNode = {
    transport,
    stopped: stopping.signal,
    get running() {
      return started && !stopping.signal.aborted;
    },
    deliver(from, envelope) {
      if (!node.running) return;
      counters.received += 1;
      transport.onReceive(from, envelope);
    },
  };
  return node;
}
