import { InputError } from '@synod/tla';
import { deathAfter } from './die-after.js';
import { serveMetrics } from './metrics-server.js';
import type { NodeCommandOptions } from './options.js';
import { untilStopped } from './until-stopped.js';
import { withUserErrors } from './user-errors.js';

/** How often the ledger is looked at, whether it has grown large, in milliseconds. */
const compactEvery = 60_000;

/**
 * `synod node`: one node of a cluster, until it is told to stop.
 *
 * @returns the exit code: 0 when it was told to stop
 * @throws InputError if it cannot be started, or cannot go on
 */
export function runNode(options: NodeCommandOptions): Promise<0> {
  return withUserErrors(async () => {
    const closers: (() => void)[] = [];
    try {
      return await run(options, (close) => closers.push(close));
    } finally {
      for (const close of closers) close();
    }
  });
}

async function run(options: NodeCommandOptions, atEnd: (close: () => void) => void): Promise<0> {
  const runtime = await import('@synod/runtime');
  const { config, id, data, trace, dieAfter } = options;
  if (data === '') throw new InputError('options', '--data is empty: give the folder of its ledger.');
  if (trace === '') throw new InputError('options', '--trace is empty: give a folder.');
  const { cluster, addresses } = runtime.readConfiguration(config);
  const address = addresses[id];
  if (address === undefined) {
    const message = `the configuration ${config} has no node ${id}: it has ${Object.keys(addresses).join(', ')}.`;
    throw new InputError('unknown-node', message);
  }
  const log = await runtime.pinoLog(id, options.logLevel ?? 'info');
  const traces = trace === undefined ? undefined : runtime.fileTraces(trace, id, cluster);
  const prometheus = options.metrics === undefined ? undefined : await runtime.prometheus(id);
  if (options.metrics !== undefined && prometheus !== undefined) {
    atEnd(await serveMetrics(options.metrics, prometheus));
  }
  const ledger = await runtime.openLedger(data, {
    cluster: cluster.name,
    node: id,
    configuration: runtime.shortDigest(cluster),
  });
  const transport = runtime.tcpTransport({ id, cluster, addresses, log });
  prometheus?.watch(transport.statistics);
  const node = await runtime.startNode({
    id,
    cluster,
    ledger,
    transport,
    log,
    ...(traces && { traces }),
    ...(prometheus && { metrics: prometheus.metrics }),
    ...(dieAfter && { reached: deathAfter(dieAfter) }),
  });
  // If it fails, the next sync does, too, and the node stops.
  const compacting = setInterval(() => void ledger.compactIfLarge().catch(() => {}), compactEvery);
  atEnd(() => clearInterval(compacting));
  console.log(`${id} of ${cluster.name} is ready at ${runtime.addressText(address)}`);
  await untilStopped(node, options.withParent === true);
  return 0;
}
