import type { Statistics } from '../transport/statistics.js';
import type { NodeMetrics } from './metrics.js';

/** A node's metrics for Prometheus. */
export interface Prometheus {
  readonly metrics: NodeMetrics;
  /** What the transport has counted is read from it each time. */
  watch(statistics: Statistics): void;
  /** The text that Prometheus reads, and its media type. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** The metrics of a node, by prom-client; docs/running-a-cluster.md lists them. */
export async function prometheus(node: string): Promise<Prometheus> {
  const { Counter, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  registry.setDefaultLabels({ node });
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `synod_${name}`, help, labelNames, registers });
  const actions = counter('actions_total', 'Steps of Paxos.tla that this node has taken.', ['action']);
  const rejections = counter('rejections_total', 'Ballots refused, for there was a higher one.');
  const decided = counter(
    'instances_decided_total',
    'Instances whose chosen value its learner came to know.',
  );
  const messages = counter('messages_total', 'Messages, by type.', ['direction', 'type']);
  const ignored = counter('messages_ignored_total', 'Messages of nobody in the cluster, or of no instance.');
  const seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
  const syncs = new Histogram({
    name: 'synod_sync_seconds',
    help: 'How long a sync of the ledger took.',
    buckets: seconds,
    registers,
  });
  const batches = new Histogram({
    name: 'synod_sync_records',
    help: 'How many records a sync of the ledger wrote.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  });
  const transport = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `synod_${name}`, help, labelNames, registers });
  const refused = transport('refused_connections', 'Connections refused or closed, since it started.', [
    'reason',
  ]);
  const dropped = transport('dropped_messages', 'Messages that could not be sent, since it started.', [
    'reason',
  ]);
  const reconnects = transport('reconnects', 'Connections to nodes made again, since it started.');
  let watched: Statistics | undefined;
  const read = (): void => {
    if (watched === undefined) return;
    for (const [reason, count] of Object.entries(watched.refused)) refused.set({ reason }, count);
    for (const [reason, count] of Object.entries(watched.dropped)) dropped.set({ reason }, count);
    reconnects.set(watched.reconnects);
  };
  return {
    metrics: {
      action: (action) => actions.inc({ action }),
      rejection: () => rejections.inc(),
      decided: () => decided.inc(),
      synced(took, records) {
        syncs.observe(took);
        batches.observe(records);
      },
      message: (direction, type) => messages.inc({ direction, type }),
      ignored: () => ignored.inc(),
    },
    watch(statistics) {
      watched = statistics;
    },
    text() {
      read();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
