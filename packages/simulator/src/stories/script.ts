import type { NodeId } from '@synod/roles';
import type { Move } from '../move.js';

// Moves as a script has them: whoever writes to the ledger waits for the disk at once.

/** A client proposes a value to a proposer, which begins a ballot. */
export function ask(node: NodeId, value: string): readonly Move[] {
  return [{ move: 'propose', node, value }, sync(node)];
}

/** A message arrives, and the disk has what is written because of it. */
export function arrives(type: string, bal: number, from: NodeId, to: NodeId, chance = 0): readonly Move[] {
  return [{ move: 'deliver', from, to, type, bal, ...(chance === 0 ? {} : { chance }) }, sync(to)];
}

/** A proposer's message arrives at acceptors, one after the other. */
export function reach(
  type: '1a' | '2a',
  bal: number,
  proposer: NodeId,
  acceptors: readonly NodeId[],
): readonly Move[] {
  return acceptors.flatMap((acceptor) => arrives(type, bal, proposer, acceptor));
}

/** The answers of acceptors arrive, one after the other. */
export function answer(
  type: '1b' | '2b' | 'rejected',
  bal: number,
  acceptors: readonly NodeId[],
  to: NodeId,
): readonly Move[] {
  return acceptors.flatMap((acceptor) => arrives(type, bal, acceptor, to));
}

/** A first phase with acceptors whose promises make a quorum: the proposer proposes. */
export function prepare(bal: number, proposer: NodeId, acceptors: readonly NodeId[]): readonly Move[] {
  return [...reach('1a', bal, proposer, acceptors), ...answer('1b', bal, acceptors, proposer)];
}

/** The timer of a role rings. */
export function rings(node: NodeId, of: 'proposer' | 'learner' = 'proposer', chance = 0): readonly Move[] {
  return [{ move: 'timeout', node, of, ...(chance === 0 ? {} : { chance }) }, sync(node)];
}

export function crash(...nodes: readonly NodeId[]): readonly Move[] {
  return nodes.map((node) => ({ move: 'crash', node }));
}

/** The network loses a message of a proposer to acceptors. */
export function lose(
  type: string,
  bal: number,
  from: readonly NodeId[],
  to: readonly NodeId[],
): readonly Move[] {
  return from.flatMap((sender) =>
    to.map((node): Move => ({ move: 'lose', from: sender, to: node, type, bal })),
  );
}

function sync(node: NodeId): Move {
  return { move: 'sync', node };
}
