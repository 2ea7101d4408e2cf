import type { NodeId } from '@synod/roles';
import { give } from './host.js';
import { hasTaken, messages, send, type World, wasSent } from './world.js';

/**
 * Phase1b or Phase2b: 1a or 2a messages that were sent arrive at an acceptor, until it takes the step. What becomes of it is
 * kept even if it does not: an acceptor that is not to answer must stay as it was.
 *
 * A vote that was cast may be repeated in the specification, which changes nothing: the acceptor sends its 2b again then, and
 * names no action.
 *
 * @param bal only messages of this ballot arrive; of any, if it is not given
 */
export function answer(
  world: World,
  action: 'Phase1b' | 'Phase2b',
  acceptor: NodeId,
  bal: number | undefined,
): boolean {
  for (const message of messages(world, action === 'Phase1b' ? '1a' : '2a', bal)) {
    const host = world.acceptors.get(acceptor);
    if (host === undefined) return false;
    const outcome = give(host, [{ type: 'message', from: 'proposer', message, chance: 0 }]);
    const again = action === 'Phase2b' && wasSent(world, outcome.sent);
    world.acceptors.set(acceptor, outcome.host);
    send(world, outcome);
    if (again || hasTaken(outcome, { action, params: { a: acceptor } })) return true;
  }
  return false;
}
