import type { Client } from '@synod/runtime';
import { InputError } from '@synod/tla';
import { type Asked, askNodes } from '../../node/ask-nodes.js';
import { isUserError } from '../../node/user-errors.js';
import type { LocalCluster } from '../local-cluster.js';

/** How long a client waits for one answer before it asks elsewhere, in milliseconds. */
const patience = 2000;

/**
 * Asks a node, and then the others in turn, until one answers.
 *
 * @param over whether there is no more time
 * @returns the answer and whose it is; undefined when there is no more time
 */
export async function askUntil<T>(
  { name, ids, addresses }: LocalCluster,
  first: number,
  over: () => boolean,
  ask: (client: Client, node: string) => Promise<T>,
): Promise<{ readonly node: string; readonly answer: T } | undefined> {
  for (let turn = first; !over(); turn += 1) {
    const id = ids[turn % ids.length] ?? '';
    const address = addresses[id];
    if (address === undefined) continue;
    const asking = { cluster: name, nodes: [{ id, address }], timeout: patience };
    const asked = await tolerant(() => askNodes(asking, (client) => ask(client, id)));
    if (asked?.type === 'answer') return asked;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  return undefined;
}

/** Nothing where a node is down. */
async function tolerant<T>(ask: () => Promise<Asked<T>>): Promise<Asked<T> | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof InputError || isUserError(error)) return undefined;
    throw error;
  }
}
