import { backoffDelay, defaultTiming, type NodeId } from '@synod/roles';
import { RuntimeError } from '../../errors.js';
import { type Address, addressText } from '../address.js';
import type { Way } from '../sender.js';
import type { NodeHello } from '../wire/frame.js';
import type { Connection } from './connection.js';
import type { TcpContext } from './context.js';
import { type Dialled, dial } from './dial.js';
import { helloProblem } from './hello-problem.js';
import { outbox } from './outbox.js';

/**
 * How many times in a row a node that has just started is told that another has its id, before it believes it: the first time it may
 * be itself, killed and started again, of whom the last words are still being read.
 */
const duplicatesBelieved = 5;

/** The way to another node over TCP. */
export interface Peer extends Way {
  /** Calls it, and calls it again whenever the connection is lost. */
  start(): void;
  stop(): void;
}

/**
 * The connection that a node makes to another, over which it sends and does not receive: the other makes one of its own.
 *
 * @param address asked before each call
 */
export function peer(context: TcpContext, node: NodeId, address: () => Address): Peer {
  const { limits, counters, log } = context;
  const timing = { ...defaultTiming, backoff: limits.backoff };
  const box = outbox(limits.queue, (frames) => {
    counters.sent += frames;
  });
  let attempts = 0;
  let known = false;
  let duplicates = 0;
  let stop: (() => void) | undefined;

  const call = (): void => {
    const where = address();
    const made = dial(where, context.hello, limits, counters, (dialled) => {
      if (dialled.type === 'greeted' && agreed(context, node, dialled.link, dialled.hello)) {
        talk(dialled.link);
        return;
      }
      if (dialled.type !== 'greeted') complain(context, node, where, dialled);
      duplicates = dialled.type === 'refused' && dialled.reason === 'duplicate-id' ? duplicates + 1 : 0;
      callLater();
      // One that was let in before goes on: who came later with its id is the one that must go.
      if (!known && duplicates === duplicatesBelieved) context.fail(duplicate(context.id, node, where));
    });
    context.track(made.socket);
    stop = () => made.abort();
  };
  const callLater = (): void => {
    const timer = setTimeout(call, backoffDelay(timing, attempts, context.random()));
    attempts += 1;
    stop = () => clearTimeout(timer);
  };
  const talk = (link: Connection): void => {
    if (known) counters.reconnects += 1;
    known = true;
    attempts = 0;
    link.onFrame = ({ type }) => link.close('unexpected', `a frame "${type}" came where only pongs do`);
    link.onClose = ({ reason, detail }) => {
      box.attach(undefined);
      const fields = { node, detail, ...(reason === undefined ? {} : { reason }) };
      log({ level: 'warn', event: 'disconnected', fields });
      callLater();
    };
    stop = () => {
      link.onClose = () => undefined;
      box.flush();
      box.attach(undefined);
      link.close(undefined, 'stopped', []);
    };
    log({ level: 'info', event: 'connected', fields: { node, remote: link.remote } });
    link.trust();
    box.attach(link.socket);
  };
  return {
    send(bytes) {
      counters.dropped['queue-full'] += box.push(bytes);
    },
    start: call,
    stop: () => stop?.(),
  };
}

function duplicate(id: NodeId, node: NodeId, address: Address): RuntimeError {
  const message = `another process runs as ${id}: ${node} at ${addressText(address)} is connected to it, and it is alive. Stop one of the two; each needs an id and a ledger of its own.`;
  return new RuntimeError('duplicate-id', message);
}

/** Whether the node that answered is the one that was called, as it must be; if not, the connection is closed. */
function agreed(context: TcpContext, node: NodeId, link: Connection, hello: NodeHello): boolean {
  const problem = helloProblem(hello, context, node);
  if (problem === undefined) return true;
  const { reason, message } = problem;
  link.onClose = () => undefined;
  link.close(reason, message);
  const fields = { node, remote: link.remote, reason, detail: message };
  context.logSparingly(`refused ${reason} ${node}`, { level: 'error', event: 'refused', fields });
  return false;
}

/** Says why there is no connection to a node. */
function complain(
  context: TcpContext,
  node: NodeId,
  address: Address,
  dialled: Exclude<Dialled, { readonly type: 'greeted' }>,
): void {
  const called = { node, remote: addressText(address) };
  if (dialled.type === 'failed') {
    const fields = { ...called, reason: dialled.code, detail: dialled.detail };
    context.logSparingly(`unreachable ${node}`, { level: 'warn', event: 'unreachable', fields });
    return;
  }
  context.counters.refusedByOthers += 1;
  const fields = { ...called, reason: dialled.reason, detail: dialled.message };
  context.logSparingly(`by other ${dialled.reason} ${node}`, {
    level: 'error',
    event: 'refused-by-other',
    fields,
  });
}
