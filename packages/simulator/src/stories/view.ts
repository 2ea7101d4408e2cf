import type { LedgerRecord, Message, NodeId, NodeState } from '@synod/roles';
import type { Move } from '../move.js';

/** A message on its way. */
export interface Underway {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: Message;
}

/** A node as somebody sees it who looks into it. */
export interface NodeView {
  readonly state: NodeState;
  readonly down: boolean;
  /** What its disk has for certain. */
  readonly durable: readonly LedgerRecord[];
  /** What it has given to its disk since. */
  readonly unsynced: readonly LedgerRecord[];
}

/** A simulated cluster as a narrator sees it. */
export interface View {
  /** Whether the move was possible; nothing changes if it was not. */
  apply(move: Move): boolean;
  look(node: NodeId): NodeView;
  /** Oldest first. */
  underway(): readonly Underway[];
}
