import {
  type Action,
  type Cluster,
  type Effect,
  type EffectQueue,
  type Input,
  type LedgerReading,
  type LedgerRecord,
  type Message,
  type NodeId,
  type NodeState,
  nothingTraced,
  type Released,
  type Role,
  type Traced,
  traced,
} from '@synod/roles';
import type { Protocol } from '../protocol.js';
import { type Disk, newDisk } from './disk.js';
import type { Journal, Place } from './journal.js';
import type { Clock } from './network.js';
import { forgotten, strayed, unsaid } from './promises-kept.js';

type Taken = Exclude<Effect, { readonly type: 'persist' }>;

/** What a host asks of the world around it. */
export interface Surroundings {
  readonly journal: Journal;
  send(from: NodeId, to: NodeId, message: Message, clock: Clock): void;
  /** A timer is set; or, without a delay, something was written to the disk and waits for the sync. */
  timer(node: NodeId, of: 'proposer' | 'learner', id: number, delay: number): void;
  wrote(node: NodeId, record: LedgerRecord): void;
  took(node: NodeId, effect: Taken): void;
}

/** A process: the roles of a node, with a disk, timers, and a trace. */
export interface Host {
  readonly id: NodeId;
  readonly up: boolean;
  /** In memory: what it was when the node went down, where it is down. */
  readonly state: NodeState;
  readonly disk: Disk;
  /** How many effects wait for the disk. */
  readonly waiting: number;
  /** The timer of a role that it waits for, if it does. */
  timer(of: 'proposer' | 'learner'): number | undefined;
  step(input: Input): void;
  /** Takes in what a message's sender knew. */
  receive(clock: Clock): void;
  sync(): void;
  crash(kept: number, between: 'ledger' | 'trace' | undefined): void;
  restart(): void;
  /** The records that the disk has, whole ones. */
  records(): readonly LedgerRecord[];
}

export function newHost(id: NodeId, cluster: Cluster, protocol: Protocol, around: Surroundings): Host {
  const host = new Process(id, protocol.node(id, cluster), protocol, around);
  host.disk.write(() => protocol.encodeHead(cluster.name, id));
  host.disk.sync();
  return host;
}

function recordsOf({ entries }: LedgerReading): readonly LedgerRecord[] {
  return entries.map(({ record }) => record);
}

class Process implements Host {
  readonly id: NodeId;
  readonly disk: Disk = newDisk();
  up = true;
  state: NodeState;
  private readonly role: Role<NodeState>;
  private readonly protocol: Protocol;
  private readonly around: Surroundings;
  private queue: EffectQueue<undefined>;
  /** Records given to the disk since the queue was made, and how many of them are there for certain. */
  private written = 0;
  private durable = 0;
  private timers: Partial<Record<'proposer' | 'learner', number>> = {};
  private clock: Clock = {};
  /** What the last line of the trace says: after a restart, that is all that is known. */
  private tracedClock: Clock = {};
  private seq = 0;
  private traced: Traced = nothingTraced;

  constructor(id: NodeId, role: Role<NodeState>, protocol: Protocol, around: Surroundings) {
    this.id = id;
    this.role = role;
    this.protocol = protocol;
    this.around = around;
    this.state = role.initial;
    this.queue = this.newQueue();
  }

  get waiting(): number {
    return this.queue.size;
  }

  timer(of: 'proposer' | 'learner'): number | undefined {
    const id = this.timers[of];
    const role = this.state[of];
    if (id === undefined || role === undefined || role.timer !== id) return undefined;
    return 'waiting' in role && !role.waiting ? undefined : id;
  }

  step(input: Input): void {
    const { state, effects } = this.role.step(this.state, input);
    this.state = state;
    if (effects.length === 0) return;
    this.queue.push(undefined, effects);
    this.release();
  }

  receive(clock: Clock): void {
    const own = this.clock;
    let merged: Record<NodeId, number> | undefined;
    for (const process in clock) {
      const theirs = clock[process] ?? 0;
      if (theirs <= (own[process] ?? 0)) continue;
      merged ??= { ...own };
      merged[process] = theirs;
    }
    if (merged !== undefined) this.clock = merged;
  }

  sync(): void {
    this.disk.sync();
    this.durable = this.written;
    this.release();
  }

  crash(kept: number, between: 'ledger' | 'trace' | undefined): void {
    if (between !== undefined) {
      this.disk.sync();
      if (between === 'trace') this.toTrace(this.queue.release(this.written));
    }
    this.disk.crash(kept);
    this.stop();
  }

  private stop(): void {
    this.up = false;
    this.queue = this.newQueue();
    this.written = 0;
    this.durable = 0;
    this.timers = {};
    this.clock = this.tracedClock;
  }

  restart(): void {
    const { journal } = this.around;
    const records = this.recover();
    this.state = records.reduce((state, record) => this.role.restore(state, record), this.role.initial);
    this.up = true;
    for (const action of this.protocol.missingActions(this.id, records, this.traced)) this.act(action);
    const wrong = forgotten(this.id, this.state, journal.mapped, this.traced);
    if (wrong !== undefined) journal.violate('durability', wrong);
  }

  records(): readonly LedgerRecord[] {
    return recordsOf(this.protocol.readLedger(this.disk.read()));
  }

  /** Reads the ledger, and cuts a torn tail. */
  private recover(): readonly LedgerRecord[] {
    const bytes = this.disk.read();
    const reading = this.protocol.readLedger(bytes);
    if (reading.rest === 'damaged') throw new Error(`its ledger is damaged: ${reading.reason ?? ''}`);
    if (reading.rest === 'torn') this.disk.replace(this.protocol.mendLedger(bytes, reading));
    return recordsOf(reading);
  }

  private newQueue(): EffectQueue<undefined> {
    return this.protocol.effectQueue<undefined>((_, record) => {
      this.disk.write(() => this.protocol.encodeEntry({ record }));
      this.written += 1;
      this.around.wrote(this.id, record);
    });
  }

  private release(): void {
    const released = this.queue.release(this.durable);
    if (released.length === 0) return;
    this.toTrace(released);
    for (const { effect } of released) {
      this.around.took(this.id, effect);
      if (effect.type === 'send') this.send(effect.to, effect.message);
      if (effect.type === 'timer') {
        this.timers[effect.timer.of] = effect.timer.id;
        this.around.timer(this.id, effect.timer.of, effect.timer.id, effect.delay);
      }
    }
    if (this.queue.size > 0) return;
    const { journal } = this.around;
    const wrong = strayed(this.id, this.state, journal.mapped);
    if (wrong !== undefined) journal.violate('refinement', wrong);
  }

  private send(to: NodeId, message: Message): void {
    const { journal } = this.around;
    const wrong = unsaid(this.id, message, journal.mapped);
    if (wrong !== undefined) journal.violate('refinement', wrong);
    this.around.send(this.id, to, message, this.clock);
  }

  private toTrace(released: readonly Released<undefined>[]): void {
    for (const { effect } of released) {
      if (effect.type === 'action') this.act(effect);
      if (effect.type === 'learned') this.around.journal.learn(this.place(), effect.bal, effect.val);
    }
  }

  private act(action: Action): void {
    this.traced = traced(this.traced, action);
    this.around.journal.action(this.place(), action);
  }

  private place(): Place {
    const { id: process, seq } = this;
    this.seq += 1;
    this.clock = { ...this.clock, [process]: this.seq };
    this.tracedClock = this.clock;
    return { process, seq, clock: this.clock };
  }
}
