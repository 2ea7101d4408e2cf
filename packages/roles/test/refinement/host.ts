import {
  type AcceptorState,
  acceptor,
  type Cluster,
  type Effect,
  type EffectQueue,
  effectQueue,
  type Input,
  type LedgerRecord,
  type NodeId,
  type NodeState,
  nothingTraced,
  type Released,
  type Role,
  type Timer,
  type Traced,
} from '../../src/index.js';

/** A node that runs or is down, and its disk. */
export interface Host {
  readonly id: NodeId;
  readonly role: Role<NodeState>;
  /** Nothing while it is down. */
  state: NodeState | undefined;
  /** Those that it has written, and how many of them a crash would leave. */
  records: LedgerRecord[];
  durable: number;
  /** How many were durable when it started. */
  kept: number;
  /** The steps that its durable records say it took. */
  traced: Traced;
  readonly timers: Map<Timer['of'], Timer>;
  queue: EffectQueue<undefined>;
}

export function hostOf(id: NodeId, role: Role<NodeState>): Host {
  const records: LedgerRecord[] = [];
  const queue = queueOf(records);
  return {
    id,
    role,
    state: role.initial,
    records,
    durable: 0,
    kept: 0,
    traced: nothingTraced,
    timers: new Map(),
    queue,
  };
}

/** Gives it an input. What comes of it waits in its queue. */
export function give(host: Host, input: Input): void {
  if (host.state === undefined) return;
  const { state, effects } = host.role.step(host.state, input);
  host.state = state;
  host.queue.push(undefined, effects);
}

/** What may take place now that so much is durable. */
export function released(host: Host): readonly Exclude<Effect, { type: 'persist' }>[] {
  return host.queue.release(host.durable - host.kept).map(({ effect }: Released<undefined>) => effect);
}

/** It loses what is in memory, and what the disk does not have. */
export function crash(host: Host): void {
  host.state = undefined;
  host.records = host.records.slice(0, host.durable);
  host.timers.clear();
}

export function restart(host: Host): void {
  host.state = host.records.reduce((state, record) => host.role.restore(state, record), host.role.initial);
  host.kept = host.durable;
  host.queue = queueOf(host.records);
}

/** What an acceptor has in its ledger for certain. */
export function durableState({ id, records, durable }: Host, cluster: Cluster): AcceptorState {
  const role = acceptor(id, cluster);
  return records.slice(0, durable).reduce((state, record) => role.restore(state, record), role.initial);
}

function queueOf(records: LedgerRecord[]): EffectQueue<undefined> {
  return effectQueue((_, record) => void records.push(record));
}
