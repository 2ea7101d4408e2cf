import type { NodeId } from '@synod/roles';
import type { Ledger } from '../storage/ledger.js';
import type { Transport } from '../transport/transport.js';
import type { Instances } from './instances.js';
import type { OpenTraces } from './open-traces.js';

interface Open {
  readonly id: NodeId;
  readonly known: Instances;
  readonly transport: Transport;
  readonly traces: OpenTraces | undefined;
  readonly ledger: Ledger;
}

/** Closes all that a node has open. A node that failed says nothing to anybody before it is out of reach. */
export function closing({ id, known, transport, traces, ledger }: Open): (failed: boolean) => Promise<void> {
  const sendAway = (): void => {
    for (const instance of known.all()) {
      for (const cancel of instance.timers.values()) cancel();
      instance.timers.clear();
      instance.clients?.fail('stopping', `${id} is stopping: ask another node.`);
    }
  };
  return async (failed) => {
    if (!failed) sendAway();
    try {
      await transport.stop();
      if (failed) sendAway();
      else traces?.close();
    } finally {
      await ledger.close();
    }
  };
}
