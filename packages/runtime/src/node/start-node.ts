import { type Cluster, type Input, type NodeId, node, type Timer } from '@synod/roles';
import type { ClientRequest, ClientResponse } from '../client/request.js';
import { RuntimeError } from '../errors.js';
import type { Ledger } from '../storage/ledger.js';
import type { Transport } from '../transport/transport.js';
import { apply } from './apply.js';
import { closing } from './closing.js';
import { commits } from './commits.js';
import { ending } from './ending.js';
import type { Instance } from './instance.js';
import { instances } from './instances.js';
import { defaultNodeLimits, type NodeLimits } from './limits.js';
import type { NodeLog } from './log.js';
import { type NodeMetrics, noMetrics } from './metrics.js';
import type { Moment } from './moment.js';
import { openTraces } from './open-traces.js';
import { receiver } from './receiver.js';
import { repairTraces } from './repair-traces.js';
import { requests } from './requests.js';
import { systemTimers, type Timers } from './timers.js';
import type { TraceStore } from './trace-store.js';

export interface NodeOptions {
  readonly id: NodeId;
  /** One that `clusterProblems` finds nothing wrong with, the same on every node. */
  readonly cluster: Cluster;
  /** What the node must not forget. It is closed when the node stops. */
  readonly ledger: Ledger;
  readonly transport: Transport;
  /** Where its traces are written (default: nowhere). */
  readonly traces?: TraceStore;
  readonly timers?: Timers;
  /** A number from 0 up to 1 (excluded). */
  readonly random?: () => number;
  readonly log?: NodeLog;
  readonly metrics?: NodeMetrics;
  readonly limits?: Partial<NodeLimits>;
  /** Told how far it is, for trials that crash it there. */
  readonly reached?: (moment: Moment) => void;
}

/** A node that takes part. */
export interface RunningNode {
  /**
   * What a client asks, with no network in between.
   *
   * @param gone aborted when nobody waits for the answer any more
   * @throws RuntimeError `bad-request`, `no-proposer`, `no-learner`, `too-many-clients`, `stopping`
   */
  readonly ask: (request: ClientRequest, gone?: AbortSignal) => Promise<ClientResponse>;
  /** Stops: what was begun is finished and written, and all is closed. */
  readonly stop: () => Promise<void>;
  /** Resolves when it has stopped; rejects with what it could not go on after. From that on it has said nothing. */
  readonly stopped: Promise<void>;
}

/**
 * Starts a node: any number of instances, each a consensus of its own, on one ledger. What is done, in this order: a role's
 * step, its records appended, the ledger synced for all instances together, the step written to the trace, messages sent and
 * clients answered.
 *
 * @throws RuntimeError if it cannot be reached, or `lost-data` if a trace has what the ledger lacks
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const { id, cluster, ledger, transport } = options;
  const { timers = systemTimers, random = Math.random, log = () => {} } = options;
  const { metrics = noMetrics, reached = () => {} } = options;
  const limits = { ...defaultNodeLimits, ...options.limits };
  const traces = options.traces && openTraces(options.traces, limits.openTraces);
  const role = node(id, cluster);
  const known = instances(role, ledger.entries);
  const end = ending({
    idle: () => committed.idle(),
    close: closing({ id, known, transport, traces, ledger }),
  });
  const step = (instance: Instance, input: Input): void => {
    if (end.begun) return;
    const { state, effects } = role.step(instance.state, input);
    instance.state = state;
    committed.push(instance, effects);
  };
  const fire = (instance: Instance, timer: Timer): void =>
    step(instance, { type: 'timeout', timer, chance: random() });
  const around = { id, cluster, transport, traces, timers, log, metrics, reached, fire };
  const committed = commits({
    ledger,
    metrics,
    apply: (released) => apply(around, released),
    fail: end.fail,
    synced: () => reached('ledger'),
  });
  let ready = false;
  const clients = requests({ id, cluster, known, limits, random, step });
  const ask: RunningNode['ask'] = async (request, gone = new AbortController().signal) => {
    if (end.begun || !ready)
      throw new RuntimeError(
        'stopping',
        `${id} ${ready ? 'is stopping' : 'is not ready'}: ask another node.`,
      );
    if (request.type !== 'status') return clients.answer(request, gone);
    return { type: 'status', status: { node: id, cluster: cluster.name, waiting: clients.waiting } };
  };
  const receive = receiver({ cluster, known, limits, metrics, traces, random, step });
  transport.onRequest = ask;
  transport.onFailure = end.fail;
  transport.onReceive = (from, envelope) => {
    try {
      if (ready && !end.begun) receive(from, envelope);
    } catch (error) {
      end.fail(error);
    }
  };
  try {
    // First of all its address: another process with the same id does not get as far as the traces.
    await transport.start();
    if (options.traces !== undefined && traces !== undefined) {
      const events = repairTraces(id, ledger.entries, traces, options.traces.instances());
      if (events > 0) log({ level: 'info', event: 'trace-repaired', fields: { events } });
    }
    ready = true;
  } catch (error) {
    end.fail(error);
    await end.ended;
  }
  return { ask, stop: end.stop, stopped: end.ended };
}
