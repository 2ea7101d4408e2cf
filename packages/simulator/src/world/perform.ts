import type { Cluster } from '@synod/roles';
import type { MessageName, Move } from '../move.js';
import type { Host } from './host.js';
import type { Journal } from './journal.js';
import { find, type InFlight } from './network.js';

/** What a move can change: the node that it names, or to which the message goes that it names. */
export interface Stage {
  readonly host: Host;
  readonly cluster: Cluster;
  readonly messages: InFlight[];
  readonly push: (flight: InFlight) => void;
  readonly journal: Journal;
}

/** Makes a move. False: it is not possible, and nothing has changed. A role that throws an error is out from then on. */
export function perform(stage: Stage, move: Move): boolean {
  try {
    return make(stage, move);
  } catch (error) {
    const { host, journal } = stage;
    const said = error instanceof Error ? error.message : String(error);
    journal.violate('crash', `${host.id} failed: ${said}`);
    host.crash(0, undefined);
    return true;
  }
}

function make(stage: Stage, move: Move): boolean {
  const { host, cluster, journal } = stage;
  switch (move.move) {
    case 'propose':
      if (!host.up || !cluster.proposers.includes(host.id)) return false;
      if (!journal.proposed.includes(move.value)) journal.proposed.push(move.value);
      host.step({ type: 'propose', value: move.value, chance: move.chance ?? 0 });
      return true;
    case 'query':
      if (!host.up || !cluster.learners.includes(host.id)) return false;
      host.step({ type: 'query', chance: move.chance ?? 0 });
      return true;
    case 'timeout':
      return timeout(host, move.of, move.chance ?? 0);
    case 'deliver':
      return deliver(stage, move, move.chance ?? 0);
    case 'lose':
      return take(stage.messages, move) !== undefined;
    case 'duplicate':
      return duplicate(stage, move);
    case 'sync':
      if (!host.up || !host.disk.dirty) return false;
      host.sync();
      return true;
    case 'crash':
      if (!host.up) return false;
      host.crash(move.kept ?? 0, move.between);
      return true;
    case 'restart':
      if (host.up) return false;
      host.restart();
      return true;
  }
}

function timeout(host: Host, of: 'proposer' | 'learner', chance: number): boolean {
  const id = host.timer(of);
  if (!host.up || id === undefined) return false;
  host.step({ type: 'timeout', timer: { of, id }, chance });
  return true;
}

function deliver({ host, messages }: Stage, name: MessageName, chance: number): boolean {
  const flight = host.up ? take(messages, name) : undefined;
  if (flight === undefined) return false;
  host.receive(flight.clock);
  host.step({ type: 'message', from: flight.from, message: flight.message, chance });
  return true;
}

function duplicate({ messages, push }: Stage, name: MessageName): boolean {
  const flight = messages[find(messages, name)];
  if (flight === undefined) return false;
  push({ ...flight });
  return true;
}

function take(messages: InFlight[], name: MessageName): InFlight | undefined {
  const at = find(messages, name);
  return at === -1 ? undefined : messages.splice(at, 1)[0];
}
