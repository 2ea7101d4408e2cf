import type { Client } from '@synod/runtime';
import { InputError } from '@synod/tla';
import { isUserError } from './user-errors.js';

/** Which nodes are asked, and how long all of it may take. */
export interface Asking {
  readonly cluster: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly address: { readonly host: string; readonly port: number };
  }[];
  /** In milliseconds. */
  readonly timeout: number;
}

/** What asking came to: an answer and whose it is, or that those who were reached knew nothing in time. */
export type Asked<T> =
  | { readonly type: 'answer'; readonly node: string; readonly answer: T }
  /** `why`: what each of those who were asked said instead, where the time did not run out. */
  | { readonly type: 'time-out'; readonly why?: string };

/** After these, another node may still answer. */
const passing = new Set([
  'cannot-connect',
  'connection-lost',
  'time-out',
  'stopping',
  'too-many-clients',
  'too-many',
  'no-proposer',
  'no-learner',
]);

/** More no timer takes, in milliseconds: 24 days. */
const longest = 2 ** 31 - 1;

/**
 * Asks nodes, one after the other, until one answers.
 *
 * @throws InputError if none could be reached, or what is asked is refused
 */
export async function askNodes<T>(asking: Asking, ask: (client: Client) => Promise<T>): Promise<Asked<T>> {
  const { nodes, timeout } = asking;
  const end = performance.now() + Math.min(timeout, longest);
  const failures: string[] = [];
  let reached = false;
  let late = false;
  for (const [at, node] of nodes.entries()) {
    const left = Math.max(1, Math.ceil((end - performance.now()) / (nodes.length - at)));
    try {
      const client = await connectTo(asking, node, left);
      reached = true;
      return { type: 'answer', node: node.id, answer: await answerOf(client, ask) };
    } catch (error) {
      if (!isUserError(error) || !passing.has(error.code)) throw error;
      if (error.code === 'time-out') late = true;
      failures.push(`${node.id}: ${error.message.replace(/\.$/, '')}`);
    }
  }
  if (reached) return late ? { type: 'time-out' } : { type: 'time-out', why: failures.join('; ') };
  throw new InputError('no-node', `no node could be asked: ${failures.join('; ')}.`);
}

async function connectTo(
  { cluster }: Asking,
  { address }: Asking['nodes'][number],
  requestTimeout: number,
): Promise<Client> {
  const { connect } = await import('@synod/runtime');
  return connect(address, { cluster, connectTimeout: Math.min(requestTimeout, 2000), requestTimeout });
}

async function answerOf<T>(client: Client, ask: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await ask(client);
  } finally {
    await client.close();
  }
}
