import { connect, type Socket } from 'node:net';
import { type Cluster, clusterOf, type NodeId } from '@synod/roles';
import { onTestFinished } from 'vitest';
import type { Address } from '../../src/transport/address.js';
import { clusterDigest } from '../../src/transport/cluster-digest.js';
import type { Limits } from '../../src/transport/limits.js';
import type { LogLine } from '../../src/transport/log-line.js';
import { type TcpTransport, tcpTransport } from '../../src/transport/tcp/tcp-transport.js';
import type { Envelope } from '../../src/transport/transport.js';
import { decodeFrame, encodeFrame } from '../../src/transport/wire/codec.js';
import type { Decoded, Frame, NodeHello } from '../../src/transport/wire/frame.js';
import { frameReader } from '../../src/transport/wire/frame-reader.js';

export const cluster: Cluster = clusterOf(['n1', 'n2', 'n3'], { name: 'test' });

/** What was said so far, and whoever waits for something to be said. */
export interface Heard<T> {
  readonly all: readonly T[];
  push(item: T): void;
  /** The first that fits, from the one numbered `after` on. */
  until(fits: (item: T) => boolean, after?: number): Promise<T>;
}

export function heard<T>(): Heard<T> {
  const all: T[] = [];
  let waiting: (() => void)[] = [];
  return {
    all,
    push(item) {
      all.push(item);
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    async until(fits, after = 0) {
      for (let at = after; ; ) {
        for (; at < all.length; at += 1) {
          const item = all[at] as T;
          if (fits(item)) return item;
        }
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

/** A node over TCP on loopback, whose log and receipts can be waited for. */
export interface TestNode {
  readonly transport: TcpTransport;
  readonly log: Heard<LogLine>;
  readonly received: Heard<{ readonly from: NodeId; readonly envelope: Envelope }>;
  /** Until it has logged such a line. */
  event(event: string, fields?: LogLine['fields'], after?: number): Promise<LogLine>;
}

/** Tests must not depend on time: short waits where one waits, and none that could run out where nobody should wait. */
const patient: Partial<Limits> = {
  patience: 60_000,
  heartbeat: 60_000,
  backoff: { least: 1, most: 5 },
};

/** Addresses of a cluster in which nobody listens yet. */
export function nowhere(nodes: readonly NodeId[] = cluster.acceptors): Record<NodeId, Address> {
  return Object.fromEntries(nodes.map((node) => [node, { host: '127.0.0.1', port: 0 }]));
}

export interface NodeOptions {
  readonly cluster?: Cluster;
  readonly limits?: Partial<Limits>;
  readonly listen?: Address;
}

/** Starts a node; from then on its address is among `addresses`. */
export async function startNode(
  id: NodeId,
  addresses: Record<NodeId, Address>,
  options: NodeOptions = {},
): Promise<TestNode> {
  const node = makeNode(id, addresses, options);
  await node.transport.start();
  if (options.listen === undefined) addresses[id] = node.transport.address;
  return node;
}

export function makeNode(
  id: NodeId,
  addresses: Record<NodeId, Address>,
  options: NodeOptions = {},
): TestNode {
  const log = heard<LogLine>();
  const received: TestNode['received'] = heard();
  const transport = tcpTransport({
    id,
    cluster,
    addresses,
    random: () => 0.5,
    log: (line) => log.push(line),
    ...options,
    limits: { ...patient, ...options.limits },
  });
  transport.onReceive = (from, envelope) => received.push({ from, envelope });
  onTestFinished(() => transport.stop());
  return {
    transport,
    log,
    received,
    event: (event, fields = {}, after = 0) =>
      log.until(
        (line) =>
          line.event === event &&
          Object.entries(fields).every(([field, value]) => line.fields[field] === value),
        after,
      ),
  };
}

/** A socket that says what a test wants. */
export interface RawSocket {
  readonly socket: Socket;
  write(bytes: Uint8Array): void;
  say(frame: Frame): void;
  readonly heard: Heard<Decoded>;
  /** Resolves when the other side has ended it. */
  readonly closed: Promise<void>;
}

export async function raw(address: Address): Promise<RawSocket> {
  const socket = connect(address);
  const reader = frameReader();
  const frames = heard<Decoded>();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    for (const frame of reader.read(chunk, () => 1_048_576)) {
      if (frame !== 'too-large') frames.push(decodeFrame(frame));
    }
  });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  onTestFinished(() => {
    socket.destroy();
  });
  return {
    socket,
    write: (bytes) => socket.write(bytes),
    say: (frame) => socket.write(encodeFrame(frame)),
    heard: frames,
    closed,
  };
}

export function helloOf(node: NodeId, of: Cluster = cluster): NodeHello {
  return { type: 'hello', as: 'node', version: 1, cluster: of.name, configuration: clusterDigest(of), node };
}

/** A message that says which one it is. */
export function numbered(bal: number): Envelope {
  return { instance: 'law', message: { type: '1a', bal } };
}
