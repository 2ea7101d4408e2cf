import type { Cluster, Input, NodeId } from '@synod/roles';
import type { MessageName, Move } from '../../move.js';
import type { NodeView, Underway, View } from '../view.js';
import type { Fact, Told } from './fact.js';
import { factOf } from './fact-of.js';

/**
 * Makes a move, and says what came of it.
 *
 * @param next the move after it: when that is the disk's answer, the two are one thing to tell
 * @returns undefined if the move was not possible, or is nothing to tell. `synced`: `next` has been made, too
 */
export function happening(
  view: View,
  cluster: Cluster,
  move: Move,
  next: Move | undefined,
): { readonly told: Told | undefined; readonly synced: boolean } | undefined {
  const node = 'node' in move ? move.node : move.to;
  const message = 'from' in move ? find(view, move) : undefined;
  const before = view.look(node);
  if (!view.apply(move)) return undefined;
  const after = view.look(node);
  const fact = whatHappened(cluster, move, message, before, after);
  if (fact === undefined) return { told: undefined, synced: false };
  const records = after.unsynced.slice(before.unsynced.length);
  const asks = records.length > 0 && move.move !== 'crash';
  if (!asks) return { told: { fact, records: [], when: 'now' }, synced: false };
  const synced = next?.move === 'sync' && next.node === node && view.apply(next);
  return { told: { fact, records, when: synced ? 'now' : 'waiting' }, synced };
}

function whatHappened(
  cluster: Cluster,
  move: Move,
  message: Underway | undefined,
  before: NodeView,
  after: NodeView,
): Fact | undefined {
  switch (move.move) {
    case 'sync':
      return undefined;
    case 'lose':
    case 'duplicate':
      if (message === undefined) return undefined;
      return {
        type: move.move === 'lose' ? 'lost' : 'doubled',
        who: message.to,
        from: message.from,
        message: message.message,
      };
    case 'crash': {
      const { node: who, kept = 0, between } = move;
      return { type: 'crashes', who, forgotten: before.unsynced, kept, between };
    }
    case 'restart':
      return { type: 'restarts', who: move.node, records: after.durable };
    case 'deliver':
    case 'propose':
    case 'query':
    case 'timeout': {
      const who: NodeId = move.move === 'deliver' ? move.to : move.node;
      const input = inputOf(move, message, before);
      return input === undefined ? undefined : factOf(who, cluster, input, before.state, after.state);
    }
  }
}

function inputOf(
  move: Extract<Move, { readonly move: 'propose' | 'query' | 'deliver' | 'timeout' }>,
  message: Underway | undefined,
  { state }: NodeView,
): Input | undefined {
  const { chance = 0 } = move;
  switch (move.move) {
    case 'propose':
      return { type: 'propose', value: move.value, chance };
    case 'query':
      return { type: 'query', chance };
    case 'deliver':
      return message && { type: 'message', from: message.from, message: message.message, chance };
    case 'timeout': {
      const id = state[move.of]?.timer ?? 0;
      return { type: 'timeout', timer: { of: move.of, id }, chance };
    }
  }
}

/** The message that a move means: the oldest that fits. */
function find(view: View, { from, to, type, bal }: MessageName): Underway | undefined {
  return view
    .underway()
    .find(
      ({ message, ...way }) =>
        way.from === from &&
        way.to === to &&
        message.type === type &&
        (bal === undefined || ('bal' in message && message.bal === bal)),
    );
}
