import { isVectorClock } from '@synod/recorder';
import type { Cluster, Input } from '@synod/roles';
import type { Transport } from '../transport/transport.js';
import type { Instance } from './instance.js';
import type { Instances } from './instances.js';
import { isInstanceName, type NodeLimits } from './limits.js';
import type { NodeMetrics } from './metrics.js';
import type { OpenTraces } from './open-traces.js';

export interface ReceiverOptions {
  readonly cluster: Cluster;
  readonly known: Instances;
  readonly limits: NodeLimits;
  readonly metrics: NodeMetrics;
  readonly traces: OpenTraces | undefined;
  readonly random: () => number;
  readonly step: (instance: Instance, input: Input) => void;
}

/** What a node does with what other nodes send. */
export function receiver(options: ReceiverOptions): Transport['onReceive'] {
  const { cluster, known, limits, metrics, traces, random, step } = options;
  const members = new Set([...cluster.acceptors, ...cluster.proposers, ...cluster.learners]);
  return (from, { instance: name, message, clock }) => {
    if (!members.has(from) || !isInstanceName(name, limits)) return metrics.ignored();
    metrics.message('received', message.type);
    // Before the step: what is recorded of it comes after what the sender had recorded.
    if (isVectorClock(clock)) traces?.of(name).receive(clock);
    step(known.of(name), { type: 'message', from, message, chance: random() });
  };
}
