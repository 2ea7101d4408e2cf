import { type RecordedEvent, recorder, resumeTrace } from '@synod/recorder';
import { type Cluster, clusterOf, type NodeId, traceHeader } from '@synod/roles';
import type { Timers } from '../../src/node/timers.js';
import type { TraceStore } from '../../src/node/trace-store.js';
import type { Ledger, LedgerEntry } from '../../src/storage/ledger.js';
import { newCounters } from '../../src/transport/statistics.js';
import type { Envelope, Transport } from '../../src/transport/transport.js';

export const three: Cluster = clusterOf(['a1', 'a2', 'a3']);

/** A disk that a crash of a node does not take away. */
export interface Disk {
  durable: LedgerEntry[];
  /** Waits until it is let go, where it is set. */
  gate: Promise<void> | undefined;
  /** What the next sync fails of. */
  failure: Error | undefined;
  readonly traces: Map<string, string>;
}

export function disk(): Disk {
  return { durable: [], gate: undefined, failure: undefined, traces: new Map() };
}

/** A ledger on it, which says what is done to it. */
export function ledgerOn(on: Disk, say: (what: string) => void = () => {}): Ledger {
  let appended: LedgerEntry[] = [];
  return {
    entries: [...on.durable],
    append(entry) {
      say(`append ${entry.record.type}`);
      appended.push(entry);
    },
    async sync() {
      const batch = appended;
      appended = [];
      await on.gate;
      if (on.failure !== undefined) throw on.failure;
      say(`sync ${batch.length}`);
      on.durable.push(...batch);
    },
    close: async () => say('ledger closed'),
  };
}

/** Traces on it. What was flushed is kept. */
export function tracesOn(
  on: Disk,
  process: NodeId,
  say: (what: string) => void = () => {},
): TraceStore & { opened: number } {
  const store = {
    opened: 0,
    instances: () => [...on.traces.keys()],
    open(instance: string, onEvent: (event: RecordedEvent) => void = () => {}) {
      store.opened += 1;
      const before = on.traces.get(instance);
      const resume = before === undefined ? undefined : resumeTrace(Buffer.from(before), { process });
      for (const event of resume?.events ?? []) onEvent(event);
      const sink = {
        write(lines: string) {
          for (const [, action] of lines.matchAll(/"action":"(\w+)"/g)) say(`trace ${action}`);
          if (lines.includes('"chosen"')) say('trace chosen');
          on.traces.set(instance, (on.traces.get(instance) ?? '') + lines);
        },
        close: () => {},
      };
      return recorder({ process, header: { ...traceHeader(three) }, sink, ...(resume && { resume }) });
    },
  };
  return store;
}

/** A transport that keeps what is sent, and delivers what it is told to. */
export interface Post extends Transport {
  readonly sent: { readonly to: NodeId; readonly envelope: Envelope }[];
  stopped: boolean;
}

export function post(say: (what: string) => void = () => {}): Post {
  const sent: Post['sent'] = [];
  const transport: Post = {
    sent,
    stopped: false,
    send(to, envelope) {
      say(`send ${envelope.message.type} to ${to}`);
      sent.push({ to, envelope });
    },
    onReceive: () => {},
    onRequest: () => Promise.reject(new Error('not set')),
    onFailure: () => undefined,
    start: async () => {},
    async stop() {
      transport.stopped = true;
    },
    statistics: newCounters(),
  };
  return transport;
}

/** Timers that fire when they are told to. */
export interface HandTimers extends Timers {
  /** Those that are set, the one first that is due first. */
  readonly set: { readonly delay: number; readonly fire: () => void }[];
}

export function handTimers(): HandTimers {
  const set: HandTimers['set'] = [];
  return {
    set,
    after(delay, fire) {
      const timer = { delay, fire };
      set.push(timer);
      set.sort((one, other) => one.delay - other.delay);
      return () => {
        const at = set.indexOf(timer);
        if (at >= 0) set.splice(at, 1);
      };
    },
  };
}

/** Resolves when what is under way in promises has come to rest. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
