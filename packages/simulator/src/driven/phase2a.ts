import type { Input, PaxosMessage } from '@synod/roles';
import { give } from './host.js';
import { hasTaken, messages, send, type World } from './world.js';

/**
 * Phase2a: a client wants a value of the proposer of a ballot. Of the promises any may have arrived, and the others not: the
 * step is taken if the proposer asks votes for the value in one of these cases. Else nothing of it has happened.
 */
export function phase2a(world: World, bal: number, val: string): boolean {
  const host = world.proposers[bal];
  if (host === undefined) return false;
  const wanted: Input = { type: 'propose', value: val, chance: 0 };
  for (const promises of subsets(messages(world, '1b', bal))) {
    const outcome = give(host, [wanted, ...promises.map(received)]);
    if (!hasTaken(outcome, { action: 'Phase2a', params: { b: bal, v: val } })) continue;
    world.proposers[bal] = outcome.host;
    send(world, outcome);
    return true;
  }
  return false;
}

/** In which a message arrives. */
function received(message: PaxosMessage): Input {
  const from = message.type === '1b' ? message.acc : '';
  return { type: 'message', from, message, chance: 0 };
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [[]];
  for (const one of all) found.push(...found.map((set) => [...set, one]));
  return found;
}
