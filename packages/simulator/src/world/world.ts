import type { Cluster, Effect, LedgerRecord, Message, NodeId, NodeState, PaxosState } from '@synod/roles';
import type { Move } from '../move.js';
import { deployed, type Protocol } from '../protocol.js';
import type { Run, SimulatedEvent, Violation } from '../run.js';
import { factsOf } from './facts.js';
import { type Host, newHost } from './host.js';
import { type Journal, newJournal } from './journal.js';
import { find, type InFlight } from './network.js';
import { perform } from './perform.js';

/** What came of a move. */
export interface Happened {
  /** The message that it names. */
  readonly message: Message | undefined;
  /** What was given to the node's disk. */
  readonly written: readonly LedgerRecord[];
  /** What took place, in its order: what waited for the disk, too. */
  readonly effects: readonly Exclude<Effect, { readonly type: 'persist' }>[];
  /** What was written to the trace. */
  readonly events: readonly SimulatedEvent[];
}

export interface WorldOptions {
  /** What an event carries: what its node sees of the state (default), or all of it. Only in the total order is that the state. */
  readonly observe?: 'own' | 'all' | undefined;
  readonly protocol?: Protocol | undefined;
  /** Called after every move that was made. */
  readonly onMove?: ((move: Move, happened: Happened) => void) | undefined;
}

/** A node, looked at from outside. */
export interface NodeView {
  readonly id: NodeId;
  readonly up: boolean;
  /** In memory; where it is down, what it was before. */
  readonly state: NodeState;
  /** Bytes of its ledger that are there for certain, and that were written. */
  readonly disk: { readonly durable: number; readonly length: number };
  /** How many effects wait for the disk. */
  readonly waiting: number;
  /** The timer of a role that it waits for, if it does. */
  timer(of: 'proposer' | 'learner'): number | undefined;
  /** What its ledger has, synced or not. */
  records(): readonly LedgerRecord[];
}

/** A cluster in one process: nodes, their disks, and what is on its way between them. Nothing happens in it but by a move. */
export interface World {
  readonly cluster: Cluster;
  readonly nodes: readonly NodeId[];
  /** On their way, oldest first. */
  readonly messages: readonly InFlight[];
  readonly violations: readonly Violation[];
  /** Makes a move. False: it is not possible, and nothing has changed. */
  apply(move: Move): boolean;
  /** @throws RangeError if there is no such node */
  node(id: NodeId): NodeView;
  /** The state of Paxos.tla that the nodes are in together. */
  state(): PaxosState;
  /** What has happened so far. */
  run(seed?: number): Run;
}

/** What a scheduler wants to hear of, to say when it happens. */
export interface Hooks {
  sent(flight: InFlight): void;
  timer(node: NodeId, of: 'proposer' | 'learner', id: number, delay: number): void;
  wrote(node: NodeId): void;
}

const unheard: Hooks = { sent: () => {}, timer: () => {}, wrote: () => {} };

/** A cluster in which nothing has happened yet. All its nodes are up. */
export function openWorld(cluster: Cluster, options: WorldOptions = {}): World {
  return hookedWorld(cluster, options, unheard);
}

export function hookedWorld(cluster: Cluster, options: WorldOptions, hooks: Hooks): World {
  const { protocol = deployed, observe = 'own', onMove } = options;
  const { nodes } = factsOf(cluster);
  const moves: Move[] = [];
  const messages: InFlight[] = [];
  const journal = newJournal(cluster, () => moves.length, observe === 'all');
  let written: LedgerRecord[] = [];
  let effects: Happened['effects'][number][] = [];
  const push = (flight: InFlight): void => {
    messages.push(flight);
    hooks.sent(flight);
  };
  const around = {
    journal,
    send: (from: NodeId, to: NodeId, message: Message, clock: InFlight['clock']) =>
      push({ from, to, message, clock }),
    timer: (node: NodeId, of: 'proposer' | 'learner', id: number, delay: number) =>
      hooks.timer(node, of, id, delay),
    wrote: (node: NodeId, record: LedgerRecord) => {
      if (onMove !== undefined) written.push(record);
      hooks.wrote(node);
    },
    took: (_: NodeId, effect: Happened['effects'][number]) => {
      if (onMove !== undefined) effects.push(effect);
    },
  };
  const hosts = new Map<NodeId, Host>();
  for (const id of nodes) hosts.set(id, newHost(id, cluster, protocol, around));
  const node = (id: NodeId): Host => {
    const host = hosts.get(id);
    if (host === undefined) throw new RangeError(`there is no node ${id} in the cluster ${cluster.name}.`);
    return host;
  };
  return {
    cluster,
    nodes,
    messages,
    violations: journal.violations,
    apply(move) {
      const { length } = journal.events;
      written = [];
      effects = [];
      const named = onMove !== undefined && 'type' in move ? messages[find(messages, move)] : undefined;
      const host = hosts.get('node' in move ? move.node : move.to);
      if (host === undefined || !perform({ host, cluster, messages, push, journal }, move)) return false;
      moves.push(move);
      onMove?.(move, { message: named?.message, written, effects, events: journal.events.slice(length) });
      return true;
    },
    node,
    state: () => journal.mapped.state(),
    run: (seed) => runOf(cluster, moves, journal, seed),
  };
}

function runOf(cluster: Cluster, moves: readonly Move[], journal: Journal, seed: number | undefined): Run {
  const { header } = factsOf(cluster);
  const { Acceptor, Quorum } = header.constants;
  const proposed = [...journal.proposed];
  return {
    schedule: { cluster, moves: [...moves], ...(seed === undefined ? {} : { seed }) },
    header: { ...header, constants: { Acceptor, Value: proposed, Quorum } },
    events: [...journal.events],
    learned: [...journal.learned],
    proposed,
    violations: [...journal.violations],
  };
}
