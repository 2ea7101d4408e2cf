import type { Input } from '@synod/roles';
import { give } from './host.js';
import { hasTaken, messages, send, type World } from './world.js';

const request: Input = { type: 'message', from: 'somebody', message: { type: 'finish' }, chance: 0 };

/**
 * Phase1a: the proposer of a ballot is asked to begin it. When it has begun, the step repeats the 1a message and changes
 * nothing: the proposer sends it again while it waits for promises (its time is up); later the network has a copy.
 */
export function phase1a(world: World, bal: number): boolean {
  const host = world.proposers[bal];
  if (host === undefined) return false;
  const begun = give(host, [request]);
  const id = host.state.timer;
  const again = give(host, [{ type: 'timeout', timer: { of: 'proposer', id }, chance: 0 }]);
  const isSent = again.sent.some((message) => message.type === '1a' && message.bal === bal);
  const outcome = hasTaken(begun, { action: 'Phase1a', params: { b: bal } })
    ? begun
    : isSent
      ? again
      : undefined;
  if (outcome === undefined) return messages(world, '1a', bal).length > 0;
  world.proposers[bal] = outcome.host;
  send(world, outcome);
  return true;
}
